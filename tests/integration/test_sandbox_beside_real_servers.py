"""POP3 of the sandbox beside that of Dovecot, its SMTP beside that of Exim: what clients act on is the same."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from sandbox.server import Sandbox
from support.imap_letters import LETTERS
from support.real_servers import USERS, real_servers
from support.tagged_lines import TaggedLines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.real_servers import RealServers

pytestmark = pytest.mark.servers

IVAN = b"USER ivan@mail.test", b"PASS " + USERS["ivan"].encode()
POP3 = (
    (b"STAT", b"LIST", b"LIST 1", b"LIST 99", b"LIST x", b"LIST 0", b"LIST -1"),
    (b"RETR 1", b"RETR 2", b"RETR 3", b"RETR 99", b"RETR", b"RETR x"),
    (b"TOP 1 0", b"TOP 2 1", b"TOP 3 5", b"TOP 4 9999", b"TOP 1", b"TOP 1 -1", b"TOP x 1"),
    (b"DELE 1", b"DELE 1", b"RETR 1", b"LIST", b"STAT", b"LIST 1", b"RSET", b"LIST", b"STAT"),
    (b"NOOP", b"FOO", b"noop", b"USER ivan", b"PASS x", b"", b"STAT x", b"UIDL 99", b"UIDL x"),
)  # fmt: skip
SMTP = (
    (b"EHLO me", b"MAIL FROM:<a@mail.test>", b"RCPT TO:<ivan@mail.test>", b"DATA", b"\r\nx\r\n.", b"QUIT"),
    (b"MAIL FROM:<a@mail.test>", b"RCPT TO:<ivan@mail.test>", b"DATA"),
    (b"EHLO me", b"RCPT TO:<ivan@mail.test>", b"MAIL FROM:<a@mail.test>", b"MAIL FROM:<b@mail.test>", b"RSET", b"DATA"),
    (b"HELO me", b"MAIL FROM:<>", b"RCPT TO:<ivan@mail.test>", b"RSET", b"RCPT TO:<ivan@mail.test>", b"NOOP"),
    (b"EHLO me", b"mail from:<a@mail.test> size=100 body=8bitmime", b"rcpt to:<IVAN@mail.test>", b"rset", b"quit"),
    (b"EHLO me", b"MAIL FROM:<a@mail.test> SIZE=999999999999", b"MAIL FROM:<a@mail.test> WISH=1", b"MAIL a@mail.test"),
    (b"EHLO me", b"MAIL FROM:<a@mail.test>", b"RCPT ivan@mail.test", b"RCPT TO:<>", b"RCPT TO:<ivan@mail.test"),
    # Few in one conversation: Exim ends it after three.
    (b"EHLO", b"HELO", b"FOO"), (b"NOOP x", b"VRFY", b"EHLO me", b"AUTH FOO"),
    (b"EHLO me", b"AUTH PLAIN AGl2YW4Ac2VjcmV0MQ==", b"AUTH PLAIN AGl2YW4Ac2VjcmV0MQ==", b"MAIL FROM:<a@mail.test>"),
    (b"EHLO me", b"AUTH PLAIN ?", b"AUTH PLAIN AGl2YW4=", b"AUTH PLAIN", b"*", b"AUTH LOGIN", b"*", b"NOOP"),
)  # fmt: skip


@pytest.fixture(scope="module")
def servers() -> Iterator[RealServers]:
    with real_servers() as running:
        yield running


@pytest.fixture(scope="module")
def sandbox(servers: RealServers) -> Iterator[Sandbox]:
    """With the same letters as Dovecot has."""
    with Sandbox() as running:
        dovecot = TaggedLines(("127.0.0.1", servers.ports["imap"]), "ivan", USERS["ivan"])
        with dovecot, TaggedLines(running.imap, "ivan@mail.test", "x") as ours:
            for raw in LETTERS:
                for client in (dovecot, ours):
                    client.ask(f"APPEND INBOX {{{len(raw)}+}}\r\n".encode() + raw)
        yield running


def multi_line(command: bytes) -> bool:
    words = command.split()
    return (bool(words) and words[0] in (b"RETR", b"TOP")) or command in (b"LIST", b"UIDL")


def pop3(address: tuple[str, int], commands: tuple[bytes, ...]) -> list[tuple[bytes, bytes]]:
    """The sign of each answer, and what of it counts."""
    with socket.create_connection(address, timeout=60) as client:
        lines = client.makefile("rb")
        lines.readline()
        answers = []
        for command in (*IVAN, *commands):
            client.sendall(command + b"\r\n")
            first = lines.readline().rstrip()
            told = b" ".join(first.split()[1:3]) if command.split()[:1] in ([b"STAT"], [b"LIST"]) else b""
            if first[:1] == b"+" and multi_line(command):
                told = b"".join(iter(lines.readline, b".\r\n"))
            answers.append((first[:1], told if first[:1] == b"+" else b""))
        lines.close()
    return answers


@pytest.mark.parametrize("commands", POP3, ids=lambda commands: commands[0].decode())
def test_pop3_answers_as_dovecot(sandbox: Sandbox, servers: RealServers, commands: tuple[bytes, ...]) -> None:
    dovecot = pop3(("127.0.0.1", servers.ports["pop3"]), commands)
    assert pop3(sandbox.pop3, commands) == dovecot


def codes(address: tuple[str, int], commands: tuple[bytes, ...]) -> list[bytes]:
    """The code of every answer; the client waits for each."""
    with socket.create_connection(address, timeout=60) as client:
        lines = client.makefile("rb")
        found = []
        for command in (None, *commands):
            if command is not None:
                client.sendall(command + b"\r\n")
            while (line := lines.readline())[3:4] == b"-":
                pass
            found.append(line[:3])
        lines.close()
    return found


@pytest.mark.parametrize("commands", SMTP, ids=lambda commands: b" ".join(commands[:3]).decode())
def test_smtp_answers_as_exim(sandbox: Sandbox, servers: RealServers, commands: tuple[bytes, ...]) -> None:
    exim = codes(("127.0.0.1", servers.ports["smtp"]), commands)
    ours = codes(sandbox.smtp, commands)
    # The first digit is what clients act on; servers differ in the others.
    assert [code[:1] for code in ours] == [code[:1] for code in exim], (ours, exim)
