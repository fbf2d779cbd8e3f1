"""The three protocols in one asyncio loop over one store."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.connection import Connection
from sandbox.limits import Limits
from sandbox.pop3 import Pop3Session
from sandbox.smtp import OnDelivery, SmtpSession
from sandbox.store import Store

if TYPE_CHECKING:
    from sandbox.tls import Tls

_TURNS = 5
"""So many turns of the loop asyncio needs, at most, between accepting a connection or closing it and having done so."""
_TLS_NAMES = {"smtp": "smtps", "imap": "imaps", "pop3": "pop3s"}
NAMES = (*_TLS_NAMES, *_TLS_NAMES.values())
"""Of the sockets: the protocols in the clear, and with TLS from the first octet."""

Serve = Callable[[Connection], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Protocol:
    """How clients are served, and who is there now, by both sockets."""

    name: str
    serve: Serve
    refusal: bytes
    """What one client too many is told."""
    clients: set[asyncio.Task[None]] = field(default_factory=set)


class Service:
    """Serves until told to stop; then no connection, task or socket of it is left."""

    def __init__(
        self, store: Store, limits: Limits, on_delivery: OnDelivery, tls: Tls | None = None, starttls: bool = False
    ) -> None:
        self._store = store
        self._limits = limits
        self._on_delivery = on_delivery
        self._tls = tls
        self._starttls = starttls
        self._writers: set[asyncio.StreamWriter] = set()
        self._secured: set[asyncio.StreamWriter] = set()
        """Those of clients that have left and had TLS: asyncio's own memory of that ends with the connection."""
        self._protocols = (
            _Protocol("smtp", self._smtp, b"421 4.7.0 too many connections\r\n"),
            _Protocol("imap", self._imap, b"* BYE too many connections\r\n"),
            _Protocol("pop3", self._pop3, b"-ERR too many connections\r\n"),
        )

    async def run(self, sockets: Mapping[str, socket.socket], stop: asyncio.Event) -> None:
        """Serve on the sockets (by NAMES), which become ours, until the event is set."""
        loop = asyncio.get_running_loop()
        servers = []
        for protocol in self._protocols:
            for name, implicit in ((protocol.name, False), (_TLS_NAMES[protocol.name], True)):
                if name in sockets:
                    servers.append(await self._start(protocol, sockets[name], implicit))
        try:
            await stop.wait()
        finally:
            await _stop_accepting(loop, tuple(sockets.values()))
            for server in servers:
                server.close()
            await self._end_clients()

    async def _start(self, protocol: _Protocol, bound: socket.socket, implicit_tls: bool) -> asyncio.Server:
        clients = protocol.clients

        # Not a coroutine: asyncio takes the end of such a task by cancellation for a failure and logs it.
        def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            if len(clients) >= self._limits.connections:
                if not implicit_tls:
                    writer.write(protocol.refusal)
                writer.close()
                return
            task = asyncio.get_running_loop().create_task(self._attend(protocol, reader, writer, implicit_tls))
            self._writers.add(writer)
            clients.add(task)
            # Here and not at the end of the task: one that is cancelled before its first step never gets there.
            task.add_done_callback(lambda _: self._dismiss(writer))
            task.add_done_callback(clients.discard)

        return await asyncio.start_server(connected, sock=bound, limit=self._limits.line_before_login)

    async def _attend(
        self, protocol: _Protocol, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, implicit_tls: bool
    ) -> None:
        transcript = self._store.wire_log.open(protocol.name, _peer(writer))
        tls = self._tls if implicit_tls or self._starttls else None
        connection = Connection(reader, writer, transcript, tls, self._limits.lines_per_second)
        connection.seconds = self._limits.seconds_before_login
        try:
            # A client that broke off or fell silent is its own trouble; anything else is our bug: asyncio reports it.
            with contextlib.suppress(OSError, TimeoutError):
                if implicit_tls:
                    await connection.start_tls()
                await protocol.serve(connection)
        finally:
            if transcript.tls:
                self._secured.add(writer)
            self._store.wire_log.close(transcript)

    def _dismiss(self, writer: asyncio.StreamWriter) -> None:
        self._writers.discard(writer)
        if writer in self._secured:
            self._secured.discard(writer)
            # What had to be sent was, in part(); TLS would wait for the client's farewell, and longer than we live.
            writer.transport.abort()
        else:
            writer.close()

    async def _smtp(self, connection: Connection) -> None:
        await SmtpSession(self._store, connection, self._limits, self._on_delivery).run()

    async def _imap(self, connection: Connection) -> None:
        # Only now: scripts that only send need not wait 25 ms for the modules of IMAP.
        from sandbox.imap.command_table import COMMANDS
        from sandbox.imap.session import Session

        await Session(self._store, connection, self._limits, COMMANDS).run()

    async def _pop3(self, connection: Connection) -> None:
        await Pop3Session(self._store, connection, self._limits).run()

    async def _end_clients(self) -> None:
        tasks = [task for protocol in self._protocols for task in protocol.clients]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for writer in tuple(self._writers):
            writer.transport.abort()
        await _some_turns()


def _peer(writer: asyncio.StreamWriter) -> str:
    name = writer.get_extra_info("peername")
    return str(name[0]) if isinstance(name, tuple) and name else "local"


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
