"""Асинх methods of scripts: Python coroutines, each driven by a Task until it ends."""

from __future__ import annotations

from runtime.errors import WrongArgumentCount
from runtime.native import script_error
from stdlib.enterprise.asynchrony.event_loop import EventLoop, current_loop
from stdlib.enterprise.asynchrony.promise import Promise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    Method = Callable[..., Coroutine[Promise, None, Any]]


class Task:
    """A coroutine and the promise of what it returns."""

    __slots__ = ("coroutine", "loop", "promise")

    def __init__(self, loop: EventLoop, coroutine: Coroutine[Promise, None, Any]) -> None:
        self.loop, self.coroutine, self.promise = loop, coroutine, Promise(loop)

    def step(self, error: Exception | None = None) -> None:
        """Run it up to the next promise that is not done; `error` arises where it waits."""
        self.loop.waiting.pop(self, None)
        try:
            awaited = self.coroutine.send(None) if error is None else self.coroutine.throw(error)
        except StopIteration as end:
            self.promise.complete(end.value)
        except Exception as failure:
            # Without this frame of ours the traceback begins in the script.
            failure.__traceback__ = failure.__traceback__ and failure.__traceback__.tb_next
            # Where the stack is too deep for it, it has not even begun.
            self.coroutine.close()
            if script_error(failure) is None:
                raise
            self.promise.fail(failure)
        else:
            self.loop.waiting[self] = awaited
            awaited.follow(lambda: self._wake(awaited))

    def _wake(self, awaited: Promise) -> None:
        """Go on, unless it has been made to go on already."""
        if self.loop.waiting.get(self) is awaited:
            self.step()


def asynchronous(method: Method) -> Callable[..., Promise]:
    """What callers of an Асинх method call: it begins, and its promise is returned."""

    def start(*arguments: Any, **named: Any) -> Promise:
        try:
            coroutine = method(*arguments, **named)
        except TypeError:
            # The body has not begun: the arguments do not fit.
            raise WrongArgumentCount(too_many=len(arguments) > method.__code__.co_argcount) from None
        try:
            task = Task(current_loop(), coroutine)
            task.step()
        except BaseException:
            coroutine.close()
            raise
        return task.promise

    start.__wrapped__ = method  # type: ignore[attr-defined]
    return start
