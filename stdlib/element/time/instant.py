"""Момент."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type, static
from stdlib.element.comparable import Comparable
from stdlib.element.formattable import Formattable
from stdlib.element.time.calendar import DAY, EPOCH_DAYS, bad, date_text, to_days
from stdlib.element.time.duration import Duration
from stdlib.element.time.text import read_date_time
from stdlib.element.time.time_zone import TimeZone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.time.date_time import DateTime

LEAST = -DAY + DAY // 4
"""0000-12-31 06:00:00.000 Z."""
GREATEST = to_days(4000, 1, 1) * DAY + 3 * DAY // 4 - 1
"""4000-01-01 17:59:59.999 Z."""


@onec_type("Момент", "Instant")
class Instant(Formattable, Comparable):
    """Момент абсолютного времени. ВСтроку() даёт запись вида 2019-05-01 20:30:40.345 Z."""

    __slots__ = ("milliseconds",)

    @constructor('(Представление: Строка = "")', "(Text)")
    def __init__(self, text: str = "") -> None:
        """Создаёт момент по записи: дата, время и часовой пояс; без пояса – UTC."""
        self.milliseconds = _read(text)

    @classmethod
    def of(cls, milliseconds: int) -> Instant:
        """Of a number of milliseconds since 0001-01-01, UTC."""
        if not LEAST <= milliseconds <= GREATEST:
            raise bad("Момент вне диапазона от 0000-12-31 06:00:00.000 Z до 4000-01-01 17:59:59.999 Z")
        made = cls.__new__(cls)
        made.milliseconds = milliseconds
        return made

    @classmethod
    def of_epoch(cls, seconds: float) -> Instant:
        """Of a number of seconds since 1970-01-01, UTC."""
        return cls.of(EPOCH_DAYS * DAY + round(seconds * 1000))

    @static("Сейчас(): Момент", "Now()")
    def now() -> Instant:  # type: ignore[misc]
        """Возвращает текущий момент."""
        from stdlib.element.time.clock import now_utc

        return Instant.of(now_utc())

    def as_text(self) -> str:
        days, clock = divmod(self.milliseconds, DAY)
        seconds, rest = divmod(clock, 1000)
        return f"{date_text(days)} {seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03} Z"

    def as_presentation(self, format_: str | None) -> str:
        from stdlib.element.time.format import format_moment
        from stdlib.element.time.time_zone import local_offset

        local = self.milliseconds + local_offset(self.milliseconds)
        return format_moment(local, format_)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Instant) and self.milliseconds == other.milliseconds

    def __hash__(self) -> int:
        return hash((Instant, self.milliseconds))

    def __lt__(self, other: object) -> bool:
        return self.milliseconds < other.milliseconds if isinstance(other, Instant) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.milliseconds <= other.milliseconds if isinstance(other, Instant) else NotImplemented

    def __add__(self, other: Any) -> Any:
        return Instant.of(self.milliseconds + other.milliseconds) if isinstance(other, Duration) else NotImplemented

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, Instant):
            return Duration.of(self.milliseconds - other.milliseconds)
        return Instant.of(self.milliseconds - other.milliseconds) if isinstance(other, Duration) else NotImplemented

    @method("ВДатаВремя(ЧасовойПояс: ЧасовойПояс): ДатаВремя", "ToDateTime(TimeZone)")
    def to_date_time(self, zone: TimeZone) -> DateTime:
        """Возвращает дату и время в часовом поясе (уточнение реализации)."""
        from stdlib.element.time.date_time import DateTime

        return DateTime.of(self.milliseconds + zone.offset(self.milliseconds))

    @method("ВМиллисекундах(): Число", "ToMilliseconds()")
    def to_milliseconds(self) -> int:
        """Возвращает количество миллисекунд с 1970-01-01 00:00:00 Z (член не подтверждён)."""
        return self.milliseconds - EPOCH_DAYS * DAY

    @static("ИзМиллисекунд(Количество: Число): Момент", "FromMilliseconds(Count)")
    def from_milliseconds(count: int) -> Instant:  # type: ignore[misc]  # noqa: N805
        """Возвращает момент по количеству миллисекунд с 1970-01-01 00:00:00 Z (член не подтверждён)."""
        return Instant.of(EPOCH_DAYS * DAY + count)


def literal(text: str) -> Instant:
    """`Момент{2019-05-01 23:30:40.345 UTC+3}`."""
    return Instant.of(_read(text))


def _read(text: str) -> int:
    text = text.strip()
    if text in ("Минимум", "Min"):
        return LEAST
    if text in ("Максимум", "Max"):
        return GREATEST
    local, zone = _part_zone(text)
    return zone.to_utc(read_date_time(local))


def _part_zone(text: str) -> tuple[str, TimeZone]:
    head, _, tail = text.rpartition(" ")
    if head and not tail[:1].isdigit():
        return head, TimeZone(tail)
    if text.endswith("Z"):
        return text[:-1], TimeZone("Z")
    clock_start = max(text.find("T"), text.find(" ")) + 1
    sign = max(text.rfind("+"), text.rfind("-")) if clock_start else -1
    if sign > clock_start > 0:
        return text[:sign], TimeZone(text[sign:])
    return text, TimeZone("UTC")
