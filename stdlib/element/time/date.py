"""Дата."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type, static
from stdlib.element.comparable import Comparable
from stdlib.element.formattable import Formattable
from stdlib.element.time.calendar import DAY, LAST_DAY, bad, date_text, days_in_month, from_days, known_days, to_days
from stdlib.element.time.format import format_moment
from stdlib.element.time.text import read_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.time.day_of_week import DayOfWeek
    from stdlib.element.time.time_zone import TimeZone


@onec_type("Дата", "Date")
class Date(Formattable, Comparable):
    """Дата без времени, от 0001-01-01 до 9999-12-31. ВСтроку() даёт запись вида 2020-03-01."""

    __slots__ = ("days",)

    @constructor("(Представление: Строка)", "(Text)")
    @constructor(
        "(Год: Число = 1, Месяц: Число = 1, День: Число = 1)",
        "(Year, Month, Day)",
    )
    def __init__(self, year: int | str = 1, month: int = 1, day: int = 1) -> None:
        """Создаёт дату по записи вида 2020-03-01 или из года, месяца и дня."""
        self.days = read_date(year) if isinstance(year, str) else to_days(year, month, day)

    @classmethod
    def of(cls, days: int) -> Date:
        """Of a number of days since 0001-01-01."""
        if not 0 <= days <= LAST_DAY:
            raise bad("Дата вне диапазона от 0001-01-01 до 9999-12-31")
        made = cls.__new__(cls)
        made.days = days
        return made

    @static("Сейчас([ЧасовойПояс: ЧасовойПояс]): Дата", "Now([TimeZone])")
    def now(zone: TimeZone | None = None) -> Date:  # type: ignore[misc]  # noqa: N805
        """Возвращает текущую дату в часовом поясе; без него – в поясе компьютера."""
        from stdlib.element.time.clock import now_in

        return Date.of(now_in(zone) // DAY)

    def as_text(self) -> str:
        return date_text(self.days)

    def as_presentation(self, format_: str | None) -> str:
        return format_moment(self.days * DAY, format_, time=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Date) and self.days == other.days

    def __hash__(self) -> int:
        return hash((Date, self.days))

    def __lt__(self, other: object) -> bool:
        return self.days < other.days if isinstance(other, Date) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.days <= other.days if isinstance(other, Date) else NotImplemented

    def __sub__(self, other: Any) -> Any:
        if not isinstance(other, Date):
            return NotImplemented
        from stdlib.element.time.duration import Duration

        return Duration.of((self.days - other.days) * DAY)

    @getter("Год", "Year", "Число")
    def year(self) -> int:
        """Год."""
        return (known_days.get(self.days) or from_days(self.days))[0]

    @getter("Месяц", "Month", "Число")
    def month(self) -> int:
        """Месяц, от 1 до 12."""
        return (known_days.get(self.days) or from_days(self.days))[1]

    @getter("День", "Day", "Число")
    def day(self) -> int:
        """День месяца, от 1."""
        return (known_days.get(self.days) or from_days(self.days))[2]

    @method("ДеньНедели(): ДеньНедели", "DayOfWeek()")
    def day_of_week(self) -> DayOfWeek:
        """Возвращает день недели."""
        from stdlib.element.time.day_of_week import day_of_week

        return day_of_week(self.days)

    @method("ДобавитьДни(Количество: Число): Дата", "AddDays(Count)")
    def add_days(self, count: int) -> Date:
        """Возвращает дату, отстоящую на столько дней; отрицательное количество – назад."""
        return Date.of(self.days + count)

    @method("ДобавитьМесяцы(Количество: Число): Дата", "AddMonths(Count)")
    def add_months(self, count: int) -> Date:
        """Возвращает дату, отстоящую на столько месяцев; лишние дни отбрасываются (уточнение реализации)."""
        return Date.of(add_months(self.days, count))

    @method("ДобавитьГоды(Количество: Число): Дата", "AddYears(Count)")
    def add_years(self, count: int) -> Date:
        """Возвращает дату, отстоящую на столько лет (уточнение реализации)."""
        return Date.of(add_months(self.days, 12 * count))

    @method("ДеньГода(): Число", "DayOfYear()")
    def day_of_year(self) -> int:
        """Возвращает номер дня в году, от 1 (член не подтверждён)."""
        return self.days - to_days(from_days(self.days)[0], 1, 1) + 1


def add_months(days: int, count: int) -> int:
    year, month, day = from_days(days)
    years, month_index = divmod(month - 1 + count, 12)
    if not 1 <= year + years <= 9999:
        raise bad("Дата вне диапазона от 0001-01-01 до 9999-12-31")
    return to_days(year + years, month_index + 1, min(day, days_in_month(year + years, month_index + 1)))


def literal(text: str) -> Date:
    """`Дата{2020-03-01}`."""
    return Date.of(read_date(text))
