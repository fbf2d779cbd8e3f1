"""POP3 of the sandbox driven by poplib and bare sockets."""

from __future__ import annotations

import poplib
from collections.abc import Iterator

import pytest

from sandbox.boxes import Boxes
from sandbox.limits import Limits
from sandbox.server import Sandbox
from support.mail_clients import count, pop3, send, talk


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def test_a_letter_is_listed_and_retrieved(sandbox: Sandbox) -> None:
    send(sandbox)
    client = pop3(sandbox)
    raw = Boxes(sandbox.store).raw(1)
    assert client.stat() == (1, len(raw))
    assert client.list()[1] == [b"1 %d" % len(raw)]
    assert b"\r\n".join(client.retr(1)[1]) + b"\r\n" == raw
    assert client.top(1, 0)[1] == raw.split(b"\r\n")[:-2]
    assert client.uidl(1).split()[2] == client.uidl()[1][0].split()[1]
    client.quit()


def test_letters_are_removed_at_quit_only(sandbox: Sandbox) -> None:
    for _ in range(3):
        send(sandbox)
    client = pop3(sandbox)
    client.dele(1)
    with pytest.raises(poplib.error_proto):
        client.retr(1)
    assert client.stat()[0] == 2
    client.close()
    again = pop3(sandbox)
    assert again.stat()[0] == 3
    again.dele(1)
    again.rset()
    again.dele(2)
    again.quit()
    assert [letter.number for letter in Boxes(sandbox.store).letters()] == [1, 3]


def test_unique_ids_stay_when_letters_go(sandbox: Sandbox) -> None:
    send(sandbox)
    send(sandbox)
    client = pop3(sandbox)
    second = client.uidl()[1][1].split()[1]
    client.dele(1)
    client.quit()
    again = pop3(sandbox)
    assert again.uidl()[1] == [b"1 " + second]
    again.quit()


def test_all_ways_to_log_in_over_pop3(sandbox: Sandbox) -> None:
    send(sandbox)
    apop = poplib.POP3(*sandbox.pop3, timeout=60)
    apop.apop("ivan@example.com", "x")
    assert apop.stat()[0] == 1
    apop.quit()
    answers = talk(sandbox.pop3, b"AUTH PLAIN AGl2YW5AZXhhbXBsZS5jb20AeA==", b"STAT", b"QUIT")
    assert answers[1] == b"+OK 1 messages"
    assert count(sandbox, "IVAN") == 1


def test_pop3_tells_its_capabilities(sandbox: Sandbox) -> None:
    client = poplib.POP3(*sandbox.pop3, timeout=60)
    capabilities = client.capa()
    assert {"TOP", "UIDL", "USER", "SASL", "PIPELINING"} <= set(capabilities)
    assert capabilities["SASL"] == ["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"]
    client.quit()


def test_wrong_pop3_commands_are_refused_and_the_session_goes_on(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox.pop3, b"STAT", b"PASS x", b"USER", b"FOO", b"USER ivan@example.com", b"PASS x", b"USER again",
        b"RETR 1", b"RETR x", b"TOP 1", b"DELE 0", b"LIST 7", b"\xff\xfe", b"NOOP", b"QUIT",
    )  # fmt: skip
    kinds = [line[:1] for line in answers[1:]]
    assert b"".join(kinds) == b"----++-------++"


def test_top_without_its_count_is_one_error_and_nothing_else(sandbox: Sandbox) -> None:
    send(sandbox)
    answers = talk(sandbox.pop3, b"USER ivan@example.com", b"PASS x", b"TOP 1", b"TOP 1 x", b"NOOP", b"QUIT")
    assert [line[:1] for line in answers[3:]] == [b"-", b"-", b"+", b"+"]


def test_a_line_without_end_ends_the_session_only() -> None:
    with Sandbox() as sandbox:
        assert talk(sandbox.pop3, b"x" * 20_000)[1] == b"-ERR line too long"
        assert count(sandbox) == 0


def test_a_silent_client_is_sent_away() -> None:
    with Sandbox(limits=Limits(seconds_before_login=0.2, smtp_seconds=0.2)) as sandbox:
        assert len(talk(sandbox.pop3)) == 1
        assert talk(sandbox.smtp)[1] == b"421 4.4.2 idle for too long"
        assert talk(sandbox.imap)[1] == b"* BYE idle for too long"
