"""One IMAP connection: opening it, logging in, and calling the library with every error translated.

imapclient's traps are handled here and in imap_client.py, nowhere else: its login() takes ASCII only and does not quote
the user's name; plain OSError escapes beside its own errors; after a timeout the object is dead.
"""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from imapclient.exceptions import ProtocolError  # type: ignore[import-untyped]

from stdlib.mail.accounts import Mechanism, ServerAccount
from stdlib.mail.diagnosis import closed, failure, login_hint, refusal, unruly
from stdlib.mail.errors import MailError, Step
from stdlib.mail.imap_client import ImapClient
from stdlib.mail.route import Route, route_of
from stdlib.mail.sasl import (
    check_credentials,
    choose_mechanism,
    cram_md5_response,
    plain_response,
    xoauth2_response,
)
from stdlib.mail.tls import tls_context

T = TypeVar("T")

# Servers refuse longer lists of numbers in one command; fewer round trips than this bring nothing (measured).
_BATCH_COUNT = 500

# The library warns of replies in UTF-8; without a handler Python would print that among the script's output.
logging.getLogger("imapclient").addHandler(logging.NullHandler())


class ImapSession:
    """An open, logged-in connection; any failure of the line closes it for good."""

    def __init__(self, account: ServerAccount) -> None:
        self.account = account
        self._client: Any = None

    @property
    def is_open(self) -> bool:
        """Whether commands can be given."""
        return self._client is not None

    def open(self) -> None:
        """Connects, protects the connection and logs in; MailError."""
        if self._client is not None:
            return
        security = self.account.endpoint.security
        route = route_of(self.account, "imap")
        try:
            context = tls_context(self.account, route.tls) if security == "tls" else None
            client = ImapClient(route.host, route.port, context, self.account.timeouts)
        except imaplib.IMAP4.abort as error:
            raise self._broken("connect", error) from error
        except imaplib.IMAP4.error as error:
            if str(error) == "None":
                # The library saw no greeting.
                raise unruly(self.account, "connect", "IMAP") from error
            raise refusal(self.account, "connect", str(error)) from error
        except UnicodeError as error:
            reason = f"недопустимое имя сервера «{self.account.endpoint.host}»"
            raise failure(self.account, "connect", reason) from error
        except OSError as error:
            raise failure(self.account, "connect", error) from error
        self._client = client
        try:
            encrypted = self._protect(route)
            self._login(encrypted, is_led=route.is_led)
        except BaseException:
            self._drop()
            raise

    def close(self) -> None:
        """Says LOGOUT and closes; never fails, does nothing when closed."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            client.logout()
        except (imaplib.IMAP4.error, OSError):
            _shut(client)

    def abandon(self) -> None:
        """Drops the connection."""
        self._drop()

    def call(self, step: Step, action: Callable[[Any], T], hint: str = "") -> T:
        """Result of the action on the library's client; MailError. The line's failures close the connection."""
        if self._client is None:
            raise closed(self.account, step)
        try:
            return action(self._client)
        except OSError as error:
            # First: the refusal of a certificate is a ValueError too.
            self._drop()
            raise failure(self.account, step, error, in_doubt=True) from error
        except ProtocolError as error:
            raise self._not_understood(step) from error
        except imaplib.IMAP4.abort as error:
            self._drop()
            raise self._broken(step, error) from error
        except imaplib.IMAP4.error as error:
            raise refusal(self.account, step, str(error), hint=hint) from error
        except (ValueError, LookupError, RecursionError) as error:
            raise self._not_understood(step) from error
        except (TypeError, AttributeError) as error:
            # imapclient does not ask whether it got a word or a number. Elsewhere such an error is a mistake of ours.
            not_understood = self._not_understood(step)
            if _came_from(error) != "imapclient":
                raise
            raise not_understood from error
        except BaseException:
            # Ctrl+C in the middle of an answer: the rest of it would be taken for the answer to the next command.
            self._drop()
            raise

    def _not_understood(self, step: Step) -> MailError:
        """The library's parser has stumbled: the rest of the answer is still on the line."""
        self._drop()
        return unruly(self.account, step, "IMAP", in_doubt=True)

    def _broken(self, step: Step, error: imaplib.IMAP4.abort) -> MailError:
        """The library gave the line up: it ended, the server said BYE, or said what is no answer at all."""
        said = str(error)
        if "EOF" in said or "socket error" in said:
            return failure(self.account, step, ConnectionError(said), in_doubt=True)
        if "unexpected" in said:
            return unruly(self.account, step, "IMAP", in_doubt=True)
        return failure(self.account, step, error, in_doubt=True)

    def call_in_batches(self, step: Step, uids: Iterable[int], action: Callable[[Any, list[int]], object]) -> None:
        """The action for these letters, as many at once as servers take."""
        for batch in batches(uids):
            self._call_batch(step, batch, action)

    def _call_batch(self, step: Step, batch: list[int], action: Callable[[Any, list[int]], object]) -> None:
        self.call(step, lambda client: action(client, batch))

    def has(self, capability: str) -> bool:
        """Whether the server has an extension."""
        return self.call("command", lambda client: bool(client.has_capability(capability)))

    def _protect(self, route: Route) -> bool:
        security = self.account.endpoint.security
        if security in ("tls", "none"):
            return security == "tls"
        if self.call("tls", lambda client: client.has_capability("STARTTLS")):
            context = tls_context(self.account, route.tls)
            self.call("tls", lambda client: client.starttls(context))
            return True
        if security == "starttls":
            raise failure(self.account, "tls", "сервер не предлагает STARTTLS")
        return False

    def _login(self, encrypted: bool, *, is_led: bool) -> None:
        credentials = self.account.credentials
        if credentials.mechanism == "anonymous":
            self._login_as_nobody()
            return
        if credentials.is_anonymous:
            raise failure(self.account, "login", "не заданы имя пользователя и пароль")
        check_credentials(self.account)
        mechanism = choose_mechanism(self.account, self._offered(), encrypted)
        hint = login_hint(self.account, is_led=is_led)
        self.call("login", self._login_action(mechanism), hint)

    def _login_as_nobody(self) -> None:
        if "anonymous" not in self._offered():
            raise failure(self.account, "login", "сервер не предлагает анонимный вход")
        self.call("login", lambda client: client.sasl_login("ANONYMOUS", lambda _: b""))

    def _offered(self) -> set[str]:
        capabilities = self.call(
            "login", lambda client: [name.decode("ascii", "replace") for name in client.capabilities()]
        )
        offered = {name[5:].lower() for name in capabilities if name.upper().startswith("AUTH=")}
        if "LOGINDISABLED" not in (name.upper() for name in capabilities):
            offered.add("login")
        return offered

    def _login_action(self, mechanism: Mechanism) -> Callable[[Any], object]:
        account = self.account
        if mechanism == "cram-md5":
            return lambda client: client.sasl_login("CRAM-MD5", lambda challenge: cram_md5_response(account, challenge))
        if mechanism == "xoauth2":
            return lambda client: client.sasl_login("XOAUTH2", _once(xoauth2_response(account)))
        if mechanism == "plain":
            return lambda client: client.sasl_login("PLAIN", lambda _: plain_response(account))
        user, password = account.credentials.user, account.credentials.password
        if not (user.isascii() and password.isascii()):
            reason = "сервер принимает имя и пароль только на латинице (нет AUTH=PLAIN)"
            raise failure(account, "login", reason)
        # The library quotes the password but not the name.
        escaped = user.replace("\\", "\\\\").replace('"', '\\"')
        return lambda client: client.login(f'"{escaped}"', password)

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            _shut(client)


def batches(uids: Iterable[int]) -> list[list[int]]:
    """The uids, each once, in lists short enough for one command."""
    chosen = list(dict.fromkeys(int(uid) for uid in uids))
    return [chosen[start : start + _BATCH_COUNT] for start in range(0, len(chosen), _BATCH_COUNT)]


def _came_from(error: Exception) -> str:
    """The package whose code has raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    module: str = trace.tb_frame.f_globals["__name__"] if trace is not None else ""
    return module.partition(".")[0]


def _once(answer: bytes) -> Callable[[bytes], bytes]:
    # A refused token brings a second challenge with the reason; an empty answer ends the exchange.
    answers = [answer]
    return lambda _: answers.pop() if answers else b""


def _shut(client: Any) -> None:
    try:
        client.shutdown()
    except OSError:
        return
