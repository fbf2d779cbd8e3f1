"""Many letters through several sessions at once, inside the background loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.diagnosis import failure
from stdlib.mail.envelopes import Envelope, SealedEnvelope, SendOutcome
from stdlib.mail.errors import MailError
from stdlib.mail.mime.encoding import HeaderInjection
from stdlib.mail.smtp_session import SmtpSession

# After so many vain reconnections in a row the server is taken for dead.
_VAIN_CONNECTIONS = 2


class _Queue:
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


async def dispatch(account: ServerAccount, letters: Iterable[Envelope], connections: int) -> list[SendOutcome]:
    """Outcomes in the order of the letters; MailError when not even the first session could be opened."""
    queue = _Queue(iter(letters))
    first = queue.next()
    if first is None:
        return []
    session = SmtpSession(account)
    await session.open()
    workers = [asyncio.ensure_future(_work(session, queue, first))]
    try:
        for _ in range(connections - 1):
            item = queue.next()
            if item is None:
                break
            workers.append(asyncio.ensure_future(_work_beside(account, queue, item)))
        await asyncio.gather(*workers)
        # What the refused connections have put back goes through the first one.
        await _work(session, queue, queue.next())
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        await session.close()
    return queue.ordered()


async def _work_beside(account: ServerAccount, queue: _Queue, item: tuple[int, Envelope]) -> None:
    session = SmtpSession(account)
    try:
        await session.open()
    except MailError:
        # Servers limit connections from one client: the others will do.
        queue.put_back(item)
        return
    try:
        await _work(session, queue, item)
    finally:
        await session.close()


async def _work(session: SmtpSession, queue: _Queue, item: tuple[int, Envelope] | None) -> None:
    while item is not None:
        place, letter = item
        queue.outcomes[place] = await _outcome(session, queue, letter)
        item = queue.next()


async def _outcome(session: SmtpSession, queue: _Queue, envelope: Envelope) -> SendOutcome:
    if queue.dead:
        return SendOutcome(error=queue.dead)
    try:
        data = envelope.data() if callable(envelope.data) else envelope.data
    except HeaderInjection as error:
        return SendOutcome(error=failure(session.account, "send", str(error)))
    sealed = SealedEnvelope(envelope.sender, envelope.recipients, data, envelope.smtputf8)
    try:
        refused = await session.send(sealed)
    except MailError as error:
        # A server that can be reached no longer would cost a timeout for each of the letters left.
        if error.step in ("connect", "tls", "login"):
            queue.vain_connections += 1
            if queue.vain_connections >= _VAIN_CONNECTIONS:
                queue.dead = error
        return SendOutcome(error=error)
    queue.vain_connections = 0
    return SendOutcome(refused)
