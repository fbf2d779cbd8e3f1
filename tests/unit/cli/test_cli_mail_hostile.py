"""`1cs mail` when letters are hostile or ugly, and when the folder or the file of letters cannot be used."""

from __future__ import annotations

import base64
import io
import os
import shutil
import socket
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from interpreter.cli.accounts import mail_folder
from interpreter.cli.arguments import main
from interpreter.cli.visible import visible_line, visible_text
from sandbox.accounts import account_address
from sandbox.database import FILE_NAME
from sandbox.store import Store

UNPRINTABLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
HOSTILE = "\x1b]52;c;cm0gLXJm\x07\x9b2J\u202eгпж.exe\r\nFrom: bank@bank.ru\u2028fake"


def word(text: str) -> bytes:
    """An encoded word: the way by which any character gets into a header."""
    return b"=?utf-8?B?" + base64.b64encode(text.encode()) + b"?="


def deliver(raw: bytes) -> None:
    with Store(mail_folder()) as store:
        store.deliver(["maria@1c.ru"], raw)


def hostile_letter() -> bytes:
    name = word(HOSTILE)
    return (
        b"From: " + name + b" <ivan@1c.ru>\r\nTo: " + name + b" <maria@1c.ru>\r\nCc: " + name + b" <a@b.ru>\r\n"
        b"Subject: " + name + b'\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + HOSTILE.encode() + b"\ttab\r\n"
        b"--x\r\nContent-Type: text/x\x1b[31m; charset=utf-8\r\n\r\nsecond\r\n"
        b'--x\r\nContent-Type: application/x\x1b[2J\r\nContent-Disposition: attachment; filename="'
        + name
        + b'"\r\n\r\n1\r\n--x--\r\n'
    )


def is_harmless(text: str) -> bool:
    """Nothing drives a terminal; the category of NO-BREAK SPACE is Zs, and a soft hyphen is only that."""
    return all(character in "\n\t\xad" or unicodedata.category(character) not in UNPRINTABLE for character in text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Отчёт № 5 «да» — 👨‍👩‍👧", "Отчёт № 5 «да» — 👨‍👩‍👧"),
        ("неразрывный пробел", "неразрывный пробел"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\r\nb\x85c\u2028d\u2029e", "a\\r\\nb\\x85c\\u2028d\\u2029e"),
        ("\u202eabc\u2066\u200f\ufeff", "\\u202eabc\\u2066\\u200f\\ufeff"),
        ("\x00\x07\x7f\x9b", "\\x00\\x07\\x7f\\x9b"),
        ("folded\tfield", "folded field"),
        ("\ud800\U000e0041", "\\ud800\\U000e0041"),
    ],
    ids=ascii,
)
def test_a_line_shows_what_cannot_be_printed_as_escapes(text: str, shown: str) -> None:
    assert visible_line(text) == shown


def test_a_text_keeps_its_lines_and_tabs() -> None:
    assert visible_text("one\n\ttwo\rthree\x1b\u2028") == "one\n\ttwo\\rthree\\x1b\\u2028"


def test_a_hostile_letter_cannot_drive_the_terminal_from_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    deliver(hostile_letter())
    assert main(["mail"]) == 0
    out = capsys.readouterr().out
    assert is_harmless(out)
    assert len(out.splitlines()) == 2
    assert "\\x1b]52;" in out and "\\u202e" in out


def test_a_hostile_letter_cannot_drive_the_terminal_when_shown(capsys: pytest.CaptureFixture[str]) -> None:
    deliver(hostile_letter())
    assert main(["mail", "show", "1"]) == 0
    out = capsys.readouterr().out
    assert is_harmless(out)
    assert "\ttab" in out
    heads = [line.split(":")[0] for line in out.split("\n\n")[0].splitlines()]
    assert heads == ["От", "Кому", "Копия", "Тема"]


@pytest.mark.parametrize("address", ["a\x1b[2J@b.ru", "a\u202e@b.ru", "a@b\x9b.ru", "a\u2028b@c.ru"], ids=ascii)
def test_no_account_has_a_name_that_drives_the_terminal(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        account_address(address)


# Ugly letters.


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no header at all",
        b"Subject: \xcf\xf0\xe8\xe2\xe5\xf2\r\n\r\n\xcf\xf0\xe8\xe2\xe5\xf2\r\n",
        b"Content-Type: text/plain; charset=no-such\r\n\r\n\xd0\x9f\xff\r\n",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!",
        b"Content-Type: message/rfc822\r\n\r\n" * 100,
        b"Date: Mon, 99 Foo 99999 99:99:99 +9999\r\nFrom: <<<>>>,,;:\r\n\r\n\x00\x01",
        bytes(range(256)) * 20,
    ],
    ids=["empty", "no header", "8 bits", "unknown charset", "broken", "nested", "odd header", "every byte"],
)
def test_ugly_letters_are_shown(raw: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    deliver(raw)
    assert main(["mail"]) == 0
    assert main(["mail", "show", "1"]) == 0
    assert is_harmless(capsys.readouterr().out)


def test_five_megabytes_are_shown_quickly_and_whole_when_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    deliver(b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + "строка\x1b[2J текста\r\n".encode() * 200_000)
    began = time.monotonic()
    assert main(["mail", "show", "1"]) == 0
    # Generous for a loaded machine; it takes 0.3 s.
    assert time.monotonic() - began < 5
    assert capsys.readouterr().out.count("строка\\x1b[2J текста\n") == 200_000


def test_a_terminal_gets_the_beginning_of_a_long_text_and_how_to_see_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    deliver(b"Subject: x\r\n\r\n" + b"x" * 100_021 + b"\r\n")
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    assert main(["mail", "show", "1"]) == 0
    shown, last = screen.getvalue().splitlines()[-2:]
    assert shown == "x" * 100_000
    assert last == "… ещё 21 знак; текст целиком: 1cs mail show 1 > файл.txt"


def test_letters_from_the_ends_of_time_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with Store(mail_folder()) as store:
        inbox = store.folders.inbox(store.accounts.enter("maria@1c.ru")).id
        (letter,) = store.letters.add([inbox], b"Subject: x\r\n\r\n")
        for moment in (-(2**40), 0, 2**50):
            with store.database.changing() as connection:
                connection.execute("UPDATE letter SET moment=? WHERE number=?", (moment, letter.number))
            assert main(["mail"]) == 0
    assert capsys.readouterr().out.count("maria@1c.ru: 1 письмо") == 3


# What cannot be used.


@pytest.fixture
def damaged() -> bytes:
    """The mail file, overwritten behind its first page."""
    deliver(b"Subject: x\r\n\r\n" + b"x" * 50_000)
    path = Path(mail_folder(), FILE_NAME)
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))
    return path.read_bytes()


COMMANDS = [["mail"], ["mail", "show", "1"], ["mail", "clear"], ["mail", "clear", "maria@1c.ru"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_damaged_file_is_told_and_left_as_it_is(
    command: list[str], damaged: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 1
    out, errors = capsys.readouterr()
    assert out == ""
    path = Path(mail_folder(), FILE_NAME)
    assert errors.startswith(f"Файл писем повреждён: {path}. Переименуйте папку {mail_folder()}: ")
    assert errors.count("\n") == 1
    assert path.read_bytes() == damaged


def test_after_moving_the_damaged_folder_away_mail_works_again(
    damaged: bytes, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shutil.move(mail_folder(), tmp_path / "old")
    deliver(b"Subject: new\r\n\r\n")
    assert main(["mail"]) == 0
    assert capsys.readouterr().out.endswith("new\n")
    assert (tmp_path / "old" / FILE_NAME).read_bytes() == damaged


@pytest.mark.parametrize("command", [*COMMANDS, ["mail", "serve", "--smtp-port=0"]], ids=" ".join)
@pytest.mark.parametrize("place", ["", "data", "data/mail"])
def test_a_file_in_place_of_the_folder_is_told(
    command: list[str], place: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = home / place
    os.makedirs(blocked.parent, exist_ok=True)
    blocked.write_text("not a folder")
    assert main(command) == 1
    errors = capsys.readouterr().err
    assert errors.startswith(f"Папка писем недоступна: {mail_folder()} (")
    assert "файл" in errors and errors.count("\n") == 1


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="a folder that even root cannot write to")
def test_a_folder_without_permission_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONECS_HOME", "/sys/kernel/1cs")
    assert main(["mail"]) == 1
    errors = capsys.readouterr().err
    assert errors.startswith("Папка писем недоступна: /sys/kernel/1cs/data/mail (")
    assert "нет прав" in errors or "только для чтения" in errors


def test_a_script_that_needs_the_server_is_told_of_the_folder(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from interpreter.cli.running import run_file

    os.makedirs(home / "data")
    (home / "data" / "mail").write_text("not a folder")
    script = tmp_path / "письмо.1cs"
    script.write_text("Почта = Новый ИнтернетПочта;\nПочта.Подключиться(Профиль);\n", "utf-8")
    assert run_file(str(script)) == 1
    errors = capsys.readouterr().err
    assert f"Папка писем недоступна: {mail_folder()} (на её месте файл)" in errors
    assert "Traceback" not in errors


def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["mail", "serve", f"--smtp-port={port}", "--imap-port=0", "--pop3-port=0"]) == 2
    first, hint = capsys.readouterr().err.splitlines()
    assert first == f"Порт недоступен: 127.0.0.1:{port} (занят)"
    assert "--smtp-port" in hint
