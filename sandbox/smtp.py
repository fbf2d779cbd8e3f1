"""SMTP (RFC 5321 with the extensions of `_extensions`): takes letters and puts them into the recipients' boxes."""

from __future__ import annotations

import email.utils
import re
from collections.abc import Awaitable, Callable

from sandbox import sasl
from sandbox.accounts import NoSuchAccount, OverQuota
from sandbox.connection import Connection
from sandbox.database import StoreError
from sandbox.limits import Limits
from sandbox.line_reader import LineTooLong
from sandbox.smtp_path import PathError, parse_path
from sandbox.store import Delivery, Store
from sandbox.trouble import Refusal, Trouble

HOST = "1cs.localhost"
_LONGEST_COMMAND = 12288
"""RFC 4954 wants that much for AUTH."""
_NOT_A_HOST = re.compile(r"[^\w.:\[\]-]")
_MAIL_PARAMETERS = frozenset(("SIZE", "BODY", "SMTPUTF8", "AUTH", "RET", "ENVID"))
_RCPT_PARAMETERS = frozenset(("NOTIFY", "ORCPT"))
_BODY_TYPES = frozenset(("", "7BIT", "8BITMIME"))
_NO_STORE = "451 4.3.0 the mail store is not available"
_TOO_LARGE = "552 5.3.4 the message is too large"
_FULL = "552 5.2.2 the mailbox is full"

OnDelivery = Callable[[str, bytes, list[Delivery]], None]
"""Told of every accepted letter: envelope sender, bytes as they were sent, boxes it went to."""


class _Refused(Exception):
    """The text is the answer."""


class _Envelope:
    """The letter that the client is about to send."""

    def __init__(self, sender: str, utf8: bool, size: int) -> None:
        self.sender = sender
        self.utf8 = utf8
        self.size = size
        self.recipients: list[str] = []
        self.chunks = bytearray()
        """What came by BDAT (RFC 3030)."""
        self.has_chunks = False


class SmtpSession:
    """One client from the greeting to QUIT."""

    def __init__(self, store: Store, connection: Connection, limits: Limits, on_delivery: OnDelivery) -> None:
        self._store = store
        self._connection = connection
        self._limits = limits
        self._on_delivery = on_delivery
        self._trouble = Trouble(store.faults, connection)
        self._helo = ""
        self._extended = False
        self._user = ""
        self._failed_logins = 0
        self._envelope: _Envelope | None = None
        self._open = True

    async def run(self) -> None:
        """Serve the client until it leaves, is silent for too long, or a fault ends it."""
        self._connection.seconds = self._limits.smtp_seconds
        self._connection.line_limit = _LONGEST_COMMAND
        try:
            await self._trouble.meet("CONNECT")
            self._answer(f"220 {HOST} ESMTP 1cs")
        except Refusal as refusal:
            # Who is refused at the door may still say QUIT (RFC 5321, 3.1), but nobody waits for that.
            self._answer(str(refusal))
            self._open = False
        while self._open:
            try:
                await self._command(await self._connection.line())
            except LineTooLong as error:
                self._answer("500 5.5.2 line too long")
                self._open = await self._connection.drop_line(error)
            except TimeoutError:
                self._answer("421 4.4.2 idle for too long")
                self._open = False
        await self._connection.part()

    async def _command(self, line: bytes) -> None:
        try:
            verb, _, argument = line.decode().strip().partition(" ")
            verb = verb.upper()
            run = _COMMANDS.get(verb)
            if run is None:
                raise _Refused("500 5.5.2 unknown command")
            if verb not in ("MAIL", "RCPT"):
                await self._trouble.meet(verb, self._user)
            await run(self, argument.strip())
        except UnicodeDecodeError:
            self._answer("500 5.5.2 neither ASCII nor UTF-8")
        except Refusal as refusal:
            self._answer(str(refusal))
            self._open = not refusal.parting
        except (_Refused, PathError) as refusal:
            self._answer(str(refusal))
        except StoreError:
            self._answer(_NO_STORE)

    def _answer(self, *lines: str) -> None:
        """Lines with their codes; all but the last become those of an answer that goes on."""
        *before, last = lines
        text = "".join(f"{line[:3]}-{line[4:]}\r\n" for line in before) + last + "\r\n"
        self._connection.write(text.encode("utf-8", "replace"))

    # The session.

    async def _ehlo(self, argument: str) -> None:
        self._greeted(argument, extended=True)
        self._answer(f"250 {HOST}", *(f"250 {line}" for line in self._extensions()))

    async def _helo_command(self, argument: str) -> None:
        self._greeted(argument, extended=False)
        self._answer(f"250 {HOST}")

    def _greeted(self, name: str, extended: bool) -> None:
        if not name:
            raise _Refused("501 5.5.4 a host name is expected")
        self._helo, self._extended, self._envelope = name, extended, None

    def _extensions(self) -> list[str]:
        offered = ["PIPELINING", f"SIZE {self._limits.letter}", "8BITMIME", "SMTPUTF8", "CHUNKING", "DSN"]
        if self._connection.offers_tls:
            offered.append("STARTTLS")
        mechanisms = self._trouble.offered(sasl.MECHANISMS)
        if mechanisms and not self._user:
            offered.append("AUTH " + " ".join(mechanisms))
        return self._trouble.offered([*offered, "ENHANCEDSTATUSCODES", "HELP"])

    async def _start_tls(self, argument: str) -> None:
        if argument:
            raise _Refused("501 5.5.4 STARTTLS takes no argument")
        if not self._connection.offers_tls:
            raise _Refused("454 4.7.0 TLS is not available")
        if not await self._connection.nothing_sent_ahead():
            self._open = False
            raise _Refused("421 4.7.0 commands were sent ahead of TLS")
        self._answer("220 2.0.0 ready for TLS")
        await self._connection.start_tls()
        # Nothing that was said before counts any more (RFC 3207, 4.2).
        self._helo, self._user, self._envelope = "", "", None

    async def _auth(self, argument: str) -> None:
        if not self._extended:
            raise _Refused("503 5.5.1 EHLO first")
        if self._user or self._envelope is not None:
            raise _Refused("503 5.5.1 not now")
        mechanism, _, initial = argument.partition(" ")
        if mechanism.upper() not in sasl.MECHANISMS:
            raise _Refused("504 5.5.4 unknown mechanism" if mechanism else "501 5.5.4 a mechanism is expected")
        try:
            proof = await sasl.exchange(mechanism.upper(), initial.strip() or None, self._challenge, HOST)
        except sasl.SaslError as error:
            raise _Refused(f"501 5.5.2 {error}") from error
        await self._trouble.meet("LOGIN", proof.user)
        try:
            self._store.accounts.log_in(proof)
        except (ValueError, NoSuchAccount) as error:
            await sasl.tell_failure(proof, self._challenge)
            self._failed_logins += 1
            if self._failed_logins >= self._limits.failed_logins:
                self._open = False
                raise _Refused("421 4.7.0 too many failed log-ins") from error
            raise _Refused("535 5.7.8 authentication failed") from error
        self._user = self._connection.transcript.user = proof.user
        self._answer("235 2.7.0 authentication successful")

    async def _challenge(self, digits: bytes) -> bytes:
        self._connection.write(b"334 " + digits + b"\r\n")
        try:
            return await self._connection.line(secret=True)
        except LineTooLong as error:
            self._open = await self._connection.drop_line(error)
            return b"*"

    # The letter.

    async def _mail(self, argument: str) -> None:
        if not self._helo:
            raise _Refused("503 5.5.1 EHLO or HELO first")
        if self._envelope is not None:
            raise _Refused("503 5.5.1 a letter is begun already")
        path = parse_path(argument, "FROM:", _MAIL_PARAMETERS)
        if path.parameters.get("BODY", "").upper() not in _BODY_TYPES:
            raise _Refused("501 5.5.4 unknown type of body")
        await self._trouble.meet("MAIL", path.address)
        if path.size > self._limits.letter:
            raise _Refused(_TOO_LARGE)
        self._envelope = _Envelope(path.address, "SMTPUTF8" in path.parameters, path.size)
        self._answer("250 2.1.0 OK")

    async def _rcpt(self, argument: str) -> None:
        envelope = self._begun()
        path = parse_path(argument, "TO:", _RCPT_PARAMETERS)
        await self._trouble.meet("RCPT", path.address)
        if len(envelope.recipients) >= self._limits.recipients:
            raise _Refused("452 4.5.3 too many recipients")
        try:
            self._store.accounts.check(path.address, envelope.size)
        except ValueError as error:
            raise _Refused("553 5.1.3 malformed address") from error
        except NoSuchAccount as error:
            raise _Refused("550 5.1.1 no such mailbox") from error
        except OverQuota as error:
            raise _Refused(_FULL) from error
        envelope.recipients.append(path.address)
        self._answer("250 2.1.5 OK")

    def _begun(self) -> _Envelope:
        if self._envelope is None:
            raise _Refused("503 5.5.1 MAIL first")
        return self._envelope

    def _addressed(self) -> _Envelope:
        envelope = self._begun()
        if not envelope.recipients:
            raise _Refused("503 5.5.1 RCPT first")
        return envelope

    async def _data(self, argument: str) -> None:
        envelope = self._addressed()
        if argument or envelope.has_chunks:
            raise _Refused("501 5.5.4 DATA takes no argument" if argument else "503 5.5.1 go on with BDAT")
        self._answer("354 end with a dot on a line of its own")
        try:
            raw = await self._connection.letter(self._limits.letter, self._limits.line)
        except LineTooLong as error:
            self._envelope = None
            raise _Refused("500 5.5.2 a line of the message is too long") from error
        await self._accept(envelope, raw)

    async def _bdat(self, argument: str) -> None:
        size, _, last = argument.partition(" ")
        if not size.isascii() or not size.isdigit() or len(size) > 15 or last.upper() not in ("", "LAST"):
            raise _Refused("501 5.5.4 BDAT size [LAST]")
        taken = len(self._envelope.chunks) if self._envelope is not None else 0
        chunk = await self._connection.chunk(int(size), self._limits.letter - taken)
        envelope = self._addressed()
        if chunk is None:
            self._envelope = None
            raise _Refused(_TOO_LARGE)
        # Not a list of chunks: they may have an octet each, or none.
        envelope.chunks += chunk
        envelope.has_chunks = True
        if last:
            await self._accept(envelope, bytes(envelope.chunks))
        else:
            self._answer(f"250 2.0.0 {size} octets")

    async def _accept(self, envelope: _Envelope, raw: bytes | None) -> None:
        self._envelope = None
        if raw is None:
            raise _Refused(_TOO_LARGE)
        await self._trouble.meet("BODY", *envelope.recipients)
        try:
            deliveries = self._store.deliver(envelope.recipients, self._trace(envelope) + raw)
        except (OverQuota, NoSuchAccount) as error:
            raise _Refused(_FULL) from error
        self._on_delivery(envelope.sender, raw, deliveries)
        self._answer("250 2.0.0 OK: " + " ".join(str(delivery.letter.number) for delivery in deliveries))

    def _trace(self, envelope: _Envelope) -> bytes:
        """The lines a server puts on top (RFC 5321, 4.4). No recipients in them: that would give a Bcc away."""
        helo = _NOT_A_HOST.sub("?", self._helo)
        protocol = ("UTF8" if envelope.utf8 else "E") + "SMTP" if self._extended else "SMTP"
        protocol += ("S" if self._connection.transcript.tls else "") + ("A" if self._user else "")
        lines = (
            f"Return-Path: <{envelope.sender}>\r\nReceived: from {helo} ([{self._connection.transcript.peer}])\r\n"
            f"\tby {HOST} with {protocol}; {email.utils.formatdate(localtime=True)}\r\n"
        )
        return lines.encode()

    # The rest.

    async def _rset(self, _: str) -> None:
        self._envelope = None
        self._answer("250 2.0.0 OK")

    async def _noop(self, _: str) -> None:
        self._answer("250 2.0.0 OK")

    async def _vrfy(self, argument: str) -> None:
        self._answer("252 2.0.0 send to it and see" if argument else "501 5.5.4 an address is expected")

    async def _help(self, _: str) -> None:
        self._answer("214 2.0.0 " + " ".join(_COMMANDS))

    async def _quit(self, _: str) -> None:
        self._answer("221 2.0.0 bye")
        self._open = False


_COMMANDS: dict[str, Callable[[SmtpSession, str], Awaitable[None]]] = {
    "EHLO": SmtpSession._ehlo,
    "HELO": SmtpSession._helo_command,
    "STARTTLS": SmtpSession._start_tls,
    "AUTH": SmtpSession._auth,
    "MAIL": SmtpSession._mail,
    "RCPT": SmtpSession._rcpt,
    "DATA": SmtpSession._data,
    "BDAT": SmtpSession._bdat,
    "RSET": SmtpSession._rset,
    "NOOP": SmtpSession._noop,
    "VRFY": SmtpSession._vrfy,
    "HELP": SmtpSession._help,
    "QUIT": SmtpSession._quit,
}
