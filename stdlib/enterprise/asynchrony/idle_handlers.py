"""Procedures that are called after a while, once or again and again."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.events import named_handler
from runtime.enterprise.numbers import Number
from runtime.enterprise.scripts import this_object
from runtime.errors import BadArgument
from runtime.names import fold
from stdlib.enterprise.asynchrony.callback_description import calling
from stdlib.enterprise.asynchrony.event_loop import current_loop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SHORTEST = 0.01
_LONGEST = 10**9


@function(
    "ПодключитьОбработчикОжидания(ИмяПроцедуры, Интервал, [Однократно])",
    "AttachIdleHandler(ProcedureName, Interval, [Once])",
)
def attach_idle_handler(procedure: str, interval: Number, once: bool = False) -> None:
    """Вызывает экспортную процедуру без параметров каждые столько секунд, начиная с конца текущего кода.

    Сценарий не заканчивается, пока обработчик не отключён; однократный отключается сам.
    """
    if not 0 < interval < _LONGEST:
        raise BadArgument(2)
    seconds = max(float(interval), _SHORTEST)
    owner = this_object()
    handler = named_handler(owner, procedure)
    if handler.required:
        raise BadArgument(1, hint="У процедуры не должно быть обязательных параметров")
    loop, key = current_loop(), _key(owner, procedure)

    def call() -> None:
        if once:
            loop.idle_handlers.pop(key, None)
        else:
            loop.idle_handlers[key] = loop.call_later(seconds, call)
        calling(lambda: handler.handle([]))

    _detach(key)
    loop.idle_handlers[key] = loop.call_later(seconds, call)


@function("ОтключитьОбработчикОжидания(ИмяПроцедуры)", "DetachIdleHandler(ProcedureName)")
def detach_idle_handler(procedure: str) -> None:
    """Больше не вызывает процедуру, подключённую ПодключитьОбработчикОжидания."""
    _detach(_key(this_object(), procedure))


def _key(owner: Any, procedure: str) -> object:
    return id(owner), fold(procedure.strip())


def _detach(key: object) -> None:
    timer = current_loop().idle_handlers.pop(key, None)
    if timer is not None:
        timer.cancel()
