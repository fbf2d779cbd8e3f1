"""Time limits as scripts give them."""

from __future__ import annotations

from stdlib.element.time.duration import Duration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.element.numbers import Number


def seconds_of(limit: Duration | Number) -> float:
    """Seconds of a Длительность or of a number of seconds; ИсключениеНедопустимыйАргумент for a negative one."""
    seconds = limit.milliseconds / 1000 if isinstance(limit, Duration) else float(limit)
    if seconds < 0:
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException("Таймаут не может быть меньше нуля")
    return seconds
