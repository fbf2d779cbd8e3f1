"""What a newcomer does wrong with mail in Element ends in one message: place, what failed, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from interpreter.cli.arguments import main

if TYPE_CHECKING:
    from pathlib import Path

SEND = 'КлиентSmtp.Отправить(П, новый Письмо("ivan@1c.ru", "anna@1c.ru", "Тема"))'
OWN = 'новый АутентификацияПочты("ivan@1c.ru", "неверный-секрет")'
RIGHT = 'новый АутентификацияПочты("ivan@1c.ru", "верный")'

ACCOUNTS = """
["ivan@1c.ru"]
password = "верный"
["anna@1c.ru"]
password = "другой"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ONECS_MAIL_PASSWORD", raising=False)
    monkeypatch.chdir(tmp_path)


def ends(tmp_path: Path, capsys: pytest.CaptureFixture[str], *lines: str, options: tuple[str, ...] = ()) -> str:
    """What the run of a method with these lines says on stderr."""
    path = tmp_path / "письмо.1cs"
    path.write_text("\n".join(["метод Скрипт()", *(f"    {line}" for line in lines), ";", ""]), "utf-8")
    code = main(["run", *options, path.name])
    said = capsys.readouterr()
    assert code in (1, 65), said
    assert not said.out
    messages = re.findall(r"^\{письмо\.1cs\(\d+,\d+\)\}: .*[а-яё].*$", said.err, re.MULTILINE)
    assert len(messages) == 1, said.err
    assert "Traceback" not in said.err
    assert 'File "' not in said.err
    return said.err


@pytest.mark.parametrize(
    ("lines", "place", "says", "advises"),
    [
        (
            [f'знч П = новый ПараметрыПодключенияSmtp("smtp.does-not-exist.invalid", 465, {OWN})', SEND],
            "(3,5)",
            "Не удалось подключиться к серверу smtp.does-not-exist.invalid:465",
            "Проверьте имя сервера",
        ),
        (
            ["пер П = ПолучитьПараметрыПодключенияSmtp()", "П.ИспользоватьSsl = Истина", SEND],
            "(4,5)",
            "Не удалось установить защищённое соединение",
            "не начинает разговор с TLS",
        ),
        (
            ['новый Письмо("ivan@1c.ru", "Анна")'],
            "(2,5)",
            "Выражение не является вызовом",
            "",
        ),
        (
            ['знч М = новый Письмо("ivan@1c.ru", "Анна")'],
            "(2,13)",
            "Неверный адрес почты: «Анна»",
            "Адрес пишут так: ivan@example.ru",
        ),
        (
            ['знч М = новый Письмо("ivan@1c.ru")', 'М.ДобавитьВложение(новый Файл("счёт.pdf"))'],
            "(3,5)",
            "Файл не найден: счёт.pdf",
            "",
        ),
        (
            [
                "знч Ящик = новый СоединениеImap(ПолучитьПараметрыПодключенияImap())",
                "Ящик.Закрыть()",
                "Ящик.ПолучитьКаталоги()",
            ],
            "(4,5)",
            "Соединение с сервером 127.0.0.1:",
            "Создайте новое",
        ),
        (
            [
                "исп Ящик = новый СоединениеImap(ПолучитьПараметрыПодключенияImap())",
                "Ящик.ПолучитьКаталог(ВидКаталогаПочты.Входящие).НайтиПисьмоПоUid(7)",
            ],
            "(3,5)",
            "В каталоге «INBOX» нет письма с Uid 7",
            "удалили или переместили",
        ),
        (
            [
                "пер П = ПолучитьПараметрыПодключенияPop3()",
                "П.Аутентификация = новый АутентификацияПочты()",
                "новый СоединениеPop3(П).Закрыть()",
            ],
            "(4,5)",
            "Не указано, кто входит в ящик на сервере 127.0.0.1:",
            "Параметры.Аутентификация = новый АутентификацияПочты(Пользователь, Пароль)",
        ),
        (
            ["пер П = ПолучитьПараметрыПодключенияSmtp()", 'П.Сервер = "smtp.example.ru"', SEND],
            "(4,5)",
            "Пароль настроенной учётной записи передаётся только её серверам (127.0.0.1:",
            "новый АутентификацияПочты(Пользователь, Пароль)",
        ),
    ],
)
def test_a_mistake_without_any_account(
    lines: list[str], place: str, says: str, advises: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = ends(tmp_path, capsys, *lines)
    assert f"письмо.1cs{place}" in error
    assert says in error
    assert advises in error


@pytest.mark.parametrize(
    "action",
    [
        f'знч П = новый ПараметрыПодключенияSmtp("smtp.1c.ru", 465, {OWN})\n    {SEND}',
        f'новый СоединениеImap(новый ПараметрыПодключенияImap("imap.1c.ru", 993, {OWN})).Закрыть()',
        f'новый СоединениеPop3(новый ПараметрыПодключенияPop3("pop.1c.ru", 995, {OWN})).Закрыть()',
    ],
)
def test_a_wrong_password_where_accounts_are_fixed(
    action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "accounts.toml").write_text(ACCOUNTS, "utf-8")
    error = ends(tmp_path, capsys, action, options=("--sandbox=accounts.toml",))
    said = error.partition("    2 │")[0]
    assert re.search(r"Не удалось войти на сервер (smtp|imap|pop)\.1c\.ru:\d+", said)
    assert "неверный-секрет" not in said
    assert "записано в файле, который назван в --sandbox=" in error


def test_what_the_named_servers_expect_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "accounts.toml").write_text(ACCOUNTS, "utf-8")
    script = f"""
метод Скрипт()
    знч П = новый ПараметрыПодключенияSmtp("smtp.1c.ru", 465, {RIGHT})
    Консоль.Записать({SEND}[0])
    знч Вход = новый АутентификацияПочты("anna@1c.ru", "другой")
    исп Ящик = новый СоединениеPop3(новый ПараметрыПодключенияPop3("pop.1c.ru", 995, Вход))
    Консоль.Записать(Ящик.ПолучитьПисьма())
;
"""
    (tmp_path / "обмен.1cs").write_text(script, "utf-8")
    assert main(["run", "--sandbox=accounts.toml", "обмен.1cs"]) == 0
    assert capsys.readouterr().out.splitlines() == ["Отправлено", "[1: Тема]"]
    (tmp_path / "обмен.1cs").write_text(
        script.replace('"smtp.1c.ru", 465', '"smtp.1c.ru", 25')
        .replace("    Консоль", "    П.ИспользоватьSsl = Истина\n    Консоль", 1)
        .replace("знч П", "пер П"),
        "utf-8",
    )
    assert main(["run", "--sandbox=accounts.toml", "обмен.1cs"]) == 1
    assert "Сервер на порту 25 не начинает разговор с TLS" in capsys.readouterr().err
