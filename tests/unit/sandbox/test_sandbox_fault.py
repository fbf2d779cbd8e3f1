"""The language of faults."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.fault import ACTIONS, PROTOCOLS, Fault, FaultError, parse_fault

LINES = (
    "smtp RCPT for ivan@* refuse 550 5.1.1 Нет такого ящика",
    "any LOGIN times 2 refuse",
    "imap FETCH delay 3",
    "pop3 RETR drop",
    "smtp DATA chance 30 bye 421 4.3.2 Перегрузка",
    "smtp RCPT for ivan@example.com full",
    "smtp RCPT greylist 60",
    "any CONNECT slow 200",
    "pop3 CAPA hide UIDL SASL",
    "imap * for ivan@* times 3 chance 1 refuse [UNAVAILABLE] позже",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read_and_written_back(line: str) -> None:
    assert parse_fault(line).line() == line


def test_parts_of_a_line() -> None:
    fault = parse_fault("SMTP rcpt FOR Ivan@Example.COM times 2 chance 30 Refuse 450  занято,  позже")
    assert fault == Fault("smtp", "RCPT", "refuse", "ivan@example.com", 2, 30, 450, "занято, позже")


@pytest.mark.parametrize(
    "line",
    [
        "", "smtp", "smtp RCPT", "http GET drop", "smtp R-C drop", "smtp RCPT fly", "smtp RCPT for a@b",
        "smtp RCPT delay",
        "smtp RCPT delay x", "smtp RCPT delay -1", "smtp RCPT delay nan", "smtp RCPT delay 1e9", "smtp RCPT slow 0",
        "smtp RCPT refuse 250 OK", "smtp RCPT refuse 9999", "smtp RCPT times 0 drop", "smtp RCPT chance 101 drop",
        "smtp RCPT refuse 550 a\x07b", "smtp RCPT refuse " + "x" * 500, "smtp RCPT times", "smtp RCPT for",
        "smtp EHLO hide",         "smtp EHLO hide РАЗМЕР",
    ],
)  # fmt: skip
def test_what_is_no_fault_is_told_in_russian(line: str) -> None:
    with pytest.raises(FaultError) as caught:
        parse_fault(line)
    assert any("а" <= sign.lower() <= "я" for sign in str(caught.value))


@pytest.mark.parametrize(
    ("line", "protocol", "command", "who", "concerned"),
    [
        ("smtp RCPT drop", "smtp", "RCPT", (), True),
        ("smtp RCPT drop", "smtp", "MAIL", (), False),
        ("smtp RCPT drop", "imap", "RCPT", (), False),
        ("any * drop", "pop3", "RETR", (), True),
        ("any * drop", "pop3", "LOGIN", (), False),
        ("any * drop", "smtp", "CONNECT", (), False),
        ("any * drop", "imap", "LOGOUT", (), False),
        ("any QUIT drop", "pop3", "QUIT", (), True),
        ("any CONNECT drop", "smtp", "CONNECT", (), True),
        ("any * full", "smtp", "RCPT", (), True),
        ("any * full", "smtp", "NOOP", (), False),
        ("any * full", "imap", "APPEND", (), True),
        ("smtp * greylist 1", "smtp", "MAIL", (), False),
        ("smtp RCPT for i?an@* drop", "smtp", "RCPT", ("Ivan@b.ru",), True),
        ("smtp BODY for anna@* drop", "smtp", "BODY", ("ivan@b.ru", "anna@b.ru"), True),
        ("smtp RCPT for ivan drop", "smtp", "RCPT", ("ivan@b.ru",), False),
        ("smtp RCPT for *@b.ru drop", "smtp", "RCPT", (), False),
    ],
)
def test_whom_a_fault_concerns(line: str, protocol: str, command: str, who: tuple[str, ...], concerned: bool) -> None:
    assert parse_fault(line).concerns(protocol, command, who) is concerned


@given(st.text(max_size=60))
def test_any_text_is_a_fault_or_an_error(text: str) -> None:
    try:
        fault = parse_fault(text)
    except FaultError:
        return
    assert parse_fault(fault.line()) == fault


@given(
    st.builds(
        lambda protocol, command, action, tail: f"{protocol} {command} {action} {tail}",
        st.sampled_from(PROTOCOLS), st.sampled_from(("RCPT", "*", "login")), st.sampled_from(ACTIONS),
        st.text("0123456789. aбв№", max_size=12),
    )
)  # fmt: skip
def test_what_was_read_is_read_again_alike(line: str) -> None:
    try:
        fault = parse_fault(line)
    except FaultError:
        return
    assert parse_fault(fault.line()) == fault
