"""Parts of dates."""

from __future__ import annotations

from runtime.enterprise.date import DAY, Date, civil, days_before
from runtime.enterprise.declare import function


@function("Год(Дата): Число", "Year(Date)")
def year(date: Date) -> int:
    """Год даты."""
    return civil(date.seconds // DAY)[0]


@function("Месяц(Дата): Число", "Month(Date)")
def month(date: Date) -> int:
    """Номер месяца, от 1 до 12."""
    return civil(date.seconds // DAY)[1]


@function("День(Дата): Число", "Day(Date)")
def day(date: Date) -> int:
    """День месяца, от 1 до 31."""
    return civil(date.seconds // DAY)[2]


@function("Час(Дата): Число", "Hour(Date)")
def hour(date: Date) -> int:
    """Час, от 0 до 23."""
    return date.hour


@function("Минута(Дата): Число", "Minute(Date)")
def minute(date: Date) -> int:
    """Минута, от 0 до 59."""
    return date.minute


@function("Секунда(Дата): Число", "Second(Date)")
def second(date: Date) -> int:
    """Секунда, от 0 до 59."""
    return date.second


@function("ДеньНедели(Дата): Число", "WeekDay(Date)")
def week_day(date: Date) -> int:
    """Номер дня недели: понедельник – 1, воскресенье – 7."""
    return date.weekday


@function("ДеньГода(Дата): Число", "DayOfYear(Date)")
def day_of_year(date: Date) -> int:
    """Номер дня в году, от 1 до 366."""
    days = date.seconds // DAY
    return days - days_before(civil(days)[0], 1, 1) + 1


@function("НеделяГода(Дата): Число", "WeekOfYear(Date)")
def week_of_year(date: Date) -> int:
    """Номер недели в году; первая неделя – та, на которую приходится 1 января."""
    days = date.seconds // DAY
    first = days_before(civil(days)[0], 1, 1)
    return (days - (first - first % 7)) // 7 + 1
