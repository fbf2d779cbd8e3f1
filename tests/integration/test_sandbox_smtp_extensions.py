"""What the sandbox's SMTP offers beyond RFC 5321, and what it keeps out."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from sandbox.boxes import Boxes
from sandbox.limits import Limits
from sandbox.server import Sandbox
from support.mail_clients import LETTER, USER, send, smtp, talk


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def codes(answers: list[bytes]) -> list[bytes]:
    """The code of each answer behind the greeting."""
    return [line[:3] for line in answers[1:] if line[3:4] == b" "]


def test_extensions_are_offered_each_on_a_line(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        client.ehlo()
        assert set(client.esmtp_features) == {
            "pipelining", "size", "8bitmime", "smtputf8", "chunking", "dsn", "auth", "enhancedstatuscodes", "help",
        }  # fmt: skip
        assert client.esmtp_features["auth"].split() == ["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"]


def test_a_letter_comes_in_chunks(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox.smtp, b"EHLO me", b"MAIL FROM:<a@b.ru>", b"RCPT TO:<ivan@example.com>",
        b"BDAT 14\r\nSubject: x\r\n\r\nBDAT 4\r\n.\r\n.BDAT 6 LAST\r\n\r\nab", b"BDAT 0 LAST", b"QUIT",
    )  # fmt: skip
    assert codes(answers) == [b"250", b"250", b"250", b"250", b"250", b"250", b"503", b"221"]
    assert Boxes(sandbox.store).raw(1).endswith(b"\r\nSubject: x\r\n\r\n.\r\n.\r\nab\r\n")


def test_chunks_that_are_wrong_are_taken_off_the_wire_and_refused(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox.smtp, b"EHLO me", b"BDAT 6 LAST\r\nNOOP", b"BDAT x", b"BDAT 1 FIRST", b"BDAT -1",
        b"MAIL FROM:<a@b.ru>", b"RCPT TO:<ivan@example.com>", b"BDAT 5\r\nabc", b"DATA", b"RSET", b"QUIT",
    )  # fmt: skip
    assert codes(answers) == [b"250", b"503", b"501", b"501", b"501", b"250", b"250", b"250", b"503", b"250", b"221"]
    assert sandbox.arrivals() == []


def test_chunks_beyond_the_limit_are_refused_and_the_session_goes_on() -> None:
    with Sandbox(limits=Limits(letter=10)) as sandbox:
        answers = talk(
            sandbox.smtp, b"EHLO me", b"MAIL FROM:<a@b.ru>", b"RCPT TO:<ivan@example.com>",
            b"BDAT 8\r\n12345678BDAT 3 LAST\r\n123NOOP", b"QUIT",
        )  # fmt: skip
        assert codes(answers) == [b"250", b"250", b"250", b"250", b"552", b"250", b"221"]


def test_delivery_options_are_accepted_and_unknown_ones_are_not(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox.smtp, b"EHLO me",
        b"MAIL FROM:<a@b.ru> RET=HDRS ENVID=QQ314159 BODY=8BITMIME SIZE=10 SMTPUTF8 AUTH=<>",
        b"RCPT TO:<ivan@example.com> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;ivan@example.com",
        b"RCPT TO:<ivan@example.com> WISH=1", b"RSET", b"MAIL FROM:<a@b.ru> WISH=1", b"MAIL FROM:<a@b.ru> BODY=BINARY",
        b"MAIL FROM:<a@b.ru> SIZE=x", b"MAIL FROM:<a@b.ru> SIZE=99999999999", b"QUIT",
    )  # fmt: skip
    assert codes(answers) == [b"250", b"250", b"250", b"555", b"250", b"555", b"501", b"501", b"552", b"221"]


def test_every_answer_but_those_of_ehlo_has_an_enhanced_code(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox.smtp, b"NOOP", b"FOO", b"MAIL FROM:<a@b.ru>", b"HELO me", b"RCPT TO:<a@b.ru>", b"MAIL FROM:<a@b.ru>",
        b"MAIL FROM:<a@b.ru>", b"DATA", b"RCPT TO:<@>", b"RCPT TO:<a@b.ru>", b"VRFY a",
        b"HELP", b"STARTTLS", b"RSET", b"QUIT",
    )  # fmt: skip
    for answer in answers[1:]:
        code, enhanced = answer.split()[:2]
        assert answer == b"250 1cs.localhost" or enhanced.split(b".")[0] == code[:1], answer


def test_a_source_route_and_an_address_without_brackets_are_understood(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox.smtp, b"EHLO me", b"MAIL FROM:a@b.ru", b"RCPT TO:<@c.ru,@d.ru:ivan@example.com>",
        b'RCPT TO:<"odd > name"@example.com>', b"DATA", b"", b".", b"QUIT",
    )  # fmt: skip
    assert codes(answers)[-2:] == [b"250", b"221"]
    assert [arrival.recipient for arrival in sandbox.arrivals()] == ["ivan@example.com", '"odd > name"@example.com']


@pytest.mark.parametrize("end", [b"\n.\n", b"\n.\r\n", b"\r.\r\n", b"\r\n.\n", b"\r.\r"], ids=repr)
def test_another_letter_cannot_be_smuggled_in(sandbox: Sandbox, end: bytes) -> None:
    # SMTP smuggling (2023): servers that took these for an end went on with commands that were part of a letter.
    hidden = b"Subject: x\r\n\r\nfirst" + end + b"MAIL FROM:<evil@b.ru>\r\nRCPT TO:<ivan@example.com>\r\nDATA\r\nsecond"
    answers = talk(
        sandbox.smtp, b"EHLO me", b"MAIL FROM:<a@b.ru>", b"RCPT TO:<ivan@example.com>", b"DATA", hidden, b".", b"QUIT"
    )
    assert codes(answers) == [b"250", b"250", b"250", b"354", b"250", b"221"]
    assert len(sandbox.arrivals()) == 1
    assert b"evil@b.ru" in Boxes(sandbox.store).raw(1)


def test_dots_are_taken_off(sandbox: Sandbox) -> None:
    raw = b"Subject: x\r\n\r\n.\r\n..\r\n...a\r\n.b\r\n"
    send(sandbox, raw)
    assert Boxes(sandbox.store).raw(1).endswith(raw)


def test_too_many_recipients_are_told_so(sandbox: Sandbox) -> None:
    with Sandbox(limits=Limits(recipients=2)) as small, smtp(small) as client:
        refused = client.sendmail("a@b.ru", ["a@b.ru", "b@b.ru", "c@b.ru"], LETTER)
        assert refused == {"c@b.ru": (452, b"4.5.3 too many recipients")}


def test_a_hasty_client_is_slowed_down() -> None:
    with Sandbox(limits=Limits(lines_per_second=50)) as sandbox, smtp(sandbox) as client:
        began = time.monotonic()
        for _ in range(120):
            assert client.noop()[0] == 250
        assert time.monotonic() - began > 1.5


def test_an_endless_command_ends_the_connection(sandbox: Sandbox) -> None:
    answers = talk(sandbox.smtp, b"x" * 2_000_000, b"NOOP")
    assert answers[1:] == [b"500 5.5.2 line too long"]


def test_a_client_that_leaves_in_the_middle_of_a_letter_leaves_no_letter(sandbox: Sandbox) -> None:
    with socket.create_connection(sandbox.smtp, timeout=60) as client:
        client.sendall(b"EHLO me\r\nMAIL FROM:<a@b.ru>\r\nRCPT TO:<ivan@example.com>\r\nDATA\r\nSubject: x\r\n\r\nhalf")
        time.sleep(0.1)
    send(sandbox)
    assert len(sandbox.arrivals()) == 1


def test_a_second_ehlo_forgets_the_letter(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        client.ehlo()
        client.mail("a@b.ru")
        client.ehlo()
        assert client.rcpt(USER)[0] == 503


def test_log_in_comes_once_and_not_within_a_letter(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        assert client.docmd("AUTH PLAIN AGEAYg==")[0] == 503
        client.ehlo()
        client.mail("a@b.ru")
        assert client.docmd("AUTH PLAIN AGEAYg==")[0] == 503
        client.rset()
        assert client.docmd("AUTH PLAIN AGEAYg==")[0] == 235
        assert client.docmd("AUTH PLAIN AGEAYg==")[0] == 503
        client.ehlo()
        assert not client.has_extn("auth")
