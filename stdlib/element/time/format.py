"""Formats of Представление(): `дд ММММ гггг ЧЧ:мм:сс`, text in apostrophes, Russian or English letters.

г y year · М M month (МММ short, ММММ full name) · д d day · Ч H hour · ч h hour of twelve · м m minute · с s second ·
С S fraction of a second · дддд dddd day of the week (ддд short).
"""

from __future__ import annotations

from stdlib.element.time.calendar import DAY, from_days

MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
          "декабря")  # fmt: skip
SHORT_MONTHS = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
SHORT_WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_RUSSIAN = {"y": "г", "M": "М", "d": "д", "H": "Ч", "h": "ч", "m": "м", "s": "с", "S": "С"}
_DATE_LETTERS, _TIME_LETTERS = frozenset("гМд"), frozenset("ЧчмсС")


def format_moment(milliseconds: int, format_: str, *, date: bool = True, time: bool = True) -> str:
    """Raises ИсключениеНедопустимыйФормат for unknown letters, or for those of a part that the value has not."""
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
    if letter == "М":
        names = {3: SHORT_MONTHS, 4: MONTHS}
        return names[count][month - 1] if count in names else _number(month, count, format_)
    # 0001-01-01 was a Monday.
    weekdays = {3: SHORT_WEEKDAYS, 4: WEEKDAYS}
    return weekdays[count][days % 7] if count in weekdays else _number(day, count, format_)


def _time_part(of_day: int, letter: str, count: int, format_: str) -> str:
    if letter == "С":
        if count > 3:
            raise _bad(format_)
        return f"{of_day % 1000:03}"[:count]
    seconds = of_day // 1000
    hour = seconds // 3600
    values = {"Ч": hour, "ч": (hour - 1) % 12 + 1, "м": seconds // 60 % 60, "с": seconds % 60}
    return _number(values[letter], count, format_)


def _number(value: int, count: int, format_: str) -> str:
    if count > 2:
        raise _bad(format_)
    return str(value).rjust(count, "0")


def _bad(format_: str) -> Exception:
    from runtime.element.exceptions import IllegalFormatException

    return IllegalFormatException(f"Неверный формат даты или времени: {format_}")
