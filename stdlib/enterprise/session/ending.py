"""Leaving a script, and waiting."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.numbers import Number
from runtime.errors import BadArgument, ScriptExit


@function(
    "ЗавершитьРаботуСистемы([ЗапрашиватьВозможность], [Перезапустить], [ДополнительныеПараметры])",
    "ExitSystem([AskIfPossible], [Restart], [AdditionalParameters])",
)
def exit_system(ask: bool = True, restart: bool = False, parameters: str = "") -> None:
    """Завершает сценарий. По-английски – Terminate(): имя Exit занято функцией ЗавершитьРаботу(КодВозврата)."""
    raise ScriptExit(0)


@function(
    "ПрекратитьРаботуСистемы([Перезапустить], [ДополнительныеПараметры])",
    "Terminate([Restart], [AdditionalParameters])",
)
def terminate(restart: bool = False, parameters: str = "") -> None:
    """Завершает сценарий, ни о чём не спрашивая."""
    raise ScriptExit(0)


@function("ВызватьПаузу([Интервал])", "CallSleep([Interval])")
def call_sleep(seconds: Number = 0) -> None:
    """Ждёт столько секунд."""
    _wait(seconds)


@function("Приостановить(Задержка)", "Sleep(Delay)")
def sleep(milliseconds: Number) -> None:
    """Ждёт столько миллисекунд."""
    _wait(milliseconds / 1000)


def _wait(seconds: Number | float) -> None:
    import time

    if not 0 <= seconds < 1_000_000:
        raise BadArgument(1)
    time.sleep(float(seconds))
