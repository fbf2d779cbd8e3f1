"""Время."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type, static
from stdlib.element.comparable import Comparable
from stdlib.element.formattable import Formattable
from stdlib.element.time.calendar import DAY, HOUR, MINUTE, SECOND, time_text, to_milliseconds
from stdlib.element.time.text import read_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.time.time_zone import TimeZone


@onec_type("Время", "Time")
class Time(Formattable, Comparable):
    """Время суток с точностью до миллисекунды. ВСтроку() даёт запись вида 01:02:03."""

    __slots__ = ("milliseconds",)

    @constructor("(Представление: Строка)", "(Text)")
    @constructor(
        "(Час: Число = 0, Минута: Число = 0, Секунда: Число = 0, Миллисекунда: Число = 0)",
        "(Hour, Minute, Second, Millisecond)",
    )
    def __init__(self, hour: int | str = 0, minute: int = 0, second: int = 0, millisecond: int = 0) -> None:
        """Создаёт время по записи вида 9:15:00 или из частей."""
        self.milliseconds = (
            read_time(hour) if isinstance(hour, str) else to_milliseconds(hour, minute, second, millisecond)
        )

    @classmethod
    def of(cls, milliseconds: int) -> Time:
        """Of a number of milliseconds since midnight."""
        made = cls.__new__(cls)
        made.milliseconds = milliseconds
        return made

    @static("Сейчас([ЧасовойПояс: ЧасовойПояс]): Время", "Now([TimeZone])")
    def now(zone: TimeZone | None = None) -> Time:  # type: ignore[misc]  # noqa: N805
        """Возвращает текущее время в часовом поясе; без него – в поясе компьютера."""
        from stdlib.element.time.clock import now_in

        return Time.of(now_in(zone) % DAY)

    def as_text(self) -> str:
        return time_text(self.milliseconds)

    def as_presentation(self, format_: str | None) -> str:
        from stdlib.element.time.format import format_moment

        return format_moment(self.milliseconds, format_, date=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Time) and self.milliseconds == other.milliseconds

    def __hash__(self) -> int:
        return hash((Time, self.milliseconds))

    def __lt__(self, other: object) -> bool:
        return self.milliseconds < other.milliseconds if isinstance(other, Time) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.milliseconds <= other.milliseconds if isinstance(other, Time) else NotImplemented

    def __sub__(self, other: Any) -> Any:
        if not isinstance(other, Time):
            return NotImplemented
        from stdlib.element.time.duration import Duration

        return Duration.of(self.milliseconds - other.milliseconds)

    @getter("Час", "Hour", "Число")
    def hour(self) -> int:
        """Час, от 0 до 23."""
        return self.milliseconds // HOUR

    @getter("Минута", "Minute", "Число")
    def minute(self) -> int:
        """Минута, от 0 до 59."""
        return self.milliseconds // MINUTE % 60

    @getter("Секунда", "Second", "Число")
    def second(self) -> int:
        """Секунда, от 0 до 59."""
        return self.milliseconds // SECOND % 60

    @getter("Миллисекунда", "Millisecond", "Число")
    def millisecond(self) -> int:
        """Миллисекунда, от 0 до 999."""
        return self.milliseconds % 1000


def literal(text: str) -> Time:
    """`Время{9:15:0.0}`."""
    return Time.of(read_time(text))
