"""The loop that wakes who awaits a promise. It runs when the script's own code has ended, until nothing is pending.

Everything of it but `arrived` belongs to the script's thread.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from contextvars import ContextVar, copy_context
from heapq import heappop, heappush
from os import name as system_name
from queue import Empty, SimpleQueue
from threading import get_ident
from time import monotonic

from runtime.enterprise.scripts import calling_frame
from runtime.errors import OnecError
from runtime.host import lasting
from stdlib.enterprise.asynchrony.promise import Promise
from stdlib.enterprise.asynchrony.workers import WORKERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from stdlib.enterprise.asynchrony.tasks import Task

    Arrival = tuple[Promise, Any, BaseException | None]

_PATIENCE = 0.2 if system_name == "nt" else None
"""How long the wait may take at a time: Windows tells of Ctrl-C only between waits."""


class Timer:
    """A call that is due some time; `cancel` it and it is not made."""

    __slots__ = ("call", "due", "is_cancelled")

    def __init__(self, due: float, call: Callable[[], None]) -> None:
        self.due, self.call, self.is_cancelled = due, call, False

    def __lt__(self, other: Timer) -> bool:
        return self.due < other.due

    def cancel(self) -> None:
        self.is_cancelled = True


class EventLoop:
    """`ready`: what is to be called next; `waiting`: tasks and the promises that they await; `unheard`: promises that
    have failed, and nobody has heard of it; `working`: how many promises somebody else is going to fulfil."""

    __slots__ = ("arrived", "idle_handlers", "ready", "thread", "timers", "unheard", "waiting", "working")

    def __init__(self) -> None:
        self.thread = get_ident()
        self.ready: deque[Callable[[], None]] = deque()
        self.waiting: dict[Task, Promise] = {}
        self.unheard: dict[Promise, None] = {}
        self.timers: list[Timer] = []
        self.idle_handlers: dict[object, Timer] = {}
        self.working = 0
        self.arrived: SimpleQueue[Arrival] = SimpleQueue()

    def start(self, work: Callable[[], Any], owner: object = None) -> Promise:
        """Do work in a thread with the script's surroundings; works of one owner are done one after another."""
        promise = Promise(self, calling_frame())
        arrived = self.arrived
        context = copy_context()

        def do() -> None:
            try:
                arrived.put((promise, context.run(_with_arithmetic, work), None))
            except BaseException as error:
                # Whatever it is, the script's thread has to know of it.
                arrived.put((promise, None, error))

        self.working += 1
        WORKERS.submit(do, owner)
        return promise

    def call_later(self, seconds: float, call: Callable[[], None]) -> Timer:
        timer = Timer(monotonic() + seconds, lasting(call))
        heappush(self.timers, timer)
        return timer

    def run(self) -> None:
        """Go on until nothing is pending; raises the error of the first promise whose error nobody heard of."""
        try:
            while self._turn():
                pass
        except BaseException:
            self.forget()
            raise
        if self.unheard:
            error = next(iter(self.unheard)).place_error()
            self.forget()
            raise error

    def forget(self) -> None:
        """Let go of everything that is pending."""
        self.ready.clear()
        self.waiting.clear()
        self.unheard.clear()
        self.timers.clear()
        self.idle_handlers.clear()
        self.working, self.arrived = 0, SimpleQueue()

    def _turn(self) -> bool:
        """Do what is ready, then wait for what is next; False when nothing is pending."""
        while self.ready:
            self.ready.popleft()()
        while self.timers and self.timers[0].is_cancelled:
            heappop(self.timers)
        if self.unheard and not self.working and not self.waiting:
            # Only handlers are left that would be called for ever: an error ends them.
            return False
        if self.working or self.timers:
            self._wait()
        elif self.waiting:
            self._break_circle()
        return bool(self.ready or self.working or self.timers or self.waiting)

    def _wait(self) -> None:
        due = max(self.timers[0].due - monotonic(), 0) if self.timers else None
        patience = due if _PATIENCE is None else min(_PATIENCE, due) if due is not None else _PATIENCE
        with suppress(Empty):
            self._settle(*self.arrived.get(timeout=patience))
        while self.timers and self.timers[0].due <= monotonic():
            timer = heappop(self.timers)
            if not timer.is_cancelled:
                self.ready.append(timer.call)

    def _settle(self, promise: Promise, value: Any, error: BaseException | None) -> None:
        self.working -= 1
        if error is None:
            promise.complete(value)
        elif isinstance(error, OnecError):
            promise.fail(error)
        else:
            raise error

    def _break_circle(self) -> None:
        """Nothing goes on, and yet somebody waits: the first who does is told that it is for ever."""
        text = "Взаимная блокировка: обещание не будет выполнено"
        hint = "Асинхронные методы ждут друг друга по кругу, или метод ждёт собственное обещание"
        next(iter(self.waiting)).step(OnecError(text, hint=hint))


def _with_arithmetic(work: Callable[[], Any]) -> Any:
    from runtime.decimals import adopt

    adopt()
    return work()


_current: ContextVar[EventLoop | None] = ContextVar("loop", default=None)


def current_loop() -> EventLoop:
    """The loop of the script that is running in this thread."""
    loop = _current.get()
    if loop is None or loop.thread != get_ident():
        loop = EventLoop()
        _current.set(loop)
    return loop


def finish(value: Any = None) -> Any:
    """Let all that the script has begun come to its end; the value, that of a promise in its place."""
    loop = _current.get()
    if loop is None or loop.thread != get_ident():
        return value
    loop.run()
    return value.result() if isinstance(value, Promise) else value
