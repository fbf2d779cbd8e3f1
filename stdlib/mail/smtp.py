"""Sending letters: one connection kept open, or many letters through several connections at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.loop import run
from stdlib.mail.smtp_session import Refused, SmtpSession, Transaction

# More connections bring nothing even without network delays (measured), and servers refuse them.
DEFAULT_CONNECTIONS = 8
# After so many vain reconnections in a row the server is taken for dead.
_VAIN_CONNECTIONS = 2


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter to be sent; `data` may be a function, called only when the letter's turn comes (in the mail thread)."""

    sender: str
    recipients: Sequence[str]
    data: bytes | Callable[[], bytes]
    smtputf8: bool = False


@dataclass(frozen=True, slots=True)
class SendOutcome:
    """What became of one letter: recipients refused (code 0 = by us), or the error that stopped it."""

    refused: Refused = field(default_factory=dict)
    error: MailError | None = None


class SmtpConnection:
    """A connection for blocking callers; it may be used by one thread at a time."""

    def __init__(self, account: ServerAccount) -> None:
        self.account = account
        self._session = SmtpSession(account)

    def open(self) -> None:
        """Connects, protects the connection and logs in, once; MailError."""
        if not self._session.is_open:
            run(self._session.open())

    def send(
        self, envelope_from: str, recipients: Sequence[str], data: bytes, *, smtputf8: bool = False
    ) -> dict[str, tuple[int, str]]:
        """Refused recipients with the server's code and text; when all are refused nothing was sent.

        MailError when the letter itself was not taken. A session that the server has ended is opened again, once.
        """
        return run(self._session.send(Transaction(envelope_from, tuple(recipients), data, smtputf8)))

    def close(self) -> None:
        """Ends the session; does nothing when there is none."""
        run(self._session.close())

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
    return run(_send_many(account, iter(letters), max(connections, 1)))


class _Dispatch:
    """The queue that the connections share, and what came of each letter."""

    def __init__(self, letters: Iterator[Envelope]) -> None:
        self._letters = letters
        self._taken = 0
        self._returned: list[tuple[int, Envelope]] = []
        self.outcomes: dict[int, SendOutcome] = {}
        self.vain_connections = 0
        self.dead: MailError | None = None

    def put_back(self, item: tuple[int, Envelope]) -> None:
        self._returned.append(item)

    def next(self) -> tuple[int, Envelope] | None:
        if self._returned:
            return self._returned.pop()
        letter = next(self._letters, None)
        if letter is None:
            return None
        self._taken += 1
        return self._taken - 1, letter

    def ordered(self) -> list[SendOutcome]:
        return [self.outcomes[place] for place in range(self._taken)]


async def _send_many(account: ServerAccount, letters: Iterator[Envelope], connections: int) -> list[SendOutcome]:
    dispatch = _Dispatch(letters)
    first = dispatch.next()
    if first is None:
        return []
    session = SmtpSession(account)
    await session.open()
    workers = [asyncio.ensure_future(_work(session, dispatch, first))]
    try:
        for _ in range(connections - 1):
            item = dispatch.next()
            if item is None:
                break
            workers.append(asyncio.ensure_future(_work_beside(account, dispatch, item)))
        await asyncio.gather(*workers)
        await _work(SmtpSession(account), dispatch, dispatch.next())
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return dispatch.ordered()


async def _work_beside(account: ServerAccount, dispatch: _Dispatch, item: tuple[int, Envelope]) -> None:
    session = SmtpSession(account)
    try:
        await session.open()
    except MailError:
        # Servers limit connections from one client: the others will do.
        dispatch.put_back(item)
        return
    await _work(session, dispatch, item)


async def _work(session: SmtpSession, dispatch: _Dispatch, item: tuple[int, Envelope] | None) -> None:
    try:
        while item is not None:
            place, letter = item
            dispatch.outcomes[place] = await _outcome(session, dispatch, letter)
            item = dispatch.next()
    finally:
        await session.close()


async def _outcome(session: SmtpSession, dispatch: _Dispatch, letter: Envelope) -> SendOutcome:
    if dispatch.dead:
        return SendOutcome(error=dispatch.dead)
    data = letter.data() if callable(letter.data) else letter.data
    try:
        refused = await session.send(Transaction(letter.sender, tuple(letter.recipients), data, letter.smtputf8))
    except MailError as error:
        # A server that can be reached no longer would cost a timeout for each of the letters left.
        if error.step in ("connect", "tls", "login"):
            dispatch.vain_connections += 1
            if dispatch.vain_connections >= _VAIN_CONNECTIONS:
                dispatch.dead = error
        return SendOutcome(error=error)
    dispatch.vain_connections = 0
    return SendOutcome(refused)
