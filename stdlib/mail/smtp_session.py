"""One SMTP session inside the background loop: connection, TLS, one login, transactions."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Awaitable
from typing import TypeVar, cast

import aiosmtplib
from aiosmtplib import SMTPAuthenticationError, SMTPException, SMTPResponseException

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.diagnosis import failure, login_hint, refusal, unruly
from stdlib.mail.envelopes import Refused, SealedEnvelope
from stdlib.mail.errors import MailError, Step
from stdlib.mail.loop import entrust
from stdlib.mail.route import route_of
from stdlib.mail.sasl import check_credentials, choose_mechanism
from stdlib.mail.smtp_replies import REFUSING
from stdlib.mail.smtp_transaction import SessionEnded, transact
from stdlib.mail.tls import tls_context

T = TypeVar("T")
_LOGGED_IN = 235
_HOST_NAME = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_GOODBYE = 5.0


class _Client(aiosmtplib.SMTP):
    def close(self) -> None:
        """Ends the connection now: TLS would wait half a minute for the farewell of a server that says nothing more."""
        if self.transport is not None:
            cast(asyncio.WriteTransport, self.transport).abort()
        super().close()


class SmtpSession:
    """A session that reconnects once when the server has ended it."""

    def __init__(self, account: ServerAccount) -> None:
        self.account = account
        self._client: _Client | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a connection that nobody is known to have closed."""
        return self._client is not None and self._client.is_connected

    async def open(self) -> None:
        """Connects, protects the connection and logs in; MailError."""
        security = self.account.endpoint.security
        route = route_of(self.account, "smtp")
        client = _Client(
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
            await self._login(client, encrypted, is_led=route.is_led)
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

    async def send(self, envelope: SealedEnvelope) -> Refused:
        """Refused recipients (all of them = nothing was sent); MailError when the letter itself was not taken."""
        if not self.is_open:
            await self.open()
        try:
            return await self._transact(envelope)
        except SessionEnded:
            await self.close()
        await self.open()
        try:
            return await self._transact(envelope)
        except SessionEnded as ended:
            await self.close()
            raise ended.error from ended.__cause__

    async def _protect(self, client: aiosmtplib.SMTP) -> bool:
        security = self.account.endpoint.security
        if security in ("tls", "none"):
            return security == "tls"
        if client.supports_extension("starttls"):
            seconds = self.account.timeouts.connect
            # Its own timeout would show as a connection that the server has broken off.
            await self._step("tls", asyncio.wait_for(client.starttls(timeout=seconds * 2), seconds))
            entrust(client.transport)
            await self._step("tls", client.ehlo())
            return True
        if security == "starttls":
            raise failure(self.account, "tls", "сервер не предлагает STARTTLS")
        return False

    async def _login(self, client: aiosmtplib.SMTP, encrypted: bool, *, is_led: bool) -> None:
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
            if error.code not in REFUSING:
                raise unruly(self.account, "login", "SMTP") from error
            hint = login_hint(self.account, is_led=is_led) if error.code >= 500 else ""
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

    async def _transact(self, envelope: SealedEnvelope) -> Refused:
        client = self._client
        if client is None:
            raise SessionEnded(failure(self.account, "send", "соединение закрыто"))
        try:
            return await transact(self.account, client, envelope)
        except (MailError, SessionEnded):
            raise
        except BaseException:
            # Ctrl+C in the middle: the answer still to come would be taken for the answer to the next command.
            self.drop()
            raise

    async def _step(self, step: Step, action: Awaitable[T]) -> T:
        try:
            return await action
        except (SMTPException, OSError, ValueError) as error:
            raise self._translated(step, error) from error

    def _translated(self, step: Step, error: Exception) -> MailError:
        if isinstance(error, SMTPResponseException):
            if error.code not in REFUSING:
                return unruly(self.account, step, "SMTP")
            return refusal(self.account, step, error.message, error.code)
        if isinstance(error, ValueError) and not isinstance(error, OSError):
            return failure(self.account, step, f"недопустимое имя сервера «{self.account.endpoint.host}»")
        return failure(self.account, step, error)


def _own_name() -> str:
    # The library would ask DNS for the full name, which may take seconds; servers do not check it.
    name = socket.gethostname()
    return name if _HOST_NAME.fullmatch(name) else "localhost"
