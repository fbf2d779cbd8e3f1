"""How countries write numbers, dates, Истина and Ложь; what a text means in a country's way of writing."""

from __future__ import annotations

from runtime.enterprise.date import Date
from runtime.enterprise.date_format import DateFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.enterprise.numbers import Number

DEFAULT = "ru"


class Locale:
    """One country's habits; months and week days begin with January and Monday."""

    __slots__ = (
        "_moment",
        "after_noon",
        "before_noon",
        "code",
        "date",
        "decimal",
        "genitive",
        "group",
        "long_date",
        "months",
        "name",
        "no",
        "short_days",
        "short_months",
        "time",
        "weekdays",
        "yes",
    )  # fmt: skip

    def __init__(self, code: str, rows: tuple[str, ...]) -> None:
        """`rows`: as in runtime.enterprise.locales; words of a row are parted by blanks, or by | if there is one."""
        name, marks, self.yes, self.no, self.date, self.long_date, self.time, months, genitive, weekdays, short = rows
        self.code, self.name = code, name
        self.decimal, self.group = marks[0], marks[1]
        self.months, self.weekdays, self.short_days = _words(months), _words(weekdays), _words(short)
        self.genitive = _words(genitive) if genitive else self.months
        self.short_months = [month[:3] for month in self.genitive]
        self._moment: DateFormat | None = None
        self.before_noon, self.after_noon = "AM", "PM"

    def text_of(self, value: Any) -> str:
        """A number, a date or a boolean as Строка() shows it."""
        kind = value.__class__
        if kind is bool:
            return self.yes if value else self.no
        if kind is Date:
            if self._moment is None:
                self._moment = DateFormat({}, self)
            return self._moment.always(value)
        # In two steps, since the new marks may be the old ones exchanged.
        return _grouped(value).replace(".", "\0").replace(",", self.group).replace("\0", self.decimal)

    def number(self, text: str) -> Number | None:
        """The number that a text writes with this country's marks; None when it writes none so."""
        from runtime.enterprise.convert import parse_number

        body = text.strip().replace("\u00a0", "").replace("\u202f", "")
        integral, mark, fraction = body.partition(self.decimal)
        first, *others = integral.lstrip("+-").split(self.group)
        if others and not (0 < len(first) < 4 and all(len(group) == 3 for group in others)):
            return None
        joined = integral.replace(self.group, "")
        if any(c in ".," for c in joined + fraction):
            return None
        return parse_number(f"{joined}.{fraction}" if mark else joined)

    def date_parts(self, text: str) -> tuple[int, ...] | None:
        """Year, month, day and time of a date as Строка() shows it; None when the text is none."""
        numbers, words = _numbers_and_words(text)
        if len(numbers) not in (3, 5, 6):
            return None
        day = dict(zip(_order(self.date), numbers[:3], strict=True))
        time = numbers[3:]
        noon = words.strip(" .").upper()
        if noon not in ("", "AM", "PM") or (noon and not (time and 1 <= time[0] <= 12)):
            return None
        if noon:
            time[0] = time[0] % 12 + (12 if noon == "PM" else 0)
        return day["y"], day["M"], day["d"], *time


def _words(row: str) -> list[str]:
    return row.split("|") if "|" in row else row.split()


def _grouped(value: Number) -> str:
    if not value:
        return "0"
    try:
        text = f"{value:,}" if value.__class__ is int else f"{value:,f}"
    except ValueError:
        # Python's own conversion refuses very long whole numbers.
        from decimal import Decimal

        text = f"{Decimal(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _order(pattern: str) -> list[str]:
    """Which of y, M, d stand in a date's pattern, as they come."""
    letters = {"y": "y", "г": "y", "M": "M", "М": "M", "d": "d", "д": "d"}
    found = [letters[c] for c in pattern if c in letters]
    return list(dict.fromkeys(found))


def _numbers_and_words(text: str) -> tuple[list[int], str]:
    numbers: list[int] = []
    words = digits = ""
    for letter in text + " ":
        if "0" <= letter <= "9" and len(digits) < 5:
            digits += letter
            continue
        if digits:
            numbers.append(int(digits))
            digits = ""
        words += "" if letter in "./-:, \u00a0\u202f" else letter
    return numbers, words


def locale_named(code: str) -> Locale | None:
    """The habits of a country or a language given as ru, ru_RU, en-US…; None for one that is not known."""
    from runtime.enterprise.locales import HABITS

    key = code.strip().lower().replace("-", "_").partition(".")[0]
    found = _made.get(key)
    if found is None:
        rows = HABITS.get(key) or HABITS.get(key.partition("_")[0])
        if rows is None:
            return None
        found = Locale(key, rows)
        if len(_made) < _LIMIT:
            _made[key] = found
    return found


def locale(code: str = "") -> Locale:
    """The habits that a code names; those of the script that is running for an empty or unknown one."""
    named = locale_named(code) if code else None
    if named is None:
        from runtime.host import current

        named = locale_named(current().locale) or locale_named(DEFAULT)
    assert named is not None
    return named


def abroad() -> Locale | None:
    """The habits of the script that is running, when they are not the Russian ones."""
    from runtime.host import current

    code = current().locale
    return None if code[:2].lower() == DEFAULT else locale_named(code)


_made: dict[str, Locale] = {}
_LIMIT = 100
"""Scripts may invent countries without end."""
