"""One asyncio loop in a background thread, for blocking calls of asynchronous libraries.

aiosmtplib binds its connections to the loop they were opened in, so all of them need the same one.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar
from weakref import WeakSet

T = TypeVar("T")

_START = threading.Lock()
# On Windows a wait without limit cannot be broken by Ctrl+C.
_SLICE = 1.0
_CLEAN_UP = 2.0
# Ending a transport takes one turn of the loop for the socket, one for TLS and one for the protocol.
_TURNS_TO_END = 3


class _Background:
    """The loop, its thread and the process it belongs to (threads do not survive fork)."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.process = os.getpid()
        self.transports: WeakSet[asyncio.BaseTransport] = WeakSet()
        self.thread = threading.Thread(target=self.loop.run_forever, name="1cs-mail", daemon=True)
        self.thread.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        if self.process != os.getpid() or self.loop.is_closed():
            return
        asyncio.run_coroutine_threadsafe(self._wind_up(), self.loop)
        self.thread.join(_CLEAN_UP)
        if not self.thread.is_alive():
            self.loop.close()

    async def _wind_up(self) -> None:
        # A TLS connection that was closed still waits for the server's goodbye; Python tells unfinished ones on stderr.
        for transport in list(self.transports):
            # Closing twice would detach the TLS transport from its socket: abort() would find nothing to end.
            if not transport.is_closing():
                transport.close()
            if isinstance(transport, asyncio.WriteTransport):
                transport.abort()
        for _ in range(_TURNS_TO_END):
            await asyncio.sleep(0)
        self.loop.stop()


_background: _Background | None = None


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Result of the coroutine; Ctrl+C cancels it, waits until it has closed its connections, and goes on upwards."""
    background = _running()
    if threading.current_thread() is background.thread:
        coroutine.close()
        raise RuntimeError("mail.loop.run() called from inside its own loop")
    supervisor = _Supervisor()
    try:
        return _wait(asyncio.run_coroutine_threadsafe(supervisor.lead(coroutine), background.loop))
    except BaseException:
        # Ctrl+C may come before the future is in our hands, so it is not the future that is cancelled.
        if not supervisor.finished.is_set():
            background.loop.call_soon_threadsafe(supervisor.cancel)
            supervisor.finished.wait(_CLEAN_UP)
        raise


def post(action: Callable[[], object]) -> None:
    """Has the action called in the loop, soon; it is forgotten when the loop has ended."""
    background = _background
    if background is not None and background.process == os.getpid() and not background.loop.is_closed():
        background.loop.call_soon_threadsafe(action)


def entrust(transport: asyncio.BaseTransport | None) -> None:
    """Has the transport ended before the process ends, however far its own closing has come by then."""
    if transport is not None and _background is not None:
        _background.transports.add(transport)


class _Supervisor:
    """Lets another thread cancel a coroutine and know when its clean-up is over."""

    def __init__(self) -> None:
        self.finished = threading.Event()
        self._task: asyncio.Task[Any] | None = None
        self._cancelled = False

    async def lead(self, coroutine: Coroutine[Any, Any, T]) -> T:
        try:
            self._task = asyncio.current_task()
            if self._cancelled:
                coroutine.close()
                raise asyncio.CancelledError
            return await coroutine
        finally:
            self.finished.set()

    def cancel(self) -> None:
        self._cancelled = True
        if self._task is not None:
            self._task.cancel()


def _running() -> _Background:
    global _background
    with _START:
        if _background is None or _background.process != os.getpid():
            _background = _Background()
        return _background


def _wait(future: Future[T]) -> T:
    while True:
        try:
            return future.result(_SLICE)
        except TimeoutError:
            # The coroutine may have raised a TimeoutError of its own.
            if future.done():
                return future.result()
