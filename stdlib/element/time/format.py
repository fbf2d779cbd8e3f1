"""Formats of Представление(): `дд ММММ гггг ЧЧ:мм:сс`, text in apostrophes, Russian or English letters.

г y year · М M month (МММ short, ММММ full name) · д d day · Ч H hour · ч h hour of twelve · м m minute · с s second ·
С S fraction of a second · п a AM or PM · дддд dddd day of the week (ддд short).
"""

from __future__ import annotations

from stdlib.element.time.calendar import DAY, from_days
from stdlib.element.time.words import words

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
    allowed = (_DATE_LETTERS if date else frozenset()) | (_TIME_LETTERS if time else frozenset())
    pieces: list[str] = []
    index = 0
    while index < len(format_):
        sign = format_[index]
        if sign == "'":
            end = format_.find("'", index + 1)
            if end < 0:
                raise _bad(format_)
            pieces.append(format_[index + 1 : end] or "'")
            index = end + 1
        elif sign.isalpha():
            end = index
            while end < len(format_) and format_[end] == sign:
                end += 1
            letter = _RUSSIAN.get(sign, sign)
            if letter not in allowed:
                raise _bad(format_)
            pieces.append(_part(milliseconds, letter, end - index, format_))
            index = end
        else:
            pieces.append(sign)
            index += 1
    return "".join(pieces)


def _part(milliseconds: int, letter: str, count: int, format_: str) -> str:
    days, of_day = divmod(milliseconds, DAY)
    if letter in _TIME_LETTERS:
        return _time_part(of_day, letter, count, format_)
    year, month, day = from_days(days)
    if letter == "г":
        return f"{year % 100:02}" if count == 2 else str(year).rjust(count, "0")
    known = words()
    if letter == "М":
        names = {3: known.short_months, 4: known.months}
        return names[count][month - 1] if count in names else _number(month, count, format_)
    # 0001-01-01 was a Monday.
    weekdays = {3: known.short_weekdays, 4: known.weekdays}
    return weekdays[count][days % 7] if count in weekdays else _number(day, count, format_)


def _time_part(of_day: int, letter: str, count: int, format_: str) -> str:
    if letter == "С":
        if count > 3:
            raise _bad(format_)
        return f"{of_day % 1000:03}"[:count]
    seconds = of_day // 1000
    hour = seconds // 3600
    if letter == "п":
        return "AM" if hour < 12 else "PM"
    values = {"Ч": hour, "ч": (hour - 1) % 12 + 1, "м": seconds // 60 % 60, "с": seconds % 60}
    return _number(values[letter], count, format_)


def _number(value: int, count: int, format_: str) -> str:
    if count > 2:
        raise _bad(format_)
    return str(value).rjust(count, "0")


def _bad(format_: str) -> Exception:
    from runtime.element.exceptions import IllegalFormatException

    return IllegalFormatException(f"Неверный формат даты или времени: {format_}")
