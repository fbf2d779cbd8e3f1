"""The Gregorian calendar as numbers of days since 0001-01-01, and times of day as milliseconds."""

from __future__ import annotations

DAY = 86_400_000
HOUR = 3_600_000
MINUTE = 60_000
SECOND = 1000
EPOCH_DAYS = 719_162
"""1970-01-01."""
LAST_DAY = 3_652_058
"""9999-12-31."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_from_ordinal: Callable[[int], date] | None = None
known_days: dict[int, tuple[int, int, int]] = {}
"""What from_days found: the same days are mostly asked for again, for a month after a year, by each of their hours."""
_ENOUGH = 1000
_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def to_days(year: int, month: int, day: int) -> int:
    """ИсключениеНедопустимыйАргумент for a day that is not in the calendar or not within the years 1..9999."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise bad(f"Такой даты нет: {year:04}-{month:02}-{day:02}")
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _BEFORE_MONTH[month - 1] + (month > 2 and is_leap(year)) + day - 1


def from_days(days: int) -> tuple[int, int, int]:
    """Year, month and day; works for days before the year 1 too (year 0)."""
    global _from_ordinal
    if (known := known_days.get(days)) is not None:
        return known
    if days >= 0:
        if _from_ordinal is None:
            # Python's own calendar, written in C; a script without dates does not load it.
            from datetime import date

            _from_ordinal = date.fromordinal
        day_of_calendar = _from_ordinal(days + 1)
        if len(known_days) >= _ENOUGH:
            known_days.clear()
        found = known_days[days] = day_of_calendar.year, day_of_calendar.month, day_of_calendar.day
        return found
    # The algorithm counts from 0000-03-01, so that the leap day ends a year.
    shifted = days + 306
    era, of_era = divmod(shifted, 146_097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * of_year + 2) // 153
    day = of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def to_milliseconds(hour: int, minute: int, second: int, millisecond: int) -> int:
    """ИсключениеНедопустимыйАргумент for a time that no clock shows."""
    if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= millisecond < 1000):
        raise bad(f"Такого времени нет: {hour:02}:{minute:02}:{second:02}.{millisecond:03}")
    return hour * HOUR + minute * MINUTE + second * SECOND + millisecond


def date_text(days: int) -> str:
    year, month, day = from_days(days)
    return f"{year:04}-{month:02}-{day:02}"


def time_text(milliseconds: int) -> str:
    """`01:02:03`, with `.045` when there are milliseconds."""
    seconds, rest = divmod(milliseconds, SECOND)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{text}.{rest:03}" if rest else text


def bad(text: str) -> Exception:
    from runtime.element.exceptions import IllegalArgumentException

    return IllegalArgumentException(text)
