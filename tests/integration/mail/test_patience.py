"""Servers that fall silent, trickle, promise too much: everything ends in an error, and in time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from stdlib.mail.accounts import Credentials, Security, ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection

IVAN = Credentials("ivan", "secret")
# The servers go on for a minute and more; what a slow machine needs beside the timeouts is less.
LONG = 45
SECONDS = 0.4
CONNECTIONS: dict[str, Any] = {"smtp": SmtpConnection, "imap": ImapConnection, "pop3": Pop3Connection}
GREETINGS = {"smtp": b"220 hi\r\n", "imap": b"* OK hi\r\n", "pop3": b"+OK hi\r\n"}
OFFERS = {
    "smtp": [b"250-me\r\n250 STARTTLS\r\n", b"220 go\r\n"],
    "imap": [b"* CAPABILITY IMAP4rev1 STARTTLS\r\n%s OK done\r\n", b"%s OK go\r\n"],
    "pop3": [b"+OK\r\nSTLS\r\n.\r\n", b"+OK go\r\n"],
}
# The head of a record of TLS that goes on for 16 KB.
TLS_RECORD = b"\x16\x03\x03\x40\x00"

Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]


def trickle(peer: Any, start: bytes, filling: bytes = b"x") -> None:
    """An octet, or a line, now and then, for ever."""
    peer.answer(start)
    while not peer.server.stopped.wait(0.1):
        peer.answer(filling)


def offer_tls(peer: Any, protocol: str) -> None:
    peer.answer(GREETINGS[protocol])
    for reply in OFFERS[protocol]:
        tag = peer.read_line().partition(b" ")[0]
        peer.answer(reply.replace(b"%s", tag))


def silent(peer: Any, protocol: str) -> None:
    peer.answer(b"<silence>")


def trickling_greeting(peer: Any, protocol: str) -> None:
    trickle(peer, GREETINGS[protocol][:-2])


def trickling_answer(peer: Any, protocol: str) -> None:
    peer.answer(GREETINGS[protocol])
    peer.read_line()
    trickle(peer, {"smtp": b"250 ", "imap": b"* CAPABILITY ", "pop3": b"+OK "}[protocol])


def trickling_tls(peer: Any, protocol: str) -> None:
    trickle(peer, TLS_RECORD)


def silent_starttls(peer: Any, protocol: str) -> None:
    offer_tls(peer, protocol)
    peer.answer(b"<silence>")


def trickling_starttls(peer: Any, protocol: str) -> None:
    offer_tls(peer, protocol)
    trickle(peer, TLS_RECORD)


@pytest.mark.parametrize(
    ("security", "fault"),
    [
        ("none", silent),
        ("none", trickling_greeting),
        ("none", trickling_answer),
        ("tls", silent),
        ("tls", trickling_tls),
        ("starttls", silent_starttls),
        ("starttls", trickling_starttls),
    ],
    ids=lambda value: value.__name__ if callable(value) else value,
)
@pytest.mark.parametrize("protocol", CONNECTIONS)
def test_a_server_that_never_gets_ready_is_given_up(
    serve: Serve, account_at: AccountAt, protocol: str, security: Security, fault: Callable[[Any, str], None]
) -> None:
    server = serve(lambda peer: fault(peer, protocol))
    connection = CONNECTIONS[protocol](account_at(server.port, security, IVAN, host="localhost", seconds=SECONDS))
    began = time.monotonic()
    with pytest.raises(MailError) as caught:
        connection.open()
    assert time.monotonic() - began < LONG
    assert "время ожидания истекло" in caught.value.message
    assert not connection.is_open if protocol != "smtp" else True


def imap_server(*rules: tuple[bytes, Callable[[Any, bytes], None]]) -> Callable[[Any], None]:
    """Everything succeeds but the commands that begin so."""

    def conversation(peer: Any) -> None:
        peer.answer(b"* OK hi\r\n")
        while True:
            tag, _, command = peer.read_line().partition(b" ")
            action = next((action for start, action in rules if command.startswith(start)), None)
            if action is not None:
                action(peer, tag)
            else:
                more = b"* CAPABILITY IMAP4rev1\r\n" if command.startswith(b"CAPABILITY") else b""
                peer.answer(more + tag + b" OK done\r\n")

    return conversation


@pytest.fixture
def imap(serve: Serve, account_at: AccountAt) -> Iterator[Callable[..., ImapConnection]]:
    opened: list[ImapConnection] = []

    def start(*rules: tuple[bytes, Callable[[Any, bytes], None]], seconds: float = SECONDS) -> ImapConnection:
        server = serve(imap_server(*rules))
        connection = ImapConnection(account_at(server.port, credentials=IVAN, seconds=seconds))
        opened.append(connection)
        connection.open()
        connection.select()
        return connection

    yield start
    for connection in opened:
        connection.abandon()


@pytest.mark.parametrize("said", [b"x", b"* OK still working\r\n"], ids=["octets", "lines"])
def test_a_command_of_imap_that_never_ends_is_given_up(imap: Callable[..., ImapConnection], said: bytes) -> None:
    connection = imap((b"UID SEARCH", lambda peer, tag: trickle(peer, b"", said)))
    began = time.monotonic()
    with pytest.raises(MailError, match="время ожидания истекло"):
        connection.search()
    assert time.monotonic() - began < LONG
    assert not connection.is_open


def test_a_letter_of_pop3_that_never_ends_is_given_up(serve: Serve, account_at: AccountAt) -> None:
    def endless(peer: Any) -> None:
        peer.answer(b"+OK hi\r\n")
        while not peer.read_line().startswith(b"RETR"):
            peer.answer(b"+OK\r\n.\r\n" if peer.server.lines[-1] == b"CAPA" else b"+OK\r\n")
        trickle(peer, b"+OK\r\nSubject: x\r\n\r\n")

    connection = Pop3Connection(account_at(serve(endless).port, credentials=IVAN, seconds=SECONDS))
    connection.open()
    began = time.monotonic()
    with pytest.raises(MailError, match="время ожидания истекло"):
        connection.retrieve(1)
    assert time.monotonic() - began < LONG
    assert not connection.is_open


def test_a_slow_answer_that_comes_is_read(imap: Callable[..., ImapConnection]) -> None:
    def slow(peer: Any, tag: bytes) -> None:
        # Longer than the timeout, which is for silence.
        for number in range(1, 41):
            peer.answer(b"* %d FETCH (UID %d FLAGS (\\Seen))\r\n" % (number, number))
            peer.server.stopped.wait(0.1)
        peer.answer(tag + b" OK done\r\n")

    connection = imap((b"UID FETCH", slow), seconds=3.0)
    assert connection.fetch_flags(range(1, 41)) == dict.fromkeys(range(1, 41), ("\\Seen",))


def test_an_answer_of_millions_of_octets_is_read(imap: Callable[..., ImapConnection]) -> None:
    uids = range(1_000_000, 1_300_000)
    line = b"* SEARCH " + b" ".join(b"%d" % uid for uid in uids) + b"\r\n"
    connection = imap((b"UID SEARCH", lambda peer, tag: peer.answer(line + tag + b" OK done\r\n")), seconds=30)
    assert connection.search() == list(uids)


def test_a_server_may_promise_more_than_there_is_memory(imap: Callable[..., ImapConnection]) -> None:
    def boasting(peer: Any, tag: bytes) -> None:
        peer.answer(b"* 1 FETCH (UID 1 BODY[] {900000000}\r\nSubject: x\r\n")
        raise ConnectionError

    connection = imap((b"UID FETCH", boasting), seconds=30)
    with pytest.raises(MailError, match="оборвал"):
        list(connection.fetch_messages([1]))


def test_a_big_letter_is_put_while_the_server_goes_on_reading(imap: Callable[..., ImapConnection]) -> None:
    letter = b"Subject: x\r\n\r\n" + b"0123456789\r\n" * 2_000_000
    got = bytearray()

    def slow(peer: Any, tag: bytes) -> None:
        peer.answer(b"+ go\r\n")
        while len(got) < len(letter):
            got.extend(peer.reader.read(min(len(letter) - len(got), len(letter) // 40 + 1)))
            peer.server.stopped.wait(0.1)
        peer.read_line()
        peer.answer(tag + b" OK done\r\n")

    # All of it takes longer than any single wait may.
    connection = imap((b"APPEND", slow), seconds=3.0)
    connection.append("INBOX", letter)
    assert bytes(got) == letter


def test_the_servers_words_in_cyrillic_are_shown(imap: Callable[..., ImapConnection]) -> None:
    connection = imap((b"UID SEARCH", lambda peer, tag: peer.answer(tag + " NO Ящик занят\r\n".encode())))
    with pytest.raises(MailError) as caught:
        connection.search()
    assert caught.value.reply == "Ящик занят"
