import os
import shlex
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from interpreter.cli import accounts
from interpreter.cli.account import show
from interpreter.cli.accounts import Settings
from interpreter.cli.arguments import main
from interpreter.cli.passwords import has_key_ring
from runtime.errors import OnecError


@pytest.fixture(autouse=True)
def no_key_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    # The key ring of whoever runs the tests is not ours to touch.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


SETTINGS = Settings("ivan@example.com", "ivan", {"smtp": ("smtp.example.com", 587, "starttls")})


def test_without_a_file_there_is_no_account() -> None:
    assert accounts.load() is None


def test_what_is_saved_is_loaded() -> None:
    accounts.save(SETTINGS)
    assert accounts.load() == SETTINGS


def test_the_password_comes_from_the_environment_and_never_stands_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONECS_MAIL_PASSWORD", "тайна")
    accounts.save(SETTINGS)
    with open(accounts.settings_file(), encoding="utf-8") as file:
        assert "тайна" not in file.read()
    account = SETTINGS.account()
    assert account.smtp.password == "тайна"
    assert "тайна" not in repr(account)


def test_another_variable_may_hold_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORK_MAIL", "тайна")
    settings = Settings("a@b.ru", "a@b.ru", {}, "WORK_MAIL")
    accounts.save(settings)
    assert accounts.load() == settings
    assert accounts.find_password(settings) == "тайна"


def test_no_password_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(OnecError, match="Нет пароля") as caught:
        SETTINGS.account()
    assert "ONECS_MAIL_PASSWORD" in caught.value.hint


def test_the_advice_names_the_whole_command_where_a_key_ring_could_keep_the_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert accounts.password_advice(SETTINGS) == "Задайте переменную окружения ONECS_MAIL_PASSWORD"
    monkeypatch.setattr(accounts, "has_key_ring", lambda: True)
    command = "1cs mail account set ivan@example.com --user ivan --smtp smtp.example.com:587/starttls"
    assert accounts.password_advice(SETTINGS).endswith(f" или сохраните пароль: {command}")
    usual = Settings("a@ya.ru", "a@ya.ru", accounts.usual_servers("a@ya.ru"))
    assert accounts.password_advice(usual).endswith(": 1cs mail account set a@ya.ru")


def test_the_command_of_the_advice_makes_the_same_account(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    authorities = tmp_path / "свои серты.pem"
    authorities.write_text("")
    settings = replace(SETTINGS, password_env="WORK", verify=False, ca_file=str(authorities))
    monkeypatch.setattr(accounts, "has_key_ring", lambda: True)
    command = accounts.password_advice(settings).partition("сохраните пароль: ")[2]
    assert main(shlex.split(command)[1:]) == 0
    assert accounts.load() == settings
    assert command in capsys.readouterr().out


def test_a_machine_without_the_package_has_no_key_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert not has_key_ring()


def write_file(text: bytes) -> None:
    accounts.save(SETTINGS)
    with open(accounts.settings_file(), "wb") as file:
        file.write(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b'user = "a"\n\n = 3', "ошибка в строке 3"),
        (b"sender = ", "ошибка в последней строке"),
        (b"\xff", "это не текст в кодировке UTF-8"),
        (b'user = "a"', "нет sender"),
        (b'sender = "a@b.ru"\nsmtp = 5', "smtp: это не раздел"),
        (b'sender = "a@b.ru"\n[smtp]\nport = 25', "smtp: не указан сервер"),
        (b'sender = "a@b.ru"\n[smtp]\nhost = "h"\nport = "x"', "smtp: порт x"),
        (b'sender = "a@b.ru"\n[smtp]\nhost = "h"\nsecurity = "ssl"', "smtp: защита ssl"),
    ],
    ids=repr,
)
def test_what_is_wrong_with_the_file_is_told_in_russian(
    text: bytes, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_file(text)
    assert main(["mail", "account"]) == 1
    message, hint = capsys.readouterr().err.splitlines()
    assert message == f"Файл учётной записи испорчен: {accounts.settings_file()} ({reason})"
    assert "1cs mail account sandbox" in hint


def test_a_broken_file_is_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    write_file(b"sender = ")
    assert main(["mail", "account", "set", "ivan@yandex.ru"]) == 0
    loaded = accounts.load()
    assert loaded is not None and loaded.sender == "ivan@yandex.ru"
    write_file(b"sender = ")
    assert main(["mail", "account", "sandbox"]) == 0
    assert accounts.load() is None
    assert capsys.readouterr().err == ""


def test_the_built_in_server_takes_any_password(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "account"]) == 0
    assert "Пароль подходит любой" in capsys.readouterr().out


def test_a_senseless_port_is_told_in_russian(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "account", "set", "a@b.ru", "--smtp", "host:b"]) == 2
    assert capsys.readouterr().err.endswith("(smtp: порт b)\n")


def test_a_spoilt_file_is_told() -> None:
    accounts.save(SETTINGS)
    with open(accounts.settings_file(), "w", encoding="utf-8") as file:
        file.write("sender = ")
    with pytest.raises(OnecError, match="испорчен"):
        accounts.load()


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("smtp.a.ru", ("smtp.a.ru", 465, "tls")),
        ("smtp.a.ru:587", ("smtp.a.ru", 587, "starttls")),
        ("smtp.a.ru:465", ("smtp.a.ru", 465, "tls")),
        ("localhost:2525/none", ("localhost", 2525, "none")),
    ],
)
def test_the_port_says_how_the_connection_is_protected(text: str, server: tuple[str, int, str]) -> None:
    assert accounts.parse_server(text, "smtp") == server


@pytest.mark.parametrize("text", ["", ":25", "a:b", "a:0", "a:70000", "a:25/ssl"])
def test_a_senseless_server_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        accounts.parse_server(text, "smtp")


def test_set_knows_the_servers_of_great_services(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "account", "set", "ivan@yandex.ru"]) == 0
    loaded = accounts.load()
    assert loaded is not None
    assert loaded.servers["smtp"] == ("smtp.yandex.ru", 465, "tls")
    assert "ONECS_MAIL_PASSWORD" in capsys.readouterr().out


def test_set_asks_for_servers_that_it_cannot_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "account", "set", "ivan@example.com"]) == 2
    assert "--smtp" in capsys.readouterr().err
    assert accounts.load() is None


def test_sandbox_removes_the_account() -> None:
    accounts.save(SETTINGS)
    assert main(["mail", "account", "sandbox"]) == 0
    assert accounts.load() is None


def test_show_says_whether_there_is_a_password(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.save(SETTINGS)
    show()
    assert "Пароль:  нет" in capsys.readouterr().out
    monkeypatch.setenv("ONECS_MAIL_PASSWORD", "тайна")
    show()
    out = capsys.readouterr().out
    assert "Пароль:  есть" in out and "тайна" not in out


def test_trust_is_saved_and_given_to_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONECS_MAIL_PASSWORD", "тайна")
    settings = replace(SETTINGS, verify=False, ca_file="/etc/ca.pem")
    accounts.save(settings)
    assert accounts.load() == settings
    assert (settings.account().verify, settings.account().ca_file) == (False, "/etc/ca.pem")
    assert (SETTINGS.account().verify, SETTINGS.account().ca_file) == (True, "")


def test_set_takes_the_trust(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    authorities = tmp_path / "ca.pem"
    assert main(["mail", "account", "set", "ivan@yandex.ru", "--ca-file", str(authorities)]) == 2
    assert "Нет файла с сертификатами" in capsys.readouterr().err
    assert accounts.load() is None
    authorities.write_text("")
    assert main(["mail", "account", "set", "ivan@yandex.ru", "--ca-file", str(authorities), "--no-verify"]) == 0
    capsys.readouterr()
    assert main(["mail", "account"]) == 0
    shown = capsys.readouterr().out
    assert str(authorities) in shown
    assert "не проверяются" in shown
    assert main(["mail", "account", "set", "ivan@yandex.ru"]) == 0
    loaded = accounts.load()
    assert loaded is not None and loaded.verify and not loaded.ca_file


@pytest.mark.parametrize("line", ["verify = 0", 'verify = "no"'])
def test_verify_is_true_or_false(line: str) -> None:
    accounts.save(SETTINGS)
    with open(accounts.settings_file(), encoding="utf-8") as file:
        text = file.read()
    with open(accounts.settings_file(), "w", encoding="utf-8") as file:
        file.write(f"{line}\n{text}")
    with pytest.raises(OnecError, match="испорчен"):
        accounts.load()


def test_a_path_in_the_file_begins_at_the_file_or_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ivan")
    monkeypatch.setenv("USERPROFILE", "/home/ivan")
    accounts.save(replace(SETTINGS, ca_file="~/ca.pem"))
    loaded = accounts.load()
    assert loaded is not None and loaded.ca_file == "/home/ivan/ca.pem"
    accounts.save(replace(SETTINGS, ca_file="ca.pem"))
    loaded = accounts.load()
    assert loaded is not None and loaded.ca_file == os.path.join(os.path.dirname(accounts.settings_file()), "ca.pem")


def test_the_file_is_for_its_owner_and_never_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    accounts.save(SETTINGS)
    if os.name == "posix":
        assert stat.S_IMODE(os.stat(accounts.settings_file()).st_mode) == 0o600

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OnecError, match=r"не удалось записать: .* \(нет места на диске\)"):
        accounts.save(replace(SETTINGS, user="other"))
    assert accounts.load() == SETTINGS
    assert os.listdir(os.path.dirname(accounts.settings_file())) == ["account.toml"]


def test_an_unusable_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    assert main(["mail", "account", "set", "ivan@yandex.ru"]) != 0
    assert "не удалось записать" in capsys.readouterr().err
    assert main(["mail", "account"]) != 0
    assert "не удалось прочитать" in capsys.readouterr().err


def test_an_unusable_folder_of_letters_is_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    assert main(["--sandbox", "-e", "П = Новый ИнтернетПочта; П.Подключиться(Профиль);"]) == 1
    told = capsys.readouterr().err
    assert "Встроенный почтовый сервер не запустился: Папка писем недоступна" in told
    assert "ONECS_HOME" in told.splitlines()[-1]
