"""Whatever a client says, the servers of the sandbox answer, survive, and report no bug of theirs."""

from __future__ import annotations

import contextlib
import gc
import socket
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.limits import Limits
from sandbox.server import Sandbox
from support.mail_clients import LETTER, USER

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = {
    "smtp": (
        b"EHLO x", b"MAIL FROM:<a@b.ru>", b"RCPT TO:<ivan@example.com>", b"DATA", b".", b"BDAT 9",
        b"BDAT 3 LAST\r\nabc",
        b"AUTH PLAIN", b"AUTH CRAM-MD5", b"AGEAYg==", b"*", b"RSET", b"VRFY x", b"MAIL FROM:<> SIZE=", b"STARTTLS",
        b"RCPT TO:<@a,@b:c@d>", b'RCPT TO:<"\\', b"NOOP", b"Subject: x", b"..", b"AUTH XOAUTH2 dXNlcj1h",
    ),
    "imap": (
        b"a LOGIN ivan@example.com x", b"b SELECT INBOX", b"c FETCH 1:* (BODY[] ENVELOPE)",
        b"d SEARCH RETURN (ALL) TEXT x",
        b"e SORT (SUBJECT) UTF-8 ALL", b"f APPEND INBOX {3+}\r\nabc", b"g STORE 1 +FLAGS (\\Deleted)", b"h EXPUNGE",
        b'i LIST (SUBSCRIBED RECURSIVEMATCH) "" "*" RETURN (STATUS (MESSAGES))', b"j IDLE", b"DONE", b"k LOGIN {5}",
        b"l GETQUOTAROOT INBOX", b"m AUTHENTICATE LOGIN", b"n UID MOVE 1:* Trash", b"o STARTTLS", b"p FETCH 1 BODY[1.",
        b'q LIST "" (', b"r SORT (REVERSE) UTF-8 ALL", b"s SEARCH OR OR OR", b"t STATUS INBOX (SIZE)", b"{1000000+}",
    ),
    "pop3": (
        b"USER ivan@example.com", b"PASS x", b"LIST", b"UIDL 1", b"RETR 1", b"TOP 1 0", b"DELE 1", b"RSET", b"STLS",
        b"AUTH LOGIN", b"aXZhbg==", b"APOP ivan x", b"CAPA", b"STAT", b"TOP 1 99999999999", b"LIST -1",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(limits=Limits(letter=10_000), starttls=True) as running:
        running.store.deliver([USER], LETTER)
        yield running


@pytest.mark.parametrize("protocol", list(PIECES))
def test_anything_may_be_said(sandbox: Sandbox, protocol: str, capfd: pytest.CaptureFixture[str]) -> None:
    line = st.one_of(st.sampled_from(PIECES[protocol]), st.binary(max_size=30))

    @given(st.lists(line, max_size=12), st.booleans())
    def converse(lines: list[bytes], to_the_end: bool) -> None:
        with (
            contextlib.suppress(ConnectionError),
            socket.create_connection(getattr(sandbox, protocol), timeout=20) as client,
        ):
            client.sendall(b"\r\n".join(lines) + (b"\r\n" if to_the_end else b""))
            client.shutdown(socket.SHUT_WR)
            heard = b""
            while piece := client.recv(65536):
                heard += piece
            assert heard.endswith(b"\r\n") and heard.startswith((b"220 ", b"* OK", b"+OK"))

    converse()
    with socket.create_connection(getattr(sandbox, protocol), timeout=20) as client:
        assert client.recv(100)
    gc.collect()
    assert capfd.readouterr() == ("", "")
