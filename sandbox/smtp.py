"""SMTP by aiosmtpd: takes any letter for anybody and puts it into the boxes of the envelope's recipients."""

from __future__ import annotations

import asyncio
import collections
import email.utils
import logging
import re
from collections.abc import Callable
from typing import Any, cast

from aiosmtpd.smtp import MISSING, SMTP, AuthResult, Envelope, Session

from sandbox import sasl
from sandbox.accounts import account_address
from sandbox.database import StoreError
from sandbox.limits import Limits
from sandbox.line_reader import LineTooLong, read_line
from sandbox.store import Delivery, Store

HOST = "1cs.localhost"
_LONGEST_COMMAND = 12288
"""RFC 4954 wants that much for AUTH."""
_NOT_A_HOST = re.compile(r"[^\w.:\[\]-]")
_PATH = re.compile(r'<((?:"(?:[^"\\]|\\.)*"|[^">])*)>\s*(.*)\Z', re.DOTALL)
_SOURCE_ROUTE = re.compile(r"@[^:@]+(?:,@[^:@]+)*:")

OnDelivery = Callable[[str, bytes, list[Delivery]], None]
"""Told of every accepted letter: envelope sender, bytes as they were sent, boxes it went to."""


class Handler:
    """What aiosmtpd asks at the steps of a session; the names of the methods are its protocol."""

    def __init__(self, store: Store, on_delivery: OnDelivery) -> None:
        self._store = store
        self._on_delivery = on_delivery

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [responses[0], "250-PIPELINING", *responses[1:]]

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        try:
            account_address(address)
        except ValueError:
            return "553 5.1.3 malformed address"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        raw = envelope.original_content or b""
        sender = (envelope.mail_from or "").removeprefix("<").removesuffix(">")
        try:
            deliveries = self._store.deliver(envelope.rcpt_tos, trace(session, envelope, sender) + raw)
        except StoreError:
            return "451 4.3.0 the mail store is not available"
        self._on_delivery(sender, raw, deliveries)
        return "250 2.0.0 OK: " + " ".join(str(delivery.letter.number) for delivery in deliveries)

    async def handle_exception(self, error: Exception) -> str:
        """A bug of ours: asyncio tells of it as of any other, the client need not know what it was."""
        context = {"message": "SMTP session failed", "exception": error}
        asyncio.get_running_loop().call_exception_handler(context)
        return "451 4.3.0 the server failed"

    async def auth_CRAM__MD5(self, server: SMTP, arguments: list[str]) -> AuthResult:  # noqa: N802
        answer = await server.challenge_auth(sasl.new_challenge(HOST))
        if answer is MISSING or not isinstance(answer, bytes):
            return AuthResult(success=False)
        try:
            sasl.cram_user(answer)
        except sasl.SaslError as error:
            return AuthResult(success=False, handled=False, message=f"501 5.5.2 {error}")
        return AuthResult(success=True)


def trace(session: Session, envelope: Envelope, sender: str) -> bytes:
    """The lines a server puts on top (RFC 5321, 4.4). No recipients in them: that would give a Bcc away."""
    helo = _NOT_A_HOST.sub("?", session.host_name or "unknown")
    peer = session.peer[0] if isinstance(session.peer, tuple) else "local"
    protocol = ("UTF8" if envelope.smtp_utf8 else "E") + "SMTP" if session.extended_smtp else "SMTP"
    protocol += "A" if session.authenticated else ""
    date = email.utils.formatdate(localtime=True)
    lines = f"Return-Path: <{sender}>\r\nReceived: from {helo} ([{peer}])\r\n\tby {HOST} with {protocol}; {date}\r\n"
    return lines.encode("utf-8", "surrogateescape")


class _QuietSession(Session):
    """aiosmtpd logs a warning whenever it touches its own deprecated attribute."""

    login_data: Any = None


class _Lines:
    """What aiosmtpd reads from: long lines without a large buffer, and none longer than `limit`."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader
        self.limit = _LONGEST_COMMAND

    async def readuntil(self, separator: bytes = b"\n") -> bytes:
        try:
            return await read_line(self._reader, self.limit, separator)
        except LineTooLong as error:
            raise asyncio.LimitOverrunError("line too long", self.limit) from error

    async def readline(self) -> bytes:
        """An answer of AUTH. One that is too long is dropped to its end and taken for a cancellation."""
        too_long = False
        while True:
            try:
                line = await read_line(self._reader, self.limit)
            except LineTooLong:
                too_long = True
            else:
                return b"*" if too_long else line

    async def read(self, count: int) -> bytes:
        """What was dropped of a line that is too long: aiosmtpd asks for it, and would keep all of it to the end."""
        return b""


class SmtpProtocol(SMTP):
    """One SMTP client. Lines may be longer than the RFC allows: real servers take them, and so do we."""

    def __init__(
        self, handler: Handler, limits: Limits, clients: set[SmtpProtocol], loop: asyncio.AbstractEventLoop
    ) -> None:
        # aiosmtpd reads these in its own __init__, and shares one table of sizes among all servers otherwise.
        self.line_length_limit = limits.line_before_login
        self.command_size_limit = _LONGEST_COMMAND
        self.command_size_limits = collections.defaultdict(lambda: _LONGEST_COMMAND)
        super().__init__(
            handler,
            data_size_limit=limits.letter,
            enable_SMTPUTF8=True,
            hostname=HOST,
            ident="1cs",
            timeout=limits.smtp_seconds,
            auth_require_tls=False,
            authenticator=_anybody,
            loop=loop,
        )
        self.line_length_limit = limits.line
        self._clients = clients
        self._most_clients = limits.connections

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._clients.add(self)
        if len(self._clients) > self._most_clients and isinstance(transport, asyncio.Transport):
            transport.write(b"421 4.7.0 too many connections\r\n")
            transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self._clients.discard(self)
        super().connection_lost(error)

    def abort(self) -> None:
        """End the connection at once."""
        if isinstance(self.transport, asyncio.Transport):
            self.transport.abort()

    def _create_session(self) -> Session:
        return _QuietSession(self.loop)

    def _cb_client_connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        super()._cb_client_connected(reader, writer)
        self._lines = _Lines(reader)
        # Of a reader aiosmtpd uses nothing but these three methods.
        self._reader = cast("asyncio.StreamReader", self._lines)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        self._lines.limit = self.line_length_limit
        try:
            await super().smtp_DATA(arg)
        finally:
            self._lines.limit = _LONGEST_COMMAND

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802
        """Names of mechanisms are the same in any case (RFC 4422); aiosmtpd knows them in capitals only."""
        mechanism, space, initial = (arg or "").partition(" ")
        await super().smtp_AUTH(mechanism.upper() + space + initial)

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        """The address and what follows it. aiosmtpd's own parser raises on odd input and takes most of the time."""
        arg = arg.lstrip()
        if not arg.startswith("<"):
            address, _, rest = arg.partition(" ")
            return address or None, rest
        match = _PATH.match(arg)
        if match is None:
            return None, None
        return _SOURCE_ROUTE.sub("", match[1]) or "<>", match[2]


def _anybody(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=True)


def quiet_log() -> None:
    """Keep the log of aiosmtpd off stderr, and what letters and answers contain out of it."""
    log = logging.getLogger("mail.log")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    if log.level == logging.NOTSET:
        log.setLevel(logging.WARNING)
