"""Units of the calendar around a day: the one that holds it, the one before, the one after."""

from __future__ import annotations

from runtime.enterprise.date import DAY, Date, days_in_month

MONTHS = {"Month": 1, "Quarter": 3, "HalfYear": 6, "Year": 12}


def beginning(unit: str, date: Date, shift: int = 0) -> Date:
    """The first second of the unit that holds a date; `shift` units later. OnecError outside of the years 1 to 9999."""
    if unit == "Day":
        return Date.of_seconds(date.seconds - date.seconds % DAY + shift * DAY)
    if unit == "Week":
        days = date.seconds // DAY
        return Date.of_seconds((days - days % 7 + 7 * shift) * DAY)
    if unit == "TenDays":
        number = (date.year * 12 + date.month - 1) * 3 + min((date.day - 1) // 10, 2) + shift
        months, third = divmod(number, 3)
        return Date(months // 12, months % 12 + 1, 1 + 10 * third)
    size = MONTHS[unit]
    months = (date.year * 12 + date.month - 1) // size * size + shift * size
    return Date(months // 12, months % 12 + 1, 1)


def end(unit: str, date: Date, shift: int = 0) -> Date:
    """The last second of the unit that holds a date; `shift` units later."""
    return beginning(unit, date, shift + 1) + -1


def same_day(unit: str, date: Date, shift: int) -> Date:
    """The last second of the day that stands in another unit where this date stands in its own.

    The last day of a month stands for those that a shorter month lacks.
    """
    if unit in ("Week", "TenDays"):
        offset = (date.seconds - beginning(unit, date).seconds) // DAY
        return min(beginning(unit, date, shift) + ((offset + 1) * DAY - 1), end(unit, date, shift))
    months = date.year * 12 + date.month - 1 + shift * MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    return Date(year, month, min(date.day, days_in_month(year, month)), 23, 59, 59)
