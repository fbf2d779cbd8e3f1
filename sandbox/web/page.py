"""The page as a server of its own: a thread with a loop, beside the mail servers or without them."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import TYPE_CHECKING, Self

from sandbox.listening import Address, address_of, listen, refuse_remote
from sandbox.web.conversation import Conversation
from sandbox.web.exchange import Request
from sandbox.web.guard import LOCAL_NAMES, admit
from sandbox.web.routes import Routes
from sandbox.web.service_api import Surroundings

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable

    from sandbox.api import SandboxApi

_LONGEST_LETTER = 50 * 1024 * 1024
_LONGEST_BODY = 64 * 1024
_MOST_CLIENTS = 200


class Page:
    """Serves until it is stopped; `names` are host names, besides the local ones, that it answers to."""

    def __init__(
        self,
        api: SandboxApi,
        surroundings: Surroundings | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        names: Iterable[str] = (),
        allow_remote: bool = False,
    ) -> None:
        if not allow_remote:
            refuse_remote(host)
        self._host, self._port = host, port
        self._names = LOCAL_NAMES | {host.lower(), *(name.lower() for name in names)}
        self._routes = Routes(api, surroundings or Surroundings({}))
        self._clients: set[asyncio.Task[None]] = set()
        self._address: Address = (host, 0)
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()

    @property
    def url(self) -> str:
        host, port = self._address
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def start(self) -> Self:
        """Raises OSError: the port is taken."""
        bound = listen(self._host, self._port)
        self._address = address_of(bound)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, args=(self._loop, bound), name="1cs page", daemon=True)
        self._thread.start()
        return self

    def wait(self) -> None:
        """Wait until another thread stops it, or it fails; KeyboardInterrupt passes through."""
        thread = self._thread
        while thread is not None and thread.is_alive():
            # On Windows a wait without limit cannot be broken by Ctrl-C.
            thread.join(1.0)

    def stop(self) -> None:
        """End all connections. Does nothing when it is not running."""
        if self._thread is None or self._loop is None:
            return
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _serve(self, loop: asyncio.AbstractEventLoop, bound: socket.socket) -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(self._run(bound))

    async def _run(self, bound: socket.socket) -> None:
        server = await asyncio.start_server(self._connected, sock=bound)
        try:
            await self._stop.wait()
        finally:
            server.close()
            clients = tuple(self._clients)
            for client in clients:
                client.cancel()
            await asyncio.gather(*clients, return_exceptions=True)

    # Not a coroutine: asyncio takes the end of such a task by cancellation for a failure and logs it.
    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._clients) >= _MOST_CLIENTS:
            writer.close()
            return
        task = asyncio.get_running_loop().create_task(self._attend(reader, writer))
        self._clients.add(task)
        task.add_done_callback(lambda _: writer.close())
        task.add_done_callback(self._clients.discard)

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A client that broke off or fell silent is its own trouble; anything else is our bug, and asyncio reports it.
        with contextlib.suppress(OSError, TimeoutError):
            await Conversation(reader, writer, self._admit, self._routes.answer).run()

    def _admit(self, request: Request) -> int:
        admit(request, self._names)
        return _LONGEST_LETTER if request.path == "/api/letters" else _LONGEST_BODY
