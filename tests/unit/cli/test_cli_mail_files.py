"""Letters laid into boxes from files, and files of letters saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interpreter.cli.accounts import mail_folder
from interpreter.cli.arguments import main
from interpreter.cli.mail_files import safe_name
from sandbox.api import SandboxApi

if TYPE_CHECKING:
    from pathlib import Path


def letter(*names: str) -> bytes:
    parts = "".join(
        f'--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="{name}"\r\n\r\n{name}\r\n'
        for name in names
    )
    head = 'From: a@b.ru\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    return f"{head}{parts}--x--\r\n".encode()


def put(raw: bytes) -> None:
    with SandboxApi.open(mail_folder()) as api:
        api.put("maria@1c.ru", raw)


def test_files_are_laid_into_a_box(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.eml").write_bytes(f"Subject: {name}\n\nx\n".encode())
    assert main(["mail", "put", "Maria@1c.ru", str(tmp_path / "a.eml"), str(tmp_path / "b.eml")]) == 0
    assert capsys.readouterr().out == "Положено: 2 письма для maria@1c.ru; посмотреть: 1cs mail\n"
    with SandboxApi.open(mail_folder()) as api:
        assert [each.subject for each in api.letters("maria@1c.ru")] == ["b", "a"]
    assert main(["mail", "put", "maria", str(tmp_path / "a.eml")]) == 0
    assert capsys.readouterr().out.endswith("для maria@1c.ru; посмотреть: 1cs mail show 3\n")


@pytest.mark.parametrize(
    ("address", "name", "told"),
    [
        ("@", "a.eml", "Это не адрес почты: @"),
        ("maria@1c.ru", "none.eml", "Файл не найден"),
        ("maria@1c.ru", "empty.eml", "Файл пуст"),
    ],
)
def test_what_cannot_be_laid_into_a_box_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str, name: str, told: str
) -> None:
    (tmp_path / "a.eml").write_bytes(b"Subject: a\n\nx\n")
    (tmp_path / "empty.eml").write_bytes(b"")
    assert main(["mail", "put", address, str(tmp_path / "a.eml"), str(tmp_path / name)]) == 2
    assert told in capsys.readouterr().err
    with SandboxApi.open(mail_folder()) as api:
        assert api.letters() == []


def test_files_of_a_letter_are_saved_and_nothing_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(letter("Отчёт.csv", "Отчёт.csv", "../../evil.csv"))
    folder = tmp_path / "новая"
    for _ in range(2):
        assert main(["mail", "show", "1", "--save", str(folder)]) == 0
    names = ["Отчёт.csv", "Отчёт (2).csv", "evil.csv", "Отчёт (3).csv", "Отчёт (4).csv", "evil (2).csv"]
    assert capsys.readouterr().out.splitlines() == [str(folder / name) for name in names]
    assert sorted(each.name for each in tmp_path.rglob("*.csv")) == sorted(names)
    assert (folder / "Отчёт.csv").read_text("utf-8") == "Отчёт.csv"


def test_a_letter_without_files_or_a_folder_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(b"Subject: x\r\n\r\nx\r\n")
    assert main(["mail", "show", "1", "--save", str(tmp_path)]) == 0
    assert capsys.readouterr().err == "В письме нет вложений\n"
    (tmp_path / "file").write_bytes(b"")
    assert main(["mail", "show", "1", "--save", str(tmp_path / "file")]) == 1
    assert "Не удалось сохранить" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a.txt", "a.txt"),
        ("/etc/passwd", "_etc_passwd"),
        ("..", "file"),
        ("", "file"),
        ("C:\\x.exe", "C__x.exe"),
        ("nul.txt", "_nul.txt"),
        ("a\0b\n.txt", "a_b_.txt"),
        ("gpj.\u202eexe", "gpj._exe"),
        ("я" * 500 + ".pdf", "я" * 116 + ".pdf"),
        ("😀" * 500 + ".pdf", "😀" * 58 + ".pdf"),
        ("中" * 120, "中" * 78),
        (" . ", "file"),
    ],
)
def test_names_lead_nowhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe
