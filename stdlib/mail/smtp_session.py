"""One SMTP session inside the background loop: connection, TLS, one login, transactions."""

from __future__ import annotations

import re
import socket
from collections.abc import Awaitable, Sequence
from typing import Literal, TypeVar

import aiosmtplib
from aiosmtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPResponseException,
    SMTPServerDisconnected,
)

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.diagnosis import clean_reply, failure, login_hint, refusal, unruly
from stdlib.mail.envelopes import NOT_OFFERED, Refused
from stdlib.mail.errors import MailError, Step
from stdlib.mail.loop import entrust
from stdlib.mail.mime.addresses import ascii_address, is_address, needs_smtputf8
from stdlib.mail.route import route_of
from stdlib.mail.sasl import check_credentials, choose_mechanism
from stdlib.mail.smtp_data import begin_data, send_data
from stdlib.mail.tls import tls_context

T = TypeVar("T")
_DONE = 250
_LOGGED_IN = 235
_ACCEPTING = (250, 251)
_CLOSING = 421
# Other codes cannot refuse; the library's own for what is no answer at all is -1.
_REFUSING = range(400, 600)
_LOCAL_USER = re.compile(r"[^\s@<>()\[\]\\,;:\"\x00-\x1f\x7f\ud800-\udfff]+")
_HOST_NAME = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_GOODBYE = 5.0


class _SessionEnded(Exception):
    """The server ended the session and has not taken the letter: sending it again is right.

    Also when it said 421 after the letter: by any refusing code the letter stays ours (RFC 5321 4.2.5, 3.8).
    """

    def __init__(self, error: MailError) -> None:
        super().__init__(error)
        self.error = error


class SmtpSession:
    """A session that reconnects once when the server has ended it."""

    def __init__(self, account: ServerAccount) -> None:
        self.account = account
        self._client: aiosmtplib.SMTP | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a connection that nobody is known to have closed."""
        return self._client is not None and self._client.is_connected

    async def open(self) -> None:
        """Connects, protects the connection and logs in; MailError."""
        security = self.account.endpoint.security
        route = route_of(self.account, "smtp")
        client = aiosmtplib.SMTP(
            hostname=route.host,
            port=route.port,
            use_tls=security == "tls",
            start_tls=False,
            local_hostname=_own_name(),
            tls_context=None if security == "none" else tls_context(self.account, route.tls),
        )
        try:
            await self._step("connect", client.connect(timeout=self.account.timeouts.connect))
            entrust(client.transport)
            client.timeout = self.account.timeouts.io
            await self._step("connect", client.ehlo())
            encrypted = await self._protect(client)
            await self._login(client, encrypted)
        except BaseException:
            client.close()
            raise
        self._client = client

    async def close(self) -> None:
        """Says QUIT when somebody may still listen; never fails."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            if client.is_connected:
                await client.quit(timeout=min(self.account.timeouts.io, _GOODBYE))
        except (SMTPException, OSError):
            pass
        finally:
            client.close()

    def drop(self) -> None:
        """Closes without QUIT; to be called in the loop."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    async def send(self, sender: str, recipients: Sequence[str], data: bytes, smtputf8: bool) -> Refused:
        """Refused recipients (all of them = nothing was sent); MailError when the letter itself was not taken."""
        if not self.is_open:
            await self.open()
        try:
            return await self._transact(sender, recipients, data, smtputf8)
        except _SessionEnded:
            await self.close()
        await self.open()
        try:
            return await self._transact(sender, recipients, data, smtputf8)
        except _SessionEnded as ended:
            await self.close()
            raise ended.error from ended.__cause__

    async def _protect(self, client: aiosmtplib.SMTP) -> bool:
        security = self.account.endpoint.security
        if security in ("tls", "none"):
            return security == "tls"
        if client.supports_extension("starttls"):
            await self._step("tls", client.starttls(timeout=self.account.timeouts.connect))
            entrust(client.transport)
            await self._step("tls", client.ehlo())
            return True
        if security == "starttls":
            raise failure(self.account, "tls", "сервер не предлагает STARTTLS")
        return False

    async def _login(self, client: aiosmtplib.SMTP, encrypted: bool) -> None:
        credentials = self.account.credentials
        if credentials.is_anonymous:
            await self._login_as_nobody(client)
            return
        check_credentials(self.account)
        # Not supported_auth_methods: the library leaves XOAUTH2 out of them.
        mechanism = choose_mechanism(self.account, {name.lower() for name in client.server_auth_methods}, encrypted)
        user, password = credentials.user, credentials.password
        try:
            # Not login(): it goes on with the next mechanism after a wrong password, and servers lock the account.
            if mechanism == "cram-md5":
                await client.auth_crammd5(user, password)
            elif mechanism == "plain":
                await client.auth_plain(user, password)
            elif mechanism == "login":
                await client.auth_login(user, password)
            else:
                await client.auth_xoauth2(user, credentials.token)
        except SMTPAuthenticationError as error:
            if error.code not in _REFUSING:
                raise unruly(self.account, "login", "SMTP") from error
            hint = login_hint(self.account) if error.code >= 500 else ""
            raise refusal(self.account, "login", error.message, error.code, hint) from error
        except (SMTPException, OSError) as error:
            raise self._translated("login", error) from error

    async def _login_as_nobody(self, client: aiosmtplib.SMTP) -> None:
        """ANONYMOUS (RFC 4505) where it is wished for and offered; other servers let one send without any login."""
        offered = {name.lower() for name in client.server_auth_methods}
        if self.account.credentials.mechanism != "anonymous" or "anonymous" not in offered:
            return
        try:
            # "=" is an empty initial response (RFC 4954 4): there is nothing to tell of oneself.
            response = await client.execute_command(b"AUTH", b"ANONYMOUS", b"=")
        except (SMTPException, OSError) as error:
            raise self._translated("login", error) from error
        if response.code != _LOGGED_IN:
            raise self._translated("login", SMTPResponseException(response.code, response.message))

    async def _transact(self, sender: str, recipients: Sequence[str], data: bytes, smtputf8: bool) -> Refused:
        try:
            return await self._converse(sender, recipients, data, smtputf8)
        except (MailError, _SessionEnded):
            raise
        except BaseException:
            # Ctrl+C in the middle: the answer still to come would be taken for the answer to the next command.
            self.drop()
            raise

    async def _converse(self, sender: str, recipients: Sequence[str], data: bytes, smtputf8: bool) -> Refused:
        client = self._client
        if client is None:
            raise _SessionEnded(failure(self.account, "send", "соединение закрыто"))
        in_doubt = False
        try:
            smtputf8 = smtputf8 or needs_smtputf8((sender,))
            encoding = await self._mail(client, sender, recipients, data, smtputf8)
            refused, accepted = await self._rcpt(client, recipients, encoding)
            if accepted:
                await begin_data(client)
                in_doubt = True
                await send_data(client, data, self.account.timeouts.io)
            else:
                await client.rset()
        except SMTPResponseException as error:
            if error.code not in _REFUSING:
                client.close()
                raise unruly(self.account, "send", "SMTP", in_doubt=in_doubt) from error
            refused_by_server = refusal(self.account, "send", error.message, error.code)
            if error.code == _CLOSING:
                raise _SessionEnded(refused_by_server) from error
            await self._reset(client)
            raise refused_by_server from error
        except SMTPServerDisconnected as error:
            if in_doubt:
                client.close()
                raise failure(self.account, "send", error, in_doubt=True) from error
            raise _SessionEnded(failure(self.account, "send", error)) from error
        except (SMTPException, OSError) as error:
            client.close()
            raise failure(self.account, "send", error, in_doubt=in_doubt) from error
        return refused

    async def _mail(
        self, client: aiosmtplib.SMTP, sender: str, recipients: Sequence[str], data: bytes, smtputf8: bool
    ) -> Literal["utf-8", "ascii"]:
        """Begins a transaction; in which encoding it allows addresses."""
        offered = client.supports_extension("smtputf8")
        if smtputf8 and not offered:
            raise failure(self.account, "send", "сервер не принимает адреса не на латинице (нет SMTPUTF8)")
        encoding: Literal["utf-8", "ascii"] = "ascii"
        options = self._mail_options(client, data)
        if offered and (smtputf8 or needs_smtputf8(recipients)):
            encoding = "utf-8"
            options.append("SMTPUTF8")
        try:
            wire = _wire_address(sender) if sender else ""
        except ValueError:
            raise failure(self.account, "send", f"недопустимый адрес отправителя «{sender}»") from None
        # Not mail() and rcpt(): the library reads every address anew, which takes longer than all the rest.
        sender_argument = f"FROM:<{wire}>".encode(encoding)
        response = await client.execute_command(b"MAIL", sender_argument, *(name.encode() for name in options))
        if response.code != _DONE:
            raise SMTPResponseException(response.code, response.message)
        return encoding

    def _mail_options(self, client: aiosmtplib.SMTP, data: bytes) -> list[str]:
        options: list[str] = []
        if client.supports_extension("size"):
            limit = client.esmtp_extensions.get("size", "").strip()
            if limit.isdecimal() and 0 < int(limit) < len(data):
                sizes = f"письмо занимает {_megabytes(len(data))}, а сервер принимает до {_megabytes(int(limit))}"
                raise failure(self.account, "send", sizes)
            options.append(f"SIZE={len(data)}")
        if not data.isascii() and client.supports_extension("8bitmime"):
            options.append("BODY=8BITMIME")
        return options

    async def _rcpt(
        self, client: aiosmtplib.SMTP, recipients: Sequence[str], encoding: Literal["utf-8", "ascii"]
    ) -> tuple[Refused, int]:
        refused: Refused = {}
        accepted = 0
        for recipient in dict.fromkeys(recipients):
            try:
                wire = _wire_address(recipient)
                wire.encode(encoding)
            except UnicodeEncodeError:
                refused[recipient] = (NOT_OFFERED, "Сервер не принимает адреса не на латинице (нет SMTPUTF8)")
                continue
            except ValueError:
                refused[recipient] = (NOT_OFFERED, "Недопустимый почтовый адрес")
                continue
            response = await client.execute_command(b"RCPT", f"TO:<{wire}>".encode(encoding))
            if response.code in _ACCEPTING:
                accepted += 1
            elif response.code == _CLOSING or response.code not in _REFUSING:
                raise SMTPResponseException(response.code, response.message)
            else:
                refused[recipient] = (response.code, self.account.credentials.redact(clean_reply(response.message)))
        return refused, accepted

    async def _reset(self, client: aiosmtplib.SMTP) -> None:
        try:
            await client.rset()
        except (SMTPException, OSError):
            client.close()

    async def _step(self, step: Step, action: Awaitable[T]) -> T:
        try:
            return await action
        except (SMTPException, OSError, ValueError) as error:
            raise self._translated(step, error) from error

    def _translated(self, step: Step, error: Exception) -> MailError:
        if isinstance(error, SMTPResponseException):
            if error.code not in _REFUSING:
                return unruly(self.account, step, "SMTP")
            return refusal(self.account, step, error.message, error.code)
        if isinstance(error, ValueError) and not isinstance(error, OSError):
            return failure(self.account, step, f"недопустимое имя сервера «{self.account.endpoint.host}»")
        return failure(self.account, step, error)


def _wire_address(address: str) -> str:
    """Address as it goes into the envelope; ValueError when it would break the command or is no text at all."""
    if not is_address(address) and not _LOCAL_USER.fullmatch(address):
        raise ValueError(address)
    return ascii_address(address)


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:.1f} МБ".replace(".", ",")


def _own_name() -> str:
    # The library would ask DNS for the full name, which may take seconds; servers do not check it.
    name = socket.gethostname()
    return name if _HOST_NAME.fullmatch(name) else "localhost"
