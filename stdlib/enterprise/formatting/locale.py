"""How languages write numbers, dates, Истина and Ложь."""

from __future__ import annotations

NBSP = "\u00a0"


class Locale:
    """One language's habits; months and week days begin with January and Monday."""

    __slots__ = ("date", "decimal", "genitive", "group", "long_date", "months", "no", "short_days", "time", "weekdays",
                 "yes")  # fmt: skip

    def __init__(
        self, decimal: str, group: str, yes: str, no: str, date: str, long_date: str, time: str, months: str,
        genitive: str, weekdays: str, short_days: str,
    ) -> None:  # fmt: skip
        self.decimal, self.group, self.yes, self.no = decimal, group, yes, no
        self.date, self.long_date, self.time = date, long_date, time
        self.months, self.genitive = months.split(), genitive.split()
        self.weekdays, self.short_days = weekdays.split(), short_days.split()


_RUSSIAN = Locale(
    ",",
    NBSP,
    "Да",
    "Нет",
    "дд.ММ.гггг",
    f"д ММММ гггг'{NBSP}г.'",
    "Ч:мм:сс",
    "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "Пн Вт Ср Чт Пт Сб Вс",
)
_ENGLISH = Locale(
    ".",
    ",",
    "Yes",
    "No",
    "M/d/yyyy",
    "MMMM d, yyyy",
    "h:mm:ss tt",
    "January February March April May June July August September October November December",
    "January February March April May June July August September October November December",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "Mon Tue Wed Thu Fri Sat Sun",
)
_GERMAN = Locale(
    ",",
    ".",
    "Ja",
    "Nein",
    "dd.MM.yyyy",
    "d. MMMM yyyy",
    "HH:mm:ss",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "Mo Di Mi Do Fr Sa So",
)
_BY_LANGUAGE = {"ru": _RUSSIAN, "en": _ENGLISH, "de": _GERMAN}


def locale(code: str = "ru") -> Locale:
    """The habits of a language given as ru, ru_RU…; Russian for one that is not known."""
    return _BY_LANGUAGE.get(code.lower().replace("-", "_").partition("_")[0], _RUSSIAN)
