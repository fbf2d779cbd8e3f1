"""Sending letters, for blocking callers: one connection kept open, or many letters through several at once.

asyncio and aiosmtplib take most of the time of an import, so they are loaded when something is really sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.envelopes import Envelope, Refused, SealedEnvelope, SendOutcome

if TYPE_CHECKING:
    from stdlib.mail.smtp_session import SmtpSession

# More connections bring nothing even without network delays (measured), and servers refuse them.
DEFAULT_CONNECTIONS = 8


class SmtpConnection:
    """A connection for blocking callers; it may be used by one thread at a time."""

    def __init__(self, account: ServerAccount) -> None:
        self.account = account
        self._session: SmtpSession | None = None

    def open(self) -> None:
        """Connects, protects the connection and logs in unless that is done; MailError."""
        from stdlib.mail.loop import run

        session = self._opened()
        if not session.is_open:
            run(session.open())

    def send(self, envelope_from: str, recipients: Sequence[str], data: bytes, *, smtputf8: bool = False) -> Refused:
        """Refused recipients with the server's code and text; when all are refused nothing was sent.

        MailError when the letter itself was not taken. A session that the server has ended is opened again, once.
        `smtputf8` = the headers hold user parts that are not ASCII (the envelope is looked at anyway).
        """
        from stdlib.mail.loop import run

        return run(self._opened().send(SealedEnvelope(envelope_from, recipients, data, smtputf8)))

    def close(self) -> None:
        """Ends the session; does nothing when there is none."""
        from stdlib.mail.loop import run

        session, self._session = self._session, None
        if session is not None:
            run(session.close())

    def abandon(self) -> None:
        """Drops the connection without a word. Never fails, never waits."""
        from stdlib.mail.loop import post

        session, self._session = self._session, None
        if session is not None:
            post(session.drop)

    def _opened(self) -> SmtpSession:
        from stdlib.mail.smtp_session import SmtpSession

        if self._session is None:
            self._session = SmtpSession(self.account)
        return self._session

    def __enter__(self) -> SmtpConnection:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def send_many(
    account: ServerAccount, letters: Iterable[Envelope], connections: int = DEFAULT_CONNECTIONS
) -> list[SendOutcome]:
    """Outcomes in the order of the letters; MailError when not even the first connection could be opened.

    The letters are taken one by one as connections get free, so that a generator of thousands needs little memory; it
    runs in the mail thread. One letter's failure does not stop the others.
    """
    from stdlib.mail.loop import run
    from stdlib.mail.smtp_dispatch import dispatch

    return run(dispatch(account, letters, connections))
