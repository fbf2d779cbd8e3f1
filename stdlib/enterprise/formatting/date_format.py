"""Dates as a format string wants them. The pattern is turned once into what `str.format_map` fills in."""

from __future__ import annotations

from runtime.enterprise.date import DAY, Date, civil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.formatting.locale import Locale

# Russian and English letters of a pattern; the case tells months from minutes and 24 hours from 12.
_LETTERS = {
    "д": "d", "М": "M", "г": "y", "ч": "h", "Ч": "H", "м": "m", "с": "s", "в": "t", "к": "q",
    "d": "d", "M": "M", "y": "y", "h": "h", "H": "H", "m": "m", "s": "s", "t": "t", "q": "q",
}  # fmt: skip
_FIELDS = {
    "d": "{day}", "dd": "{day:02}", "ddd": "{short_day}", "dddd": "{weekday}",
    "M": "{month}", "MM": "{month:02}", "MMM": "{short_month}", "MMMM": "{month_name}",
    "y": "{short_year}", "yy": "{short_year:02}", "yyyy": "{year:04}",
    "h": "{half_day}", "hh": "{half_day:02}", "H": "{hour}", "HH": "{hour:02}",
    "m": "{minute}", "mm": "{minute:02}", "s": "{second}", "ss": "{second:02}", "tt": "{noon}", "q": "{quarter}",
}  # fmt: skip
_LOCAL = {"D": "Д", "DD": "ДД", "T": "В", "DT": "ДВ", "DDT": "ДДВ"}


class DateFormat:
    """The parameters of a format string that concern dates, ready for use."""

    __slots__ = ("empty", "genitive", "locale", "names", "pattern")

    def __init__(self, parameters: dict[str, str], locale: Locale) -> None:
        self.locale = locale
        self.empty = parameters.get("ДП", "")
        pattern = parameters.get("ДФ") or _local_pattern(parameters.get("ДЛФ", "ДВ"), locale)
        fields = list(_fields(pattern))
        self.pattern = "".join(fields)
        self.genitive = "{day}" in fields or "{day:02}" in fields
        self.names = any(name in fields for name in ("{short_day}", "{weekday}", "{short_month}", "{month_name}"))

    def text(self, date: Date) -> str:
        seconds = date.seconds
        if not seconds:
            return self.empty
        year, month, day = civil(seconds // DAY)
        hour = seconds % DAY // 3600
        values: dict[str, object] = {
            "year": year, "month": month, "day": day, "hour": hour, "minute": seconds % 3600 // 60,
            "second": seconds % 60, "short_year": year % 100, "half_day": hour % 12 or 12,
            "noon": "AM" if hour < 12 else "PM", "quarter": (month + 2) // 3,
        }  # fmt: skip
        if self.names:
            values |= self._names(month, date.weekday)
        return self.pattern.format_map(values)

    def _names(self, month: int, weekday: int) -> dict[str, str]:
        locale = self.locale
        full = (locale.genitive if self.genitive else locale.months)[month - 1]
        return {
            "month_name": full,
            "short_month": locale.genitive[month - 1][:3],
            "weekday": locale.weekdays[weekday - 1],
            "short_day": locale.short_days[weekday - 1],
        }


def _local_pattern(code: str, locale: Locale) -> str:
    """The pattern that ДЛФ names."""
    wanted = _LOCAL.get(code.upper(), code.upper())
    day = locale.long_date if wanted.startswith("ДД") else locale.date if wanted.startswith("Д") else ""
    time = locale.time if wanted.endswith("В") else ""
    return f"{day} {time}".strip() or f"{locale.date} {locale.time}"


def _fields(pattern: str) -> list[str]:
    """Pieces of a format: fields, and texts with their braces doubled."""
    made: list[str] = []
    index = 0
    while index < len(pattern):
        letter = pattern[index]
        if letter in "'\"":
            end = pattern.find(letter, index + 1)
            end = len(pattern) if end < 0 else end
            made.append(_literal(pattern[index + 1 : end]))
            index = end + 1
            continue
        end = index
        while end < len(pattern) and pattern[end] == letter:
            end += 1
        made.append(_field(letter, pattern[index:end]))
        index = end
    return made


def _field(letter: str, run: str) -> str:
    base = _LETTERS.get(letter)
    if base is None:
        return _literal(run)
    key = base * len(run)
    while key and key not in _FIELDS:
        # More letters than any field has, or as many as none has, mean the nearest shorter field.
        key = key[:-1]
    return _FIELDS[key] if key else _literal(run)


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
