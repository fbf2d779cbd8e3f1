"""Servers whose answer goes on and on, as fast as it is read: it is given up, and little of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stdlib.mail import imap_client, pop3_client
from stdlib.mail.accounts import Credentials, ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection

IVAN = Credentials("ivan", "secret")
ENOUGH = 1_000_000
MOST_READ = 50 * ENOUGH
"""What the kernel and the libraries may have taken before the end is far below."""

Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]


class Flood:
    """Says the same from the moment of a command on; `said` counts the octets."""

    def __init__(self, greeting: bytes, command: bytes, start: bytes, line: bytes) -> None:
        self._greeting, self._command, self._start, self._line = greeting, command, start, line
        self.said = 0

    def __call__(self, peer: Any) -> None:
        peer.answer(self._greeting)
        while self._command not in (said := peer.read_line()):
            self._answer(peer, said)
        peer.answer(self._start)
        lot = self._line * (65536 // len(self._line))
        while self.said < MOST_READ:
            peer.answer(lot)
            self.said += len(lot)

    def _answer(self, peer: Any, said: bytes) -> None:
        tag = said.partition(b" ")[0]
        if self._greeting.startswith(b"*"):
            offer = b"* CAPABILITY IMAP4rev1\r\n" if b"CAPABILITY" in said else b""
            peer.answer(offer + tag + b" OK done\r\n")
        elif self._greeting.startswith(b"220"):
            peer.answer(b"250 ok\r\n")
        else:
            peer.answer(b"+OK\r\n.\r\n" if tag == b"CAPA" else b"+OK\r\n")


@pytest.fixture(autouse=True)
def soon_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_client, "_LARGEST_ANSWER", ENOUGH)
    monkeypatch.setattr(pop3_client, "_LARGEST_ANSWER", ENOUGH)


@pytest.mark.parametrize(
    ("command", "action"),
    [
        (b"UIDL", lambda box: box.uidl()),
        (b"LIST", lambda box: box.sizes()),
        (b"RETR", lambda box: box.retrieve(1)),
        (b"TOP", lambda box: box.header(1)),
    ],
    ids=["UIDL", "LIST", "RETR", "TOP"],
)
def test_an_endless_answer_of_pop3_is_given_up(
    serve: Serve, account_at: AccountAt, command: bytes, action: Callable[[Pop3Connection], object]
) -> None:
    flood = Flood(b"+OK hi\r\n", command, b"+OK\r\n", b"1 and so on\r\n")
    server = serve(flood)
    box = Pop3Connection(account_at(server.port, credentials=IVAN, seconds=60))
    box.open()
    with pytest.raises(MailError, match="сервер ответил не по правилам POP3"):
        action(box)
    assert not box.is_open
    assert flood.said < MOST_READ


@pytest.mark.parametrize(
    "line",
    [b"* 1 EXISTS\r\n", b"* OK [ALERT] again\r\n", b'* LIST () "/" {3}\r\nabc\r\n', b"* 1 FETCH (UID 1 FLAGS ())\r\n"],
    ids=["EXISTS", "OK", "literals", "FETCH"],
)
@pytest.mark.parametrize(
    ("command", "action"),
    [
        (b"SELECT", lambda box: box.select()),
        (b"SEARCH", lambda box: box.select() and box.search()),
        (b"FETCH", lambda box: box.select() and list(box.fetch_messages([1]))),
        (b"LIST", lambda box: box.folders.all()),
    ],
    ids=["SELECT", "SEARCH", "FETCH", "LIST"],
)
def test_an_endless_answer_of_imap_is_given_up(
    serve: Serve, account_at: AccountAt, command: bytes, action: Callable[[ImapConnection], object], line: bytes
) -> None:
    flood = Flood(b"* OK hi\r\n", command, b"", line)
    server = serve(flood)
    box = ImapConnection(account_at(server.port, credentials=IVAN, seconds=60))
    box.open()
    with pytest.raises(MailError, match="сервер ответил не по правилам IMAP"):
        action(box)
    assert not box.is_open
    assert flood.said < MOST_READ


@pytest.mark.parametrize("command", [b"EHLO", b"MAIL", b"RCPT", b"DATA"], ids=bytes.decode)
def test_an_endless_answer_of_smtp_is_given_up(serve: Serve, account_at: AccountAt, command: bytes) -> None:
    flood = Flood(b"220 hi\r\n", command, b"", b"250-and so on\r\n")
    server = serve(flood)
    connection = SmtpConnection(account_at(server.port, seconds=60))
    with pytest.raises(MailError, match="сервер ответил не по правилам SMTP"):
        connection.send("a@mail.test", ["ivan@mail.test"], b"Subject: x\r\n\r\nbody\r\n")
    connection.abandon()
    assert flood.said < MOST_READ
