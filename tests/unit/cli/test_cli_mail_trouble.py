"""Faults and conversations from the command line."""

from __future__ import annotations

import smtplib

import pytest

from interpreter.cli.accounts import mail_folder
from interpreter.cli.arguments import main
from sandbox.api import SandboxApi
from sandbox.server import Sandbox


def test_a_fault_is_ordered_listed_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "fault", "smtp", "RCPT", "for", "ivan@*", "refuse", "550"]) == 0
    assert "1cs mail fault --remove 1" in capsys.readouterr().out
    assert main(["mail", "fault"]) == 0
    assert capsys.readouterr().out.startswith("Сбои:\n   1  smtp RCPT for ivan@* refuse 550  (случился: 0)\n")
    assert main(["mail", "fault", "--remove", "1"]) == 0
    assert capsys.readouterr().out == "Сбой 1 убран\n"
    assert main(["mail", "fault", "--remove", "1"]) == 2
    assert main(["mail", "fault"]) == 0
    assert capsys.readouterr().out.startswith("Сбоев нет.\n")


def test_a_ready_made_fault_is_ordered_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "fault", "Ящик полон"]) == 0
    with SandboxApi.open(mail_folder()) as api:
        assert [each.fault.line() for each in api.faults()] == ["any * full"]
    assert main(["mail", "fault", "--clear"]) == 0
    assert capsys.readouterr().out.endswith("Убрано: 1 сбой\n")


def test_a_fault_that_makes_no_sense_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "fault", "smtp RCPT dance"]) == 2
    assert "действие" in capsys.readouterr().err


def test_conversations_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "log"]) == 0
    assert capsys.readouterr().out == "Программы ещё не подключались.\n"
    with Sandbox(mail_folder()) as sandbox, smtplib.SMTP(*sandbox.smtp) as client:
        client.login("ivan@1c.ru", "secret")
        client.sendmail("ivan@1c.ru", "maria@1c.ru", b"Subject: x\r\n\r\n")
    assert main(["mail", "log"]) == 0
    line = capsys.readouterr().out
    assert line.startswith("   1  ") and "SMTP" in line and "ivan@1c.ru" in line
    assert main(["mail", "log", "1"]) == 0
    said = capsys.readouterr().out
    assert " С 220 " in said and " к mail from:<ivan@1c.ru>" in said.lower()
    assert "secret" not in said
    assert main(["mail", "log", "2"]) == 2
    assert main(["mail", "log", "--clear"]) == 0
    assert capsys.readouterr().out == "Разговоры забыты\n"
    assert main(["mail", "log"]) == 0
    assert capsys.readouterr().out == "Программы ещё не подключались.\n"


def test_a_hostile_client_does_nothing_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Sandbox(mail_folder()) as sandbox, smtplib.SMTP(*sandbox.smtp) as client:
        client.docmd("EHLO \x1b[31mred")
    assert main(["mail", "log", "1"]) == 0
    assert "\x1b" not in capsys.readouterr().out
