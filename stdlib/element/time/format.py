"""Formats of Представление(): `дд ММММ гггг ЧЧ:мм:сс`, text in apostrophes, Russian or English letters.

г y year · М M month (МММ short, ММММ full name) · д d day · Ч H hour · ч h hour of twelve · м m minute · с s second ·
С S fraction of a second · п a AM or PM · дддд dddd day of the week (ддд short).
"""

from __future__ import annotations

from operator import itemgetter

from stdlib.element.time.calendar import DAY, from_days
from stdlib.element.time.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib.element.time.words import Words

_RUSSIAN = {"y": "г", "M": "М", "d": "д", "H": "Ч", "h": "ч", "m": "м", "s": "с", "S": "С", "a": "п"}
_DATE_LETTERS, _TIME_LETTERS = frozenset("гМд"), frozenset("ЧчмсСп")
_DATE_FIELDS = ("г", "М", "д", "гг", "МММ", "ММММ", "ддд", "дддд")
_TIME_FIELDS = ("Ч", "м", "с", "ч", "С", "п")


class Layout:
    """A format as Python's: `template % pick(values)`.

    The values are those of a day, of a time of day, or of both, in the order of _DATE_FIELDS and _TIME_FIELDS.
    """

    __slots__ = ("has_date", "has_time", "pick", "template")

    def __init__(self, template: str, fields: list[str]) -> None:
        self.template = template
        self.has_date = any(name in _DATE_FIELDS for name in fields)
        self.has_time = any(name in _TIME_FIELDS for name in fields)
        order = (_DATE_FIELDS if self.has_date else ()) + (_TIME_FIELDS if self.has_time else ())
        places = [order.index(name) for name in fields]
        # For one place an itemgetter gives what stands there, which `%` takes too.
        self.pick: Callable[[tuple[int | str, ...]], object] = itemgetter(*places) if places else _nothing


def _nothing(values: tuple[int | str, ...]) -> tuple[()]:
    return ()


def default_format(*, date: bool = True, time: bool = True) -> str:
    """Of a date, a time or both."""
    known = words()
    return " ".join(part for part, wanted in ((known.date, date), (known.time, time)) if wanted)


def format_moment(milliseconds: int, format_: str | None, *, date: bool = True, time: bool = True) -> str:
    """The usual format of the locale when none is given.

    Raises ИсключениеНедопустимыйФормат for unknown letters, or for those of a part that the value has not.
    """
    format_ = format_ or default_format(date=date, time=time)
    layout = _layouts.get((format_, date, time)) or _learned(format_, date, time)
    if not layout.has_time:
        values = _date_values(milliseconds // DAY) if layout.has_date else ()
    elif not layout.has_date:
        values = _time_values(milliseconds % DAY)
    else:
        values = _date_values(milliseconds // DAY) + _time_values(milliseconds % DAY)
    return layout.template % layout.pick(values)


_layouts: dict[tuple[str, bool, bool], Layout] = {}
"""Formats that scripts have used."""
_ENOUGH = 1000


def _learned(format_: str, date: bool, time: bool) -> Layout:
    allowed = (_DATE_LETTERS if date else frozenset()) | (_TIME_LETTERS if time else frozenset())
    pieces: list[str] = []
    fields: list[str] = []
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
            field, piece = _field(letter, end - index, format_)
            fields.append(field)
            pieces.append(piece)
            index = end
        else:
            pieces.append(_literal(sign))
            index += 1
    if len(_layouts) >= _ENOUGH:
        _layouts.clear()
    made = _layouts[format_, date, time] = Layout("".join(pieces), fields)
    return made


def _literal(text: str) -> str:
    return text.replace("%", "%%")


def _field(letter: str, count: int, format_: str) -> tuple[str, str]:
    """Which value stands for so many of a letter, and how Python writes it."""
    if letter == "г":
        return ("гг", "%02d") if count == 2 else ("г", f"%0{min(count, 9)}d")
    if letter in "Мд" and count in (3, 4):
        return letter * count, "%s"
    if letter == "п":
        return "п", "%s"
    if letter == "С" and count <= 3:
        return "С", f"%.{count}s"
    if count > 2 or letter == "С":
        raise _bad(format_)
    return letter, "%02d" if count == 2 else "%d"


def _date_values(days: int) -> tuple[int | str, ...]:
    known = words()
    if (found := _days.get((days, known))) is not None:
        return found
    year, month, day = from_days(days)
    # 0001-01-01 was a Monday.
    weekday = days % 7
    if len(_days) >= _ENOUGH:
        _days.clear()
    made = _days[days, known] = (
        year, month, day, year % 100, known.short_months[month - 1], known.months[month - 1],
        known.short_weekdays[weekday], known.weekdays[weekday],
    )  # fmt: skip
    return made


_days: dict[tuple[int, Words], tuple[int | str, ...]] = {}
"""What formats of days are filled with: a script mostly writes many times of few days."""


def _time_values(of_day: int) -> tuple[int | str, ...]:
    seconds, rest = divmod(of_day, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return hour, minute, second, (hour - 1) % 12 + 1, f"{rest:03}", "AM" if hour < 12 else "PM"


def _bad(format_: str) -> Exception:
    from runtime.element.exceptions import IllegalFormatException

    return IllegalFormatException(f"Неверный формат даты или времени: {format_}")
