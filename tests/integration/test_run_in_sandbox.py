"""`--sandbox`: programs that name servers of the world are run as they are, and nothing leaves the machine."""

from __future__ import annotations

import io
import os
import socket
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from interpreter.cli.accounts import Settings, mail_folder, save
from interpreter.cli.arguments import main
from interpreter.cli.host import ConsoleHost
from interpreter.cli.sandbox_route import SandboxRoute
from runtime.host import using
from sandbox.api import SandboxApi
from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.pop3 import Pop3Connection
from support.servers.http_echo import EchoServer

SENDING = """
Профиль = Новый ИнтернетПочтовыйПрофиль;
Профиль.АдресСервераSMTP = "{host}";
Профиль.ПортSMTP = {port};
Профиль.ИспользоватьSSLSMTP = {tls};
Профиль.ПортSMTP = {port};
Профиль.ПользовательSMTP = "ivan@yandex.ru";
Профиль.ПарольSMTP = "любой";
Профиль.Таймаут = {timeout};
Почта = Новый ИнтернетПочта;
Почта.Подключиться(Профиль);
Письмо = Новый ИнтернетПочтовоеСообщение;
Письмо.Отправитель = "ivan@yandex.ru";
Письмо.Получатели.Добавить("anna@gmail.com");
Письмо.Тема = "Привет";
Письмо.Тексты.Добавить("Текст");
Почта.Послать(Письмо);
Почта.Отключиться();
"""
RECEIVING = """
Профиль = Новый ИнтернетПочтовыйПрофиль;
Профиль.АдресСервера{protocol} = "mail.does-not-exist.invalid";
Профиль.Пользователь{user} = "anna@gmail.com";
Профиль.Пароль{user} = "какой угодно";
Профиль.ИспользоватьSSL{protocol} = {tls};
Почта = Новый ИнтернетПочта;
Почта.Подключиться(Профиль, ПротоколИнтернетПочты.{protocol});
Для Каждого Письмо Из Почта.Выбрать(Ложь) Цикл
	Сообщить(Письмо.Тема);
КонецЦикла;
Почта.Отключиться();
"""
ELEMENT = """
метод Скрипт()
    знч Вход = новый АутентификацияПочты("ivan@mail.ru", "любой", ВидАутентификацииПочты.Plain)
    знч Параметры = новый ПараметрыПодключенияSmtp("{host}", {port}, Вход)
    знч Письмо1 = новый Письмо("ivan@mail.ru", "anna@gmail.com", "Из Элемента")
    Письмо1.УстановитьТекстКакСтроку("Текст")
    КлиентSmtp.Отправить(Параметры, Письмо1)
;
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ONECS_MAIL_PASSWORD", raising=False)


def sending(host: str = "smtp.yandex.ru", port: int = 465, tls: bool = True, timeout: int = 60) -> str:
    return SENDING.format(host=host, port=port, tls="Истина" if tls else "Ложь", timeout=timeout)


def run(tmp_path: Path, text: str, *options: str, name: str = "script.1cs") -> int:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return main(["run", "--sandbox", *options, str(path)])


def subjects() -> list[str]:
    with SandboxApi.open(mail_folder()) as api:
        return [letter.subject for letter in api.letters("anna@gmail.com")]


@pytest.mark.parametrize(
    ("host", "port", "tls"),
    [
        ("smtp.yandex.ru", 465, True),
        ("smtp.gmail.com", 587, False),
        ("smtp.mail.ru", 25, False),
        ("mail.does-not-exist.invalid", 2525, False),
        ("почта.рф", 4650, True),
    ],
)
def test_any_server_is_played(
    host: str, port: int, tls: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, sending(host, port, tls)) == 0, capsys.readouterr().err
    assert subjects() == ["Привет"]
    assert f"Почта отведена в песочницу: вместо {host}:{port} отвечает 127.0.0.1:" in capsys.readouterr().err


def test_it_is_told_once_that_mail_was_led_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, sending() + sending("smtp.mail.ru", 587, False)) == 0
    assert capsys.readouterr().err.count("отведена") == 1
    assert subjects() == ["Привет", "Привет"]


@pytest.mark.parametrize(
    ("port", "tls", "hint"),
    [
        (465, False, "Порт 465 ждёт TLS с первого байта: включите SSL для SMTP или укажите порт 587"),
        (25, True, "Сервер на порту 25 не начинает разговор с TLS"),
        (587, True, "Сервер на порту 587 не начинает разговор с TLS"),
    ],
)
def test_mistakes_of_a_profile_still_show(
    port: int, tls: bool, hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A client without TLS waits for the greeting in vain.
    assert run(tmp_path, sending(port=port, tls=tls, timeout=2)) == 1
    error = capsys.readouterr().err
    assert f"smtp.yandex.ru:{port}" in error and hint in error
    assert subjects() == []


def test_a_port_of_another_protocol_is_answered_in_that_protocol(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, sending(port=993, tls=True)) == 1
    assert "smtp.yandex.ru:993" in capsys.readouterr().err
    with SandboxApi.open(mail_folder()) as api:
        assert [each.protocol for each in api.connections()] == ["imap"]


@pytest.mark.parametrize(
    ("protocol", "user", "tls"), [("IMAP", "IMAP", "Истина"), ("IMAP", "IMAP", "Ложь"), ("POP3", "", "Истина")]
)
def test_letters_are_read_from_any_server(
    protocol: str, user: str, tls: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, sending()) == 0
    assert run(tmp_path, RECEIVING.format(protocol=protocol, user=user, tls=tls)) == 0, capsys.readouterr().err
    assert capsys.readouterr().out == "Привет\n"


def test_scripts_of_element_are_led_there_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = ELEMENT.format(host="smtp.mail.ru", port=465)
    assert run(tmp_path, text, "--language", "element") == 0, capsys.readouterr().err
    assert subjects() == ["Из Элемента"]
    assert "вместо smtp.mail.ru:465" in capsys.readouterr().err


def test_code_of_the_command_line_is_led_there_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--sandbox", "-e", sending()]) == 0
    assert subjects() == ["Привет"]
    assert main(["--sandbox", "-e", sending()]) == 0
    assert subjects() == ["Привет", "Привет"]


def test_the_dialogue_is_led_there_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(sending()))
    assert main(["repl", "--sandbox"]) == 0
    assert subjects() == ["Привет"]
    assert "отведена в песочницу" in capsys.readouterr().err


def test_jobs_are_led_there_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = f"Процедура Отправить() Экспорт\n{sending()}\nКонецПроцедуры\n"
    call = 'Задание = ФоновыеЗадания.Выполнить("Отправить");\nЗадание = Задание.ОжидатьЗавершенияВыполнения(15);\n'
    show = (
        "Ошибка = Задание.ИнформацияОбОшибке; Если Ошибка <> Неопределено Тогда Сообщить(Ошибка.Описание); КонецЕсли;"
    )
    assert run(tmp_path, job + call + show) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert subjects() == ["Привет"]


def test_a_configured_account_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    servers = dict.fromkeys(("smtp", "imap", "pop3"), ("mail.does-not-exist.invalid", 465, "tls"))
    save(Settings("real@yandex.ru", "real@yandex.ru", servers))
    text = """
метод Скрипт()
    знч Письмо1 = новый Письмо("a@b.ru", "anna@gmail.com", "По умолчанию")
    Письмо1.УстановитьТекстКакСтроку("Текст")
    КлиентSmtp.Отправить(ПолучитьПараметрыПодключенияSmtp(), Письмо1)
;
"""
    assert run(tmp_path, text, "--language", "element") == 0, capsys.readouterr().err
    assert subjects() == ["По умолчанию"]
    assert "отведена" not in capsys.readouterr().err


def test_the_certificate_of_the_sandbox_is_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lead_without_authorities(
        route: SandboxRoute, protocol: str, host: str, port: int, tls: bool
    ) -> tuple[str, int, str]:
        return *route.account.sandbox.smtps, ""

    monkeypatch.setattr(SandboxRoute, "lead", lead_without_authorities)
    assert run(tmp_path, sending()) == 1
    assert "сертификат" in capsys.readouterr().err
    assert subjects() == []


def test_a_missing_file_of_authorities_still_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = sending().replace("Профиль.Таймаут", 'Профиль.ФайлСертификатов = "нет.pem"; Профиль.Таймаут')
    assert run(tmp_path, named) == 1
    assert "нет.pem" in capsys.readouterr().err


def test_without_a_certificate_it_is_told_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.tls.Tls.is_possible", lambda tls: False)
    assert run(tmp_path, sending()) == 1
    error = capsys.readouterr().err
    assert "TLS в ней нет" in error and 'pip install "1cs[tls]"' in error


def test_accounts_may_be_fixed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accounts = tmp_path / "accounts.toml"
    accounts.write_text('["ivan@yandex.ru"]\npassword = "верный"\n["anna@gmail.com"]\npassword = "её"\n', "utf-8")
    script = tmp_path / "script.1cs"
    for password, code in (("любой", 1), ("верный", 0)):
        script.write_text(sending().replace("любой", password), "utf-8")
        assert main(["run", f"--sandbox={accounts}", str(script)]) == code
    told = capsys.readouterr().err
    assert "Не удалось войти на сервер smtp.yandex.ru:465" in told
    assert "--sandbox=" in told and "1cs mail fault" in told and "пароль приложения" not in told
    assert subjects() == ["Привет"]


def test_a_refused_login_of_imap_and_pop3_speaks_of_the_sandbox(tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.toml"
    accounts.write_text('["ivan@yandex.ru"]\npassword = "верный"\n', "utf-8")
    host = ConsoleHost(sandbox=str(accounts))
    try:
        with using(host):
            for connection, name in ((ImapConnection, "imap.yandex.ru"), (Pop3Connection, "pop.yandex.ru")):
                port = 993 if connection is ImapConnection else 995
                account = ServerAccount(Endpoint(name, port, "tls"), Credentials("ivan@yandex.ru", "не тот"))
                with pytest.raises(MailError) as caught:
                    connection(account).open()
                assert "--sandbox=" in caught.value.hint
    finally:
        host.close()


def test_a_file_of_accounts_that_makes_no_sense_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "script.1cs"
    script.write_text('Сообщить("выполняется");' + sending(), "utf-8")
    for command in (["run", "--sandbox=нет.toml", str(script)], ["repl", "--sandbox=нет.toml"]):
        assert main(command) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err == "Файл учётных записей не открывается: нет.toml (нет такого файла)\n"


def test_a_certificate_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.makedirs(mail_folder(), exist_ok=True)
    (Path(mail_folder()) / "tls.pem").write_text("это не сертификат", "utf-8")
    assert run(tmp_path, sending()) == 1
    error = capsys.readouterr().err
    assert "Сертификат встроенного почтового сервера не годится" in error and "Удалите tls.pem" in error


def test_faults_that_were_ordered_and_forgotten_are_remembered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mail", "fault", "smtp MAIL refuse 553 5.1.8 Not you"]) == 0
    assert run(tmp_path, sending()) == 1
    error = capsys.readouterr().err
    assert "Not you" in error
    assert error.endswith("Почта: сервер ошибается по заказу; посмотреть и отменить: 1cs mail fault\n")
    assert main(["mail", "fault", "--clear"]) == 0
    assert run(tmp_path, sending()) == 0
    assert "по заказу" not in capsys.readouterr().err


def test_without_the_option_no_mail_is_led_anywhere() -> None:
    assert ConsoleHost().mail_route("smtp", "smtp.yandex.ru", 465, True) is None


READING = """
Профиль = Новый ИнтернетПочтовыйПрофиль;
Профиль.АдресСервераIMAP = "imap.gmail.com";
Профиль.ИспользоватьSSLIMAP = Истина;
Профиль.АдресСервераPOP3 = "pop.mail.ru";
Профиль.ПользовательIMAP = "anna@gmail.com"; Профиль.ПарольIMAP = "x";
Профиль.Пользователь = "anna@gmail.com"; Профиль.Пароль = "x";
Для Каждого Протокол Из СтрРазделить("IMAP,POP3", ",") Цикл
    Почта = Новый ИнтернетПочта;
    Почта.Подключиться(Профиль, ПротоколИнтернетПочты[Протокол]);
    Сообщить(Почта.ПолучитьКоличествоСообщений());
    Почта.Отключиться();
КонецЦикла;
"""


def test_no_connection_leaves_the_machine_and_no_name_is_looked_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def noted_connect(self: socket.socket, address: Any) -> None:
        asked.append(address[0])
        connect(self, address)

    def noted_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        asked.append(host)
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", noted_connect)
    monkeypatch.setattr(socket, "getaddrinfo", noted_look_up)
    assert run(tmp_path, sending() + READING) == 0, capsys.readouterr().err
    assert capsys.readouterr().out.split() == ["1", "1"]
    assert len(asked) >= 3
    assert set(asked) == {"127.0.0.1"}


def test_only_mail_is_led_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with EchoServer() as server:
        text = f'Ответ = Новый HTTPСоединение("127.0.0.1", {server.port}).Получить(Новый HTTPЗапрос("/письма"));'
        assert run(tmp_path, f"{text} Сообщить(Ответ.КодСостояния);") == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("200\n", "")


def test_jobs_that_ask_for_mail_at_once_share_one_server(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[SlowRoute] = []

    class SlowRoute:
        def __init__(self, tell: object, accounts: str) -> None:
            time.sleep(0.2)
            made.append(self)

        def lead(self, protocol: str, host: str, port: int, tls: bool) -> tuple[str, int, str]:
            return "127.0.0.1", 1, ""

    monkeypatch.setattr("interpreter.cli.sandbox_route.SandboxRoute", SlowRoute)
    host = ConsoleHost(sandbox="")
    threads = [threading.Thread(target=host.mail_route, args=("smtp", "a.ru", 25, False)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_accounts_after_a_blank_are_no_script(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["run", "--sandbox", "accounts.toml", "a.1cs"], ["--sandbox", "accounts.toml"]):
        assert main(words) == 2
        assert capsys.readouterr().err.endswith("после знака «=»: --sandbox=accounts.toml\n")
