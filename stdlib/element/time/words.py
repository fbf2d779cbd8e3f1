"""Names of months and days of the week, and the formats that stand where a script names none, by the host's locale."""

from __future__ import annotations

from runtime import host


class Words:
    """One language's words; `months` as they stand in a date. Formats use the letters of Std::Time's own."""

    __slots__ = ("date", "months", "short_months", "short_weekdays", "time", "weekdays")

    def __init__(
        self,
        months: tuple[str, ...],
        short_months: tuple[str, ...],
        weekdays: tuple[str, ...],
        short_weekdays: tuple[str, ...],
        date: str,
        time: str,
    ) -> None:
        self.months, self.short_months = months, short_months
        self.weekdays, self.short_weekdays = weekdays, short_weekdays
        self.date, self.time = date, time


_RUSSIAN = Words(
    ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
     "декабря"),
    ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "дд.ММ.гггг",
    "ЧЧ:мм:сс",
)  # fmt: skip
_ENGLISH = Words(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "М/д/гггг",
    "ч:мм:сс п",
)  # fmt: skip


def words() -> Words:
    return _ENGLISH if is_english() else _RUSSIAN


def is_english() -> bool:
    return host.abroad and host.current().locale[:2] == "en"
