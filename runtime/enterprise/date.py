"""The value Дата: whole seconds since 01.01.0001 0:00:00, which is the empty date."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DAY = 86_400
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LIMIT = 3_652_059 * DAY  # the end of year 9999
_CIVIL: dict[int, tuple[int, int, int]] = {}
_CIVIL_LIMIT = 4096


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def days_before(year: int, month: int, day: int) -> int:
    """Days between 01.01.0001 and this day."""
    past = year - 1
    days = past * 365 + past // 4 - past // 100 + past // 400 + _DAYS_BEFORE_MONTH[month] + day - 1
    return days + 1 if month > 2 and is_leap(year) else days


def civil(days: int) -> tuple[int, int, int]:
    """Year, month, day of the day that so many days after 01.01.0001 begins; neighbours of one day come from memory."""
    found = _CIVIL.get(days)
    if found is None:
        if len(_CIVIL) >= _CIVIL_LIMIT:
            _CIVIL.clear()
        found = _CIVIL[days] = _civil(days)
    return found


def _civil(days: int) -> tuple[int, int, int]:
    # Years that begin in March put the leap day last: H. Hinnant, "chrono-compatible low-level date algorithms".
    shifted = days + 306
    era, rest = divmod(shifted, 146_097)
    year = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    day_of_year = rest - (365 * year + year // 4 - year // 100)
    month_of_year = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_of_year + 2) // 5 + 1
    month = month_of_year + 3 if month_of_year < 10 else month_of_year - 9
    return year + era * 400 + (month <= 2), month, day


class Date:
    """A moment to the second, immutable; `seconds` counts from 01.01.0001."""

    __slots__ = ("seconds",)
    seconds: int

    def __init__(self, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> None:
        """OnecError when there is no such date."""
        fits = 0 < month < 13 and 0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 < year < 10_000
        if not fits or not 0 < day <= days_in_month(year, month):
            raise OnecError("Неправильное значение даты")
        _store(self, days_before(year, month, day) * DAY + hour * 3600 + minute * 60 + second)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(name, name=name, obj=self)

    @classmethod
    def of_seconds(cls, seconds: int) -> Date:
        """OnecError outside the years 1 to 9999."""
        if not 0 <= seconds < _LIMIT:
            raise OnecError("Неправильное значение даты")
        made: Date = _new(cls)
        _store(made, seconds)
        return made

    @classmethod
    def literal(cls, text: str) -> Date:
        """A date written as digits ГГГГММДД[ччмм[сс]]; whatever is no digit is skipped."""
        digits = "".join(c for c in text if "0" <= c <= "9")
        if len(digits) not in (8, 12, 14):
            raise OnecError("Неправильное значение даты")
        if digits.strip("0") == "":
            return EMPTY_DATE
        digits = digits.ljust(14, "0")
        return cls(int(digits[:4]), *(int(digits[i : i + 2]) for i in range(4, 14, 2)))

    @property
    def year(self) -> int:
        return civil(self.seconds // DAY)[0]

    @property
    def month(self) -> int:
        return civil(self.seconds // DAY)[1]

    @property
    def day(self) -> int:
        return civil(self.seconds // DAY)[2]

    @property
    def hour(self) -> int:
        return self.seconds % DAY // 3600

    @property
    def minute(self) -> int:
        return self.seconds % 3600 // 60

    @property
    def second(self) -> int:
        return self.seconds % 60

    @property
    def weekday(self) -> int:
        """Monday is 1, Sunday 7."""
        return self.seconds // DAY % 7 + 1

    def __add__(self, seconds: Any) -> Date:
        total = self.seconds + int(seconds)
        if not 0 <= total < _LIMIT:
            raise OnecError("Неправильное значение даты")
        made: Date = _new(Date)
        _store(made, total)
        return made

    def __sub__(self, other: Any) -> Any:
        """The seconds between two dates, or the date so many seconds earlier."""
        if other.__class__ is Date:
            return self.seconds - other.seconds
        return self + -other

    def __eq__(self, other: object) -> bool:
        return other.__class__ is Date and self.seconds == other.seconds

    def __hash__(self) -> int:
        return hash((Date, self.seconds))

    def __lt__(self, other: Date) -> bool:
        return self.seconds < other.seconds

    def __le__(self, other: Date) -> bool:
        return self.seconds <= other.seconds

    def __gt__(self, other: Date) -> bool:
        return self.seconds > other.seconds

    def __ge__(self, other: Date) -> bool:
        return self.seconds >= other.seconds

    def __str__(self) -> str:
        """дд.ММ.гггг Ч:мм:сс"""
        year, month, day = civil(self.seconds // DAY)
        return f"{day:02}.{month:02}.{year:04} {self.hour}:{self.minute:02}:{self.second:02}"

    def __repr__(self) -> str:
        year, month, day = civil(self.seconds // DAY)
        return f"'{year:04}{month:02}{day:02}{self.hour:02}{self.minute:02}{self.second:02}'"


# The slot's own setter goes past the refusal of Date.__setattr__.
_new = object.__new__
_store = Date.__dict__["seconds"].__set__
EMPTY_DATE = Date(1, 1, 1)
