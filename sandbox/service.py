"""The three protocols in one asyncio loop over one store."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.connection import Connection
from sandbox.limits import Limits
from sandbox.pop3 import Pop3Session
from sandbox.smtp import Handler, OnDelivery, SmtpProtocol, quiet_log
from sandbox.store import Store

if TYPE_CHECKING:
    import ssl

_TURNS = 5
"""So many turns of the loop asyncio needs, at most, between accepting a connection or closing it and having done so."""

Serve = Callable[[Connection], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Sockets:
    """Where to serve."""

    smtp: socket.socket
    imap: socket.socket
    pop3: socket.socket
    tls: ssl.SSLContext | None = None
    """When given, all three speak TLS from the first octet."""


class Service:
    """Serves until told to stop; then no connection, task or socket of it is left."""

    def __init__(self, store: Store, limits: Limits, on_delivery: OnDelivery) -> None:
        self._store = store
        self._limits = limits
        self._on_delivery = on_delivery
        self._smtp_clients: set[SmtpProtocol] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, sockets: Sockets, stop: asyncio.Event) -> None:
        """Serve on the sockets, which become ours, until the event is set."""
        quiet_log()
        loop = asyncio.get_running_loop()
        handler = Handler(self._store, self._on_delivery)
        servers = (
            await loop.create_server(
                lambda: SmtpProtocol(handler, self._limits, self._smtp_clients, loop),
                sock=sockets.smtp,
                ssl=sockets.tls,
            ),
            await self._start(self._imap, b"* BYE too many connections\r\n", sockets.imap, sockets.tls),
            await self._start(self._pop3, b"-ERR too many connections\r\n", sockets.pop3, sockets.tls),
        )
        try:
            await stop.wait()
        finally:
            await _stop_accepting(loop, (sockets.smtp, sockets.imap, sockets.pop3))
            for server in servers:
                server.close()
            await self._end_clients()

    async def _start(
        self, serve: Serve, refusal: bytes, bound: socket.socket, tls: ssl.SSLContext | None
    ) -> asyncio.Server:
        clients: set[asyncio.Task[None]] = set()

        # Not a coroutine: asyncio takes the end of such a task by cancellation for a failure and logs it.
        def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            if len(clients) >= self._limits.connections:
                writer.write(refusal)
                writer.close()
                return
            task = asyncio.get_running_loop().create_task(_attend(serve, reader, writer))
            # Here and not at the end of the task: one that is cancelled before its first step never gets there.
            task.add_done_callback(lambda _: writer.close())
            for group in (clients, self._tasks):
                group.add(task)
                task.add_done_callback(group.discard)

        return await asyncio.start_server(connected, sock=bound, ssl=tls, limit=self._limits.line_before_login)

    async def _imap(self, connection: Connection) -> None:
        # Only now: scripts that only send need not wait 25 ms for the modules of IMAP.
        from sandbox.imap.command_table import COMMANDS
        from sandbox.imap.session import Session

        await Session(self._store, connection, self._limits, COMMANDS).run()

    async def _pop3(self, connection: Connection) -> None:
        await Pop3Session(self._store, connection, self._limits).run()

    async def _end_clients(self) -> None:
        for client in tuple(self._smtp_clients):
            client.abort()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await _some_turns()


async def _attend(serve: Serve, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    # A client that broke off or fell silent is its own trouble; anything else is our bug, and asyncio reports it.
    with contextlib.suppress(OSError, TimeoutError):
        await serve(Connection(reader, writer))


async def _stop_accepting(loop: asyncio.AbstractEventLoop, listening: tuple[socket.socket, ...]) -> None:
    # Closing a server forgets the connections it is just accepting, and their sockets stay open. So accept no more,
    # let those become clients, and only then close. Loops that do not watch sockets (Windows) have no such moment.
    with contextlib.suppress(NotImplementedError):
        for one in listening:
            loop.remove_reader(one)
    await _some_turns()


async def _some_turns() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)
