"""ANONYMOUS (RFC 4505): asked for by its name only, and done only where it is offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stdlib.mail.accounts import Credentials, ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection

Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]
NOBODY = Credentials(mechanism="anonymous")


@pytest.mark.parametrize(
    ("credentials", "offers", "told"),
    [
        (NOBODY, ["AUTH PLAIN ANONYMOUS"], ["AUTH ANONYMOUS ="]),
        (NOBODY, ["AUTH PLAIN"], []),
        (Credentials(), ["AUTH ANONYMOUS"], []),
    ],
)
def test_smtp_lets_nobody_in(
    credentials: Credentials,
    offers: list[str],
    told: list[str],
    smtp_script: Any,
    serve: Serve,
    account_at: AccountAt,
) -> None:
    smtp_script.extensions += offers
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port, credentials=credentials)) as connection:
        assert connection.send("a@mail.test", ["b@mail.test"], b"\r\n") == {}
    assert [line.decode() for line in server.lines if line.startswith(b"AUTH")] == told


@pytest.mark.parametrize(("reply", "code"), [("535 5.7.8 no guests", 535), ("250 ok", None)])
def test_a_refused_guest_is_told_so(
    reply: str, code: int | None, smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    smtp_script.extensions.append("AUTH ANONYMOUS")
    smtp_script.replies["AUTH"] = [f"{reply}\r\n".encode()]
    server = serve(smtp_script)
    with pytest.raises(MailError, match="Не удалось войти на сервер") as refused:
        SmtpConnection(account_at(server.port, credentials=NOBODY)).open()
    assert refused.value.code == code


def imap(capabilities: str) -> Callable[[Any], None]:
    def conversation(peer: Any) -> None:
        peer.answer(f"* OK [CAPABILITY IMAP4rev1 {capabilities}] ready\r\n".encode())
        while True:
            tag, _, command = peer.read_line().decode().partition(" ")
            if command.startswith("AUTHENTICATE"):
                peer.answer(b"+ \r\n")
                assert peer.read_line() == b""
            elif command.startswith("CAPABILITY"):
                peer.answer(f"* CAPABILITY IMAP4rev1 {capabilities}\r\n".encode())
            peer.answer(f"{tag} OK done\r\n".encode())

    return conversation


def pop3(capabilities: bytes) -> Callable[[Any], None]:
    def conversation(peer: Any) -> None:
        peer.answer(b"+OK ready\r\n")
        while True:
            if peer.read_line() == b"CAPA":
                peer.answer(b"+OK\r\n" + capabilities + b".\r\n")
            else:
                peer.answer(b"+OK\r\n")

    return conversation


def test_boxes_let_nobody_in(serve: Serve, account_at: AccountAt) -> None:
    server = serve(imap("AUTH=ANONYMOUS AUTH=PLAIN"))
    with ImapConnection(account_at(server.port, credentials=NOBODY)) as connection:
        connection.noop()
    assert any(line.endswith(b"AUTHENTICATE ANONYMOUS") for line in server.lines)
    server = serve(pop3(b"SASL ANONYMOUS PLAIN\r\n"))
    with Pop3Connection(account_at(server.port, credentials=NOBODY)) as box:
        box.noop()
    assert b"AUTH ANONYMOUS =" in server.lines


def test_boxes_that_know_no_guests(serve: Serve, account_at: AccountAt) -> None:
    for connection in (
        ImapConnection(account_at(serve(imap("AUTH=PLAIN")).port, credentials=NOBODY)),
        Pop3Connection(account_at(serve(pop3(b"SASL PLAIN\r\n")).port, credentials=NOBODY)),
    ):
        with pytest.raises(MailError, match="сервер не предлагает анонимный вход"):
            connection.open()
        assert not connection.is_open
