"""Waiting for a while without a thread that waits."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.numbers import Number
from runtime.enterprise.scripts import calling_frame
from runtime.errors import BadArgument
from stdlib.enterprise.asynchrony.event_loop import current_loop
from stdlib.enterprise.asynchrony.promise import Promise

_LONGEST = 10**9


@function("ПриостановитьАсинх(Задержка): Обещание", "SleepAsync(Delay)")
def sleep_async(milliseconds: Number) -> Promise:
    """Обещание, которое выполнится через столько миллисекунд (дополнение: на платформе такого нет)."""
    if not 0 <= milliseconds < _LONGEST:
        raise BadArgument(1)
    loop = current_loop()
    promise = Promise(loop, calling_frame())
    loop.working += 1

    def wake() -> None:
        loop.working -= 1
        promise.complete(None)

    loop.call_later(float(milliseconds) / 1000, wake)
    return promise
