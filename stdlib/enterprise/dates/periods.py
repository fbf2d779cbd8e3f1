"""Beginnings and ends of periods."""

from __future__ import annotations

from runtime.enterprise.date import DAY, Date, days_in_month
from runtime.enterprise.declare import function


def _start(year: int, month: int) -> Date:
    """The beginning of a month, whose number may lie outside of the year."""
    years, index = divmod(month - 1, 12)
    return Date(year + years, index + 1, 1)


def _last_second(year: int, month: int) -> Date:
    """The end of a month."""
    return Date(year, month, days_in_month(year, month), 23, 59, 59)


def _first_month_of_quarter(date: Date) -> int:
    return date.month - (date.month - 1) % 3


@function("НачалоГода(Дата): Дата", "BegOfYear(Date)")
def beg_of_year(date: Date) -> Date:
    """Начало года, в который попадает дата."""
    return Date(date.year, 1, 1)


@function("НачалоКвартала(Дата): Дата", "BegOfQuarter(Date)")
def beg_of_quarter(date: Date) -> Date:
    """Начало квартала."""
    return Date(date.year, _first_month_of_quarter(date), 1)


@function("НачалоМесяца(Дата): Дата", "BegOfMonth(Date)")
def beg_of_month(date: Date) -> Date:
    """Начало месяца."""
    return Date(date.year, date.month, 1)


@function("НачалоНедели(Дата): Дата", "BegOfWeek(Date)")
def beg_of_week(date: Date) -> Date:
    """Начало понедельника той же недели."""
    days = date.seconds // DAY
    return Date.of_seconds((days - days % 7) * DAY)


@function("НачалоДня(Дата): Дата", "BegOfDay(Date)")
def beg_of_day(date: Date) -> Date:
    """Начало дня."""
    return Date.of_seconds(date.seconds - date.seconds % DAY)


@function("НачалоЧаса(Дата): Дата", "BegOfHour(Date)")
def beg_of_hour(date: Date) -> Date:
    """Начало часа."""
    return Date.of_seconds(date.seconds - date.seconds % 3600)


@function("НачалоМинуты(Дата): Дата", "BegOfMinute(Date)")
def beg_of_minute(date: Date) -> Date:
    """Начало минуты."""
    return Date.of_seconds(date.seconds - date.seconds % 60)


@function("КонецГода(Дата): Дата", "EndOfYear(Date)")
def end_of_year(date: Date) -> Date:
    """Последняя секунда года."""
    return _last_second(date.year, 12)


@function("КонецКвартала(Дата): Дата", "EndOfQuarter(Date)")
def end_of_quarter(date: Date) -> Date:
    """Последняя секунда квартала."""
    return _last_second(date.year, _first_month_of_quarter(date) + 2)


@function("КонецМесяца(Дата): Дата", "EndOfMonth(Date)")
def end_of_month(date: Date) -> Date:
    """Последняя секунда месяца."""
    return _last_second(date.year, date.month)


@function("КонецНедели(Дата): Дата", "EndOfWeek(Date)")
def end_of_week(date: Date) -> Date:
    """Последняя секунда воскресенья той же недели."""
    return beg_of_week(date) + (7 * DAY - 1)


@function("КонецДня(Дата): Дата", "EndOfDay(Date)")
def end_of_day(date: Date) -> Date:
    """Последняя секунда дня."""
    return beg_of_day(date) + (DAY - 1)


@function("КонецЧаса(Дата): Дата", "EndOfHour(Date)")
def end_of_hour(date: Date) -> Date:
    """Последняя секунда часа."""
    return beg_of_hour(date) + 3599


@function("КонецМинуты(Дата): Дата", "EndOfMinute(Date)")
def end_of_minute(date: Date) -> Date:
    """Последняя секунда минуты."""
    return beg_of_minute(date) + 59


@function("ДобавитьМесяц(Дата, ЧислоМесяцев): Дата", "AddMonth(Date, MonthCount)")
def add_month(date: Date, months: int) -> Date:
    """Дата через столько месяцев; если такого дня в месяце нет – последний день месяца."""
    start = _start(date.year, date.month + months)
    day = min(date.day, days_in_month(start.year, start.month))
    return start + ((day - 1) * DAY + date.seconds % DAY)
