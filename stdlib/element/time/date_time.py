"""ДатаВремя."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type, static
from stdlib.element.comparable import Comparable
from stdlib.element.formattable import Formattable
from stdlib.element.time.calendar import (
    DAY,
    HOUR,
    LAST_DAY,
    MINUTE,
    SECOND,
    bad,
    date_text,
    from_days,
    known_days,
    time_text,
    to_days,
    to_milliseconds,
)
from stdlib.element.time.date import Date, add_months
from stdlib.element.time.duration import Duration
from stdlib.element.time.format import format_moment
from stdlib.element.time.text import read_date_time
from stdlib.element.time.time import Time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.time.day_of_week import DayOfWeek
    from stdlib.element.time.instant import Instant
    from stdlib.element.time.time_zone import TimeZone


_END = (LAST_DAY + 1) * DAY
_new = object.__new__


@onec_type("ДатаВремя", "DateTime")
class DateTime(Formattable, Comparable):
    """Дата и время без часового пояса, с точностью до миллисекунды. ВСтроку() даёт 2021-03-31 22:50:47."""

    __slots__ = ("milliseconds",)

    @constructor("(Представление: Строка)", "(Text)")
    @constructor("(Дата: Дата, Время: Время)", "(Date, Time)")
    @constructor(
        "(Год: Число = 1, Месяц: Число = 1, День: Число = 1, Час: Число = 0, Минута: Число = 0, "
        "Секунда: Число = 0, Миллисекунда: Число = 0)",
        "(Year, Month, Day, Hour, Minute, Second, Millisecond)",
    )
    def __init__(
        self,
        year: int | str | Date = 1,
        month: int | Time = 1,
        day: int = 1,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        millisecond: int = 0,
    ) -> None:
        """Создаёт значение по записи, из даты и времени или из частей."""
        if isinstance(year, str):
            self.milliseconds = read_date_time(year)
        elif isinstance(year, Date):
            self.milliseconds = year.days * DAY + (month.milliseconds if isinstance(month, Time) else 0)
        elif isinstance(month, Time):
            raise bad("Время задаётся вместе с датой: ДатаВремя(Дата, Время)")
        else:
            clock = to_milliseconds(hour, minute, second, millisecond)
            self.milliseconds = to_days(year, month, day) * DAY + clock

    @classmethod
    def of(cls, milliseconds: int) -> DateTime:
        """Of a number of milliseconds since 0001-01-01."""
        if not 0 <= milliseconds < _END:
            raise bad("Дата вне диапазона от 0001-01-01 до 9999-12-31")
        made = _new(cls)
        made.milliseconds = milliseconds
        return made

    @static("Сейчас([ЧасовойПояс: ЧасовойПояс]): ДатаВремя", "Now([TimeZone])")
    def now(zone: TimeZone | None = None) -> DateTime:  # type: ignore[misc]  # noqa: N805
        """Возвращает текущие дату и время в часовом поясе; без него – в поясе компьютера."""
        from stdlib.element.time.clock import now_in

        return DateTime.of(now_in(zone))

    def as_text(self) -> str:
        days, clock = divmod(self.milliseconds, DAY)
        return f"{date_text(days)} {time_text(clock)}"

    def as_presentation(self, format_: str | None) -> str:
        return format_moment(self.milliseconds, format_)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTime) and self.milliseconds == other.milliseconds

    def __hash__(self) -> int:
        return hash((DateTime, self.milliseconds))

    def __lt__(self, other: object) -> bool:
        return self.milliseconds < other.milliseconds if isinstance(other, DateTime) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.milliseconds <= other.milliseconds if isinstance(other, DateTime) else NotImplemented

    def __add__(self, other: Any) -> Any:
        if other.__class__ is not Duration:
            return NotImplemented
        # What `of` does, with one call less: loops add.
        milliseconds = self.milliseconds + other.milliseconds
        if not 0 <= milliseconds < _END:
            return DateTime.of(milliseconds)
        made = _new(DateTime)
        made.milliseconds = milliseconds
        return made

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, DateTime):
            return Duration.of(self.milliseconds - other.milliseconds)
        return DateTime.of(self.milliseconds - other.milliseconds) if isinstance(other, Duration) else NotImplemented

    @getter("Год", "Year", "Число")
    def year(self) -> int:
        """Год."""
        return (known_days.get(self.milliseconds // DAY) or from_days(self.milliseconds // DAY))[0]

    @getter("Месяц", "Month", "Число")
    def month(self) -> int:
        """Месяц, от 1 до 12."""
        return (known_days.get(self.milliseconds // DAY) or from_days(self.milliseconds // DAY))[1]

    @getter("День", "Day", "Число")
    def day(self) -> int:
        """День месяца, от 1."""
        return (known_days.get(self.milliseconds // DAY) or from_days(self.milliseconds // DAY))[2]

    @getter("Час", "Hour", "Число")
    def hour(self) -> int:
        """Час, от 0 до 23."""
        return self.milliseconds % DAY // HOUR

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

    @method("ДеньНедели(): ДеньНедели", "DayOfWeek()")
    def day_of_week(self) -> DayOfWeek:
        """Возвращает день недели."""
        from stdlib.element.time.day_of_week import day_of_week

        return day_of_week(self.milliseconds // DAY)

    @method("ДобавитьДни(Количество: Число): ДатаВремя", "AddDays(Count)")
    def add_days(self, count: int) -> DateTime:
        """Возвращает значение, отстоящее на столько дней; отрицательное количество – назад."""
        return DateTime.of(self.milliseconds + count * DAY)

    @method("ДобавитьМесяцы(Количество: Число): ДатаВремя", "AddMonths(Count)")
    def add_months(self, count: int) -> DateTime:
        """Возвращает значение, отстоящее на столько месяцев; лишние дни отбрасываются (член не подтверждён)."""
        days, clock = divmod(self.milliseconds, DAY)
        return DateTime.of(add_months(days, count) * DAY + clock)

    @method("ДобавитьГоды(Количество: Число): ДатаВремя", "AddYears(Count)")
    def add_years(self, count: int) -> DateTime:
        """Возвращает значение, отстоящее на столько лет (член не подтверждён)."""
        return self.add_months(12 * count)

    @method("ВМомент(ЧасовойПояс: ЧасовойПояс): Момент", "ToInstant(TimeZone)")
    def to_instant(self, zone: TimeZone) -> Instant:
        """Возвращает момент, в который часы пояса показывали это время (член не подтверждён)."""
        from stdlib.element.time.instant import Instant

        return Instant.of(zone.to_utc(self.milliseconds))


def literal(text: str) -> DateTime:
    """`ДатаВремя{2021-03-31 22:50:47}`."""
    return DateTime.of(read_date_time(text))
