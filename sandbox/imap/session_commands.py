"""Commands about the connection itself: log-in, capabilities, waiting."""

from __future__ import annotations

import asyncio

from sandbox import sasl
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.session import Command, Request, Session, When

_HOST = "1cs.localhost"
_LOOK_ROUND_SECONDS = 0.5
"""How often a waiting session looks for what other processes delivered; our own deliveries wake it at once."""


async def capability(session: Session, request: Request) -> str:
    session.untagged(f"CAPABILITY {session.capabilities()}")
    return "done"


async def noop(session: Session, request: Request) -> str:
    return "done"


async def identify(session: Session, request: Request) -> str:
    session.untagged('ID ("name" "1cs")')
    return "done"


async def logout(session: Session, request: Request) -> str:
    session.view = None
    session.open = False
    session.untagged("BYE till next time")
    return "bye"


async def login(session: Session, request: Request) -> str:
    user = request.arguments.text()
    password = request.arguments.string()
    request.arguments.end()
    return await session.enter(sasl.password_proof(user, password))


async def authenticate(session: Session, request: Request) -> str:
    mechanism = request.arguments.text().upper()
    initial = request.arguments.text() if request.arguments else None
    if mechanism not in sasl.MECHANISMS:
        raise Refused("[CANNOT] unknown mechanism")

    async def ask(digits: bytes) -> bytes:
        session.connection.write(b"+ " + digits + b"\r\n")
        return await session.connection.line(secret=True)

    return await session.enter(await sasl.exchange(mechanism, initial, ask, _HOST), ask)


async def start_tls(session: Session, request: Request) -> str:
    request.arguments.end()
    if not session.connection.offers_tls:
        raise BadCommand("TLS is not available")
    if not await session.connection.nothing_sent_ahead():
        session.bye("commands were sent ahead of TLS")
        raise BadCommand("commands were sent ahead of TLS")
    # The answer goes out in the clear, before the handshake.
    session.after_answer = session.connection.start_tls
    return "begin TLS"


async def enable(session: Session, request: Request) -> str:
    # There is nothing to switch on yet; unknown names are no error (RFC 5161).
    session.untagged("ENABLED")
    return "done"


async def idle(session: Session, request: Request) -> str:
    """IDLE (RFC 2177): tell of every change at once until the client says DONE."""
    request.arguments.end()
    # Before the client is told to wait: it is easier to refuse now.
    session.announce()
    session.connection.write(b"+ idling\r\n")
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()

    def wake() -> None:
        # The change may come from another thread, and while the loop is being closed.
        if not loop.is_closed():
            loop.call_soon_threadsafe(changed.set)

    listeners = session.store.database.listeners
    listeners.add(wake)
    answer = asyncio.create_task(session.connection.line_at_leisure())
    try:
        async with asyncio.timeout(session.connection.seconds):
            while not answer.done():
                changed.clear()
                session.announce()
                await session.connection.flush()
                await _first_of(answer, changed)
    finally:
        listeners.discard(wake)
        await _give_up(answer)
    if answer.result().strip().upper() != b"DONE":
        raise BadCommand("DONE is expected")
    return "done"


async def _first_of(answer: asyncio.Task[bytes], changed: asyncio.Event) -> None:
    waiting = asyncio.create_task(changed.wait())
    try:
        await asyncio.wait((answer, waiting), timeout=_LOOK_ROUND_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()


async def _give_up(answer: asyncio.Task[bytes]) -> None:
    """Leave the connection to whoever reads it next: two readers at once are an error."""
    answer.cancel()
    await asyncio.wait((answer,))
    if not answer.cancelled():
        # Looked at, so that asyncio does not report it; whoever wants it has asked for the result by then.
        answer.exception()


SESSION_COMMANDS = {
    "CAPABILITY": Command(capability, When.ANY_TIME),
    "NOOP": Command(noop, When.ANY_TIME),
    "ID": Command(identify, When.ANY_TIME),
    "LOGOUT": Command(logout, When.ANY_TIME),
    "STARTTLS": Command(start_tls, When.BEFORE_LOGIN),
    "LOGIN": Command(login, When.BEFORE_LOGIN),
    "AUTHENTICATE": Command(authenticate, When.BEFORE_LOGIN),
    "ENABLE": Command(enable, When.AFTER_LOGIN),
    "IDLE": Command(idle, When.AFTER_LOGIN),
    "CHECK": Command(noop, When.IN_BOX),
}
