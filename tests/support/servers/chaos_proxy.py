"""A proxy on the loopback that spoils one answer of the server behind it.

A step is what the server says between two things that the client says: step 0 is the greeting.
"""

from __future__ import annotations

import select
import socket
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# What becomes of the connection when the answer has been spoilt.
After = Literal["go on", "close", "reset", "fall silent"]
_PIECE = 65536


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at a step: to the question before it (`unheard`: it never reaches the server), to the answer, then.

    `spoil` turns the answer into the pieces that the client gets, `pause` seconds apart, for as long as it listens;
    where there is none because of `unheard`, it gets the greeting.
    """

    name: str
    spoil: Callable[[bytes], Iterable[bytes]]
    after: After = "go on"
    pause: float = 0.0
    unheard: bool = False


class ChaosProxy:
    """`with ChaosProxy(address) as proxy: proxy.order(fault, step); …`."""

    def __init__(self, server: tuple[str, int]) -> None:
        self.server = server
        self.steps = 0
        """Of the longest connection since the last order."""
        self.happened = 0
        self._fault: Fault | None = None
        self._at = 0
        self._every_time = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._stopped = threading.Event()

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def order(self, fault: Fault | None, step: int = 0, *, every_time: bool = False) -> None:
        """Once, or at that step of every connection."""
        self._fault, self._at, self._every_time = fault, step, every_time
        self.steps = self.happened = 0

    def take(self, step: int) -> Fault | None:
        """The fault that is due at this step of a connection."""
        if self._fault is None or step != self._at or (self.happened and not self._every_time):
            return None
        self.happened += 1
        return self._fault

    def due(self, step: int) -> Fault | None:
        """The same before the question is passed on: nothing has happened yet."""
        return None if (self.happened and not self._every_time) or step != self._at else self._fault

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    def _start(self, action: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=action, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._start(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection(self.server) as server:
            for each in (client, server):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _Connection(self, client, server, self._stopped).relay()


class _Connection:
    def __init__(
        self, proxy: ChaosProxy, client: socket.socket, server: socket.socket, stopped: threading.Event
    ) -> None:
        self._proxy, self._client, self._server, self._stopped = proxy, client, server, stopped
        self._step = 0
        self._answered = False
        self._swallowing = False
        self._greeting = b""

    def relay(self) -> None:
        while not self._stopped.is_set():
            ready, _, _ = select.select((self._client, self._server), (), (), 0.2)
            if self._client in ready:
                question = self._client.recv(_PIECE)
                if not question:
                    return
                if not self._ask(question):
                    return
            elif self._server in ready:
                answer = self._server.recv(_PIECE)
                if not answer:
                    return
                if not self._answer(answer):
                    return

    def _ask(self, question: bytes) -> bool:
        if self._answered:
            self._answered = self._swallowing = False
            self._step += 1
            self._proxy.steps = max(self._proxy.steps, self._step)
        fault = self._proxy.due(self._step)
        if fault and fault.unheard:
            self._proxy.take(self._step)
            for piece in fault.spoil(self._greeting):
                self._client.sendall(piece)
            return self._end(fault.after)
        self._server.sendall(question)
        return True

    def _answer(self, answer: bytes) -> bool:
        fault = None if self._answered else self._proxy.take(self._step)
        self._answered = True
        self._greeting = self._greeting or answer
        if fault is None:
            if not self._swallowing:
                self._client.sendall(answer)
            return True
        self._swallowing = fault.pause == 0
        for piece in fault.spoil(answer):
            if self._stopped.wait(fault.pause):
                return False
            self._client.sendall(piece)
        return self._end(fault.after)

    def _end(self, after: After) -> bool:
        if after == "go on":
            return True
        if after == "reset":
            self._client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif after == "fall silent":
            # Whatever else the client says is never answered; it gives up in the end.
            while not self._stopped.is_set():
                ready, _, _ = select.select((self._client,), (), (), 0.2)
                if ready and not self._client.recv(_PIECE):
                    break
        return False
