"""Обещание."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, onec_type
from runtime.errors import OnecError
from runtime.host import lasting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import FrameType, TracebackType
    from typing import Any

    from stdlib.enterprise.asynchrony.event_loop import EventLoop


@onec_type("Обещание", "Promise")
class Promise(OnecObject):
    """Результат действия, которое ещё не закончено: Ждать Обещание даёт его значение или вызывает его ошибку.

    Обещания возвращают методы со словом Асинх и методы библиотеки, имена которых кончаются на Асинх.
    """

    __slots__ = ("_followers", "_loop", "_traceback", "error", "is_done", "place", "value")

    def __init__(self, loop: EventLoop, place: FrameType | None = None) -> None:
        """`place`: the frame of the script that began what the promise is of, when no code of the script does it."""
        self.is_done = False
        self.value: Any = None
        self.error: Exception | None = None
        self._loop = loop
        self._followers: list[Callable[[], None]] = []
        self._traceback: TracebackType | None = None
        self.place = (place, place.f_lasti, place.f_lineno) if place is not None else None

    def complete(self, value: Any) -> None:
        """Have a value; that of a promise is the value which that one will have."""
        if value is self:
            self.fail(OnecError("Обещание ждёт само себя"))
        elif value.__class__ is Promise:
            value.follow(lambda: self._become(value))
        else:
            self.value, self.place = value, None
            self._end()

    def fail(self, error: Exception) -> None:
        """Have an error; it is the script's, or one that `native.script_error` tells as such."""
        self.error, self._traceback = error, error.__traceback__
        self._loop.unheard[self] = None
        self._end()

    def _become(self, other: Promise) -> None:
        if other.error is None:
            self.complete(other.value)
        else:
            self.fail(other.place_error())

    def _end(self) -> None:
        self.is_done = True
        followers, self._followers = self._followers, []
        self._loop.ready.extend(followers)

    def follow(self, call: Callable[[], None]) -> None:
        """Have something called from the loop when the promise is done."""
        call = lasting(call)
        if self.is_done:
            self._loop.ready.append(call)
        else:
            self._followers.append(call)

    def result(self) -> Any:
        """The value of a promise that is done; raises its error, with the frames that it arose in."""
        if self.error is not None:
            self._loop.unheard.pop(self, None)
            raise self.error.with_traceback(self._traceback)
        return self.value

    def place_error(self) -> Exception:
        """The error, which is heard of now, for others than who awaits it: it arose where the script began the work."""
        from types import TracebackType

        from runtime.native import script_place

        assert self.error is not None
        self._loop.unheard.pop(self, None)
        error, traceback = self.error, self._traceback
        if script_place(error.with_traceback(traceback)) is None and self.place is not None:
            traceback = TracebackType(None, *self.place)
        return error.with_traceback(traceback)

    def __await__(self) -> Generator[Promise, None, Any]:
        if not self.is_done:
            yield self
        return self.result()
