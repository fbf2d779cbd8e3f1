"""Dates as a format string wants them. The pattern is turned once into what `%` fills in."""

from __future__ import annotations

from runtime.enterprise.date import DAY, Date, civil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtime.enterprise.locale import Locale

# Russian and English letters of a pattern; the case tells months from minutes and 24 hours from 12.
_LETTERS = {
    "д": "d", "М": "M", "г": "y", "ч": "h", "Ч": "H", "м": "m", "с": "s", "в": "t", "к": "q",
    "d": "d", "M": "M", "y": "y", "h": "h", "H": "H", "m": "m", "s": "s", "t": "t", "q": "q",
}  # fmt: skip
# Each field: how it is printed and which of the values that DateFormat.text computes.
_VALUES = ("year", "month", "day", "hour", "minute", "second", "short_year", "half_day", "noon", "quarter",
           "month_name", "short_month", "weekday", "short_day")  # fmt: skip
_FIELDS = {
    "d": ("%d", "day"), "dd": ("%02d", "day"), "ddd": ("%s", "short_day"), "dddd": ("%s", "weekday"),
    "M": ("%d", "month"), "MM": ("%02d", "month"), "MMM": ("%s", "short_month"), "MMMM": ("%s", "month_name"),
    "y": ("%d", "short_year"), "yy": ("%02d", "short_year"), "yyyy": ("%04d", "year"),
    "h": ("%d", "half_day"), "hh": ("%02d", "half_day"), "H": ("%d", "hour"), "HH": ("%02d", "hour"),
    "m": ("%d", "minute"), "mm": ("%02d", "minute"), "s": ("%d", "second"), "ss": ("%02d", "second"),
    "tt": ("%s", "noon"), "q": ("%d", "quarter"),
}  # fmt: skip
_LOCAL = {"D": "Д", "DD": "ДД", "T": "В", "DT": "ДВ", "DDT": "ДДВ"}


class DateFormat:
    """The parameters of a format string that concern dates, ready for use."""

    __slots__ = ("empty", "form", "genitive", "locale", "plain", "values")

    def __init__(self, parameters: dict[str, str], locale: Locale) -> None:
        self.locale = locale
        self.empty = parameters.get("ДП", "")
        pieces = list(_pieces(parameters.get("ДФ") or _local_pattern(parameters.get("ДЛФ", "ДВ"), locale)))
        names = [name for _, name in pieces if name]
        self.form = "".join(text for text, _ in pieces)
        self.values = [_VALUES.index(name) for name in names]
        self.genitive = "day" in names
        self.plain = max(self.values, default=0) <= _VALUES.index("second")

    def text(self, date: Date) -> str:
        return self.always(date) if date.seconds else self.empty

    def always(self, date: Date) -> str:
        """The text, the empty date's too."""
        seconds = date.seconds
        year, month, day = civil(seconds // DAY)
        values: tuple[int | str, ...] = (
            year, month, day, seconds % DAY // 3600, seconds % 3600 // 60, seconds % 60
        )  # fmt: skip
        if not self.plain:
            values += self._others(year, month, seconds % DAY // 3600, date.weekday)
        return self.form % tuple([values[index] for index in self.values])

    def _others(self, year: int, month: int, hour: int, weekday: int) -> tuple[int | str, ...]:
        locale = self.locale
        return (
            year % 100,
            hour % 12 or 12,
            locale.before_noon if hour < 12 else locale.after_noon,
            (month + 2) // 3,
            (locale.genitive if self.genitive else locale.months)[month - 1],
            locale.short_months[month - 1],
            locale.weekdays[weekday - 1],
            locale.short_days[weekday - 1],
        )


def _local_pattern(code: str, locale: Locale) -> str:
    """The pattern that ДЛФ names."""
    wanted = _LOCAL.get(code.upper(), code.upper())
    day = locale.long_date if wanted.startswith("ДД") else locale.date if wanted.startswith("Д") else ""
    time = locale.time if wanted.endswith("В") else ""
    return f"{day} {time}".strip() or f"{locale.date} {locale.time}"


def _pieces(pattern: str) -> Iterator[tuple[str, str]]:
    """What to print and the name of the value it prints; texts name none and have their percent signs doubled."""
    index = 0
    while index < len(pattern):
        letter = pattern[index]
        if letter in "'\"":
            end = pattern.find(letter, index + 1)
            end = len(pattern) if end < 0 else end
            yield _literal(pattern[index + 1 : end])
            index = end + 1
            continue
        end = index
        while end < len(pattern) and pattern[end] == letter:
            end += 1
        yield _piece(letter, pattern[index:end])
        index = end


def _piece(letter: str, run: str) -> tuple[str, str]:
    key = _LETTERS.get(letter, "") * len(run)
    while key and key not in _FIELDS:
        # More letters than any field has, or as many as none has, mean the nearest shorter field.
        key = key[:-1]
    return _FIELDS[key] if key else _literal(run)


def _literal(text: str) -> tuple[str, str]:
    return text.replace("%", "%%"), ""
