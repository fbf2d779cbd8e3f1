"""Letters of a POP3 box."""

from __future__ import annotations

import poplib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import TypeVar

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.diagnosis import closed, failure, login_hint, refusal, unruly
from stdlib.mail.errors import Step
from stdlib.mail.pop3_client import Pop3Client
from stdlib.mail.route import Route, route_of
from stdlib.mail.sasl import (
    check_credentials,
    choose_mechanism,
    cram_md5_response,
    xoauth2_response,
)
from stdlib.mail.tls import tls_context

T = TypeVar("T")
_MANY_DIGITS = 20


class Pop3Connection:
    """A connection for blocking callers; letters are numbered from 1, and deleted by close() only."""

    def __init__(self, account: ServerAccount) -> None:
        self.account = account
        self._client: Pop3Client | None = None

    @property
    def is_open(self) -> bool:
        """Whether commands can be given."""
        return self._client is not None

    def open(self) -> None:
        """Connects, protects the connection and logs in unless that is done; MailError."""
        if self._client is not None:
            return
        endpoint, timeouts = self.account.endpoint, self.account.timeouts
        route = route_of(self.account, "pop3")
        context = tls_context(self.account, route.tls) if endpoint.security == "tls" else None
        try:
            client = Pop3Client(route.host, route.port, timeouts.connect, context)
        except poplib.error_proto as error:
            if _raw_reply(error).startswith(b"-ERR"):
                raise refusal(self.account, "connect", _reply_of(error)) from error
            raise unruly(self.account, "connect", "POP3") from error
        except UnicodeError as error:
            raise failure(self.account, "connect", f"недопустимое имя сервера «{endpoint.host}»") from error
        except (OSError, EOFError) as error:
            raise failure(self.account, "connect", error) from error
        self._client = client
        try:
            encrypted = self._protect(route)
            client.sock.settimeout(timeouts.io)
            self._login(client, encrypted, is_led=route.is_led)
        except BaseException:
            self._drop()
            raise

    def close(self) -> None:
        """Says QUIT: letters marked by delete() are removed now. MailError when the server did not confirm that."""
        if self._client is None:
            return
        try:
            self._call("close", lambda client: client.command("QUIT"))
        finally:
            self._drop()

    def abandon(self) -> None:
        """Drops the connection: nothing is deleted. Never fails."""
        self._drop()

    def __enter__(self) -> Pop3Connection:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()

    def count(self) -> int:
        """Number of letters in the box (those marked as deleted are not counted)."""
        return self._call("fetch", lambda client: int(client.command("STAT").split()[1]))

    def sizes(self) -> dict[int, int]:
        """Size in bytes by number."""
        listing = list(self._listing("LIST"))
        if not all(_is_number(size) for _, size in listing):
            self._drop()
            raise unruly(self.account, "fetch", "POP3")
        return {number: int(size) for number, size in listing}

    def uidl(self) -> dict[int, str]:
        """Identifiers by number; they never change. MailError when the server has none."""
        return dict(self._listing("UIDL"))

    def header(self, number: int) -> bytes:
        """Header of a letter; the whole letter where the server has no TOP."""
        return self._call("fetch", lambda client: _header(client, number))

    def retrieve(self, number: int) -> bytes:
        """A whole letter."""
        return self._call("fetch", lambda client: client.body(f"RETR {int(number)}"))

    def delete(self, number: int) -> None:
        """Marks a letter; close() removes it."""
        self._call("store", lambda client: client.command(f"DELE {int(number)}"))

    def reset(self) -> None:
        """Lifts all marks set by delete()."""
        self._call("store", lambda client: client.command("RSET"))

    def noop(self) -> None:
        """Keeps the connection alive; MailError when it is dead."""
        self._call("command", lambda client: client.command("NOOP"))

    def _listing(self, command: str) -> Iterator[tuple[int, str]]:
        for line in self._call("fetch", lambda client: client.body(command)).decode("ascii", "replace").splitlines():
            number, _, value = line.strip().partition(" ")
            if _is_number(number):
                yield int(number), value.split()[0] if value.split() else ""

    def _call(self, step: Step, action: Callable[[Pop3Client], T], hint: str = "") -> T:
        if self._client is None:
            raise closed(self.account, step)
        try:
            return action(self._client)
        except poplib.error_proto as error:
            raise refusal(self.account, step, _reply_of(error), hint=hint) from error
        except (OSError, EOFError) as error:
            self._drop()
            raise failure(self.account, step, error, in_doubt=step == "close") from error
        except (ValueError, IndexError) as error:
            self._drop()
            raise unruly(self.account, step, "POP3", in_doubt=step == "close") from error
        except BaseException:
            # Ctrl+C in the middle of an answer: the rest of it would be taken for the answer to the next command.
            self._drop()
            raise

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            # A socket that a failed handshake has closed cannot be shut down, which poplib takes for an error.
            with suppress(OSError):
                client.close()

    def _protect(self, route: Route) -> bool:
        security = self.account.endpoint.security
        if security in ("tls", "none"):
            return security == "tls"
        if "STLS" in self._call("tls", _capabilities):
            context = tls_context(self.account, route.tls)
            self._call("tls", lambda client: client.protect(context))
            return True
        if security == "starttls":
            raise failure(self.account, "tls", "сервер не предлагает STLS")
        return False

    def _login(self, client: Pop3Client, encrypted: bool, *, is_led: bool) -> None:
        # USER and PASS ("plain" here) are there always; servers rarely say so.
        mechanisms = self._call("login", _capabilities).get("SASL", [])
        if self.account.credentials.mechanism == "anonymous":
            if "ANONYMOUS" not in mechanisms:
                raise failure(self.account, "login", "сервер не предлагает анонимный вход")
            self._call("login", lambda client: client.command("AUTH ANONYMOUS ="))
            return
        if self.account.credentials.is_anonymous:
            raise failure(self.account, "login", "не заданы имя пользователя и пароль")
        check_credentials(self.account)
        offered = {"plain", *(name.lower() for name in mechanisms)} - {"login"}
        if b"<" in client.getwelcome():
            offered.add("apop")
        if self.account.credentials.mechanism == "auto":
            # The password of APOP and CRAM-MD5 must be kept readable at the server: over TLS they are the worse choice.
            offered.discard("cram-md5")
        mechanism = choose_mechanism(self.account, offered, encrypted)
        actions: dict[str, Callable[[Pop3Client], object]] = {
            "apop": self._apop,
            "cram-md5": self._cram_md5,
            "xoauth2": self._xoauth2,
        }
        hint = login_hint(self.account, is_led=is_led)
        self._call("login", actions.get(mechanism, self._user_pass), hint)

    def _user_pass(self, client: Pop3Client) -> None:
        client.command(f"USER {self.account.credentials.user}")
        client.command(f"PASS {self.account.credentials.password}")

    def _apop(self, client: Pop3Client) -> None:
        client.apop(self.account.credentials.user, self.account.credentials.password)

    def _cram_md5(self, client: Pop3Client) -> None:
        challenge = client.command("AUTH CRAM-MD5").lstrip(b"+ ")
        try:
            decoded = b64decode(challenge)
        except Base64Error as error:
            raise ValueError("bad challenge") from error
        client.command(b64encode(cram_md5_response(self.account, decoded)).decode("ascii"))

    def _xoauth2(self, client: Pop3Client) -> None:
        response = b64encode(xoauth2_response(self.account)).decode("ascii")
        reply = client.command(f"AUTH XOAUTH2 {response}")
        if not reply.startswith(b"+OK"):
            # A refused token brings a challenge with the reason; an empty answer ends the exchange.
            client.command("")


def _is_number(text: str) -> bool:
    """Whether it is one, and not of thousands of digits, which Python refuses to read."""
    return text.isdecimal() and len(text) < _MANY_DIGITS


def _capabilities(client: Pop3Client) -> dict[str, list[str]]:
    try:
        lines = client.body("CAPA").decode("ascii", "replace").upper().splitlines()
    except poplib.error_proto:
        return {}
    return {words[0]: words[1:] for words in (line.split() for line in lines) if words}


def _header(client: Pop3Client, number: int) -> bytes:
    try:
        return client.body(f"TOP {int(number)} 0")
    except poplib.error_proto:
        return client.body(f"RETR {int(number)}").partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


def _reply_of(error: poplib.error_proto) -> bytes:
    return _raw_reply(error).removeprefix(b"-ERR").strip()


def _raw_reply(error: poplib.error_proto) -> bytes:
    reply = error.args[0] if error.args else b""
    return reply if isinstance(reply, bytes) else str(reply).encode("utf-8", "replace")
