"""Formats of Представление(): `дд ММММ гггг ЧЧ:мм:сс`, text in apostrophes, Russian or English letters.

г y year · М M month (МММ short, ММММ full name) · д d day · Ч H hour · ч h hour of twelve · м m minute · с s second ·
С S fraction of a second · п a AM or PM · дддд dddd day of the week (ддд short).
"""

from __future__ import annotations

from stdlib.element.time.calendar import DAY, from_days
from stdlib.element.time.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.time.words import Words

_RUSSIAN = {"y": "г", "M": "М", "d": "д", "H": "Ч", "h": "ч", "m": "м", "s": "с", "S": "С", "a": "п"}
_DATE_LETTERS, _TIME_LETTERS = frozenset("гМд"), frozenset("ЧчмсСп")


def default_format(*, date: bool = True, time: bool = True) -> str:
    """Of a date, a time or both."""
    known = words()
    return " ".join(part for part, wanted in ((known.date, date), (known.time, time)) if wanted)


def format_moment(milliseconds: int, format_: str | None, *, date: bool = True, time: bool = True) -> str:
    """The usual format of the locale when none is given.

    Raises ИсключениеНедопустимыйФормат for unknown letters, or for those of a part that the value has not.
    """
    format_ = format_ or default_format(date=date, time=time)
    template, letters = _templates.get((format_, date, time)) or _learned(format_, date, time)
    days, of_day = divmod(milliseconds, DAY)
    values = _date_values(days, words()) if letters & _DATE_LETTERS else {}
    if letters & _TIME_LETTERS:
        values = values | _time_values(of_day)
    return template.format_map(values)


_templates: dict[tuple[str, bool, bool], tuple[str, frozenset[str]]] = {}
"""Formats that scripts have used, as Python's, and the letters in them."""
_ENOUGH = 1000


def _learned(format_: str, date: bool, time: bool) -> tuple[str, frozenset[str]]:
    allowed = (_DATE_LETTERS if date else frozenset()) | (_TIME_LETTERS if time else frozenset())
    pieces: list[str] = []
    letters = set()
    index = 0
    while index < len(format_):
        sign = format_[index]
        if sign == "'":
            end = format_.find("'", index + 1)
            if end < 0:
                raise _bad(format_)
            pieces.append(_literal(format_[index + 1 : end] or "'"))
            index = end + 1
        elif sign.isalpha():
            end = index
            while end < len(format_) and format_[end] == sign:
                end += 1
            letter = _RUSSIAN.get(sign, sign)
            if letter not in allowed:
                raise _bad(format_)
            letters.add(letter)
            pieces.append(_field(letter, end - index, format_))
            index = end
        else:
            pieces.append(_literal(sign))
            index += 1
    if len(_templates) >= _ENOUGH:
        _templates.clear()
    made = _templates[format_, date, time] = "".join(pieces), frozenset(letters)
    return made


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _field(letter: str, count: int, format_: str) -> str:
    """What stands for so many of a letter in Python's format; the names are those of _date_values and _time_values."""
    if letter == "г":
        return "{гг:02}" if count == 2 else f"{{г:0{min(count, 9)}}}"
    if letter in "Мд" and count in (3, 4):
        return f"{{{letter * count}}}"
    if letter == "п":
        return "{п}"
    if letter == "С" and count <= 3:
        return f"{{С:.{count}}}"
    if count > 2 or letter == "С":
        raise _bad(format_)
    return f"{{{letter}:02}}" if count == 2 else f"{{{letter}}}"


def _date_values(days: int, known: Words) -> dict[str, object]:
    if (found := _days.get((days, known))) is not None:
        return found
    year, month, day = from_days(days)
    # 0001-01-01 was a Monday.
    weekday = days % 7
    if len(_days) >= _ENOUGH:
        _days.clear()
    made = _days[days, known] = {
        "г": year, "гг": year % 100, "М": month, "МММ": known.short_months[month - 1], "ММММ": known.months[month - 1],
        "д": day, "ддд": known.short_weekdays[weekday], "дддд": known.weekdays[weekday],
    }  # fmt: skip
    return made


_days: dict[tuple[int, Words], dict[str, object]] = {}
"""What formats of days are filled with: a script mostly writes many times of few days."""


def _time_values(of_day: int) -> dict[str, object]:
    seconds, rest = divmod(of_day, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    half = "AM" if hour < 12 else "PM"
    return {"Ч": hour, "ч": (hour - 1) % 12 + 1, "м": minute, "с": second, "С": f"{rest:03}", "п": half}


def _bad(format_: str) -> Exception:
    from runtime.element.exceptions import IllegalFormatException

    return IllegalFormatException(f"Неверный формат даты или времени: {format_}")
