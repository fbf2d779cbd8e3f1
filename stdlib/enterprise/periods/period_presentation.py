"""ПредставлениеПериода()."""

from __future__ import annotations

from runtime.enterprise.date import DAY, Date, days_in_month
from runtime.enterprise.declare import function
from runtime.enterprise.locale import Locale, locale

_YEARS = {"ru": " г.", "be": " г.", "uk": " р."}
_SPANS = {1: "month", 3: "quarter", 6: "half-year", 9: "nine months", 12: "year"}


@function(
    "ПредставлениеПериода(ДатаНачалаПериода, ДатаОкончанияПериода, [ФорматнаяСтрока]): Строка",
    "PeriodPresentation(BeginOfPeriod, EndOfPeriod, [FormatString])",
)
def period_presentation(start: Date, end: Date, format_string: str = "") -> str:
    """Период словами: «15 января 2024 г.», «Январь 2024 г.», «1 квартал 2024 г.», «2024 г.», «01.02.2024 - 15.02.2024».

    Параметры форматной строки: Л – язык, ФП – показывать ли квартал, полугодие и 9 месяцев их названиями.
    """
    from stdlib.enterprise.formatting.format_string import parameters

    given = parameters(format_string)
    habits = locale(given.get("Л", ""))
    named = given.get("ФП", given.get("FP", "Истина")).strip().casefold() not in ("ложь", "false", "0")
    if not start.seconds and not end.seconds:
        return ""
    if not start.seconds or not end.seconds or start > end or not _whole_days(start, end):
        return _between(habits, start, end)
    if start.seconds // DAY == end.seconds // DAY:
        return _date(habits, start, "ДЛФ=ДД")
    if start.day != 1 or end.day != days_in_month(end.year, end.month):
        return _between(habits, start, end)
    return _months(habits, start, end, named=named)


def _whole_days(start: Date, end: Date) -> bool:
    """A date without a time ends its day, too."""
    return start.seconds % DAY == 0 and end.seconds % DAY in (0, DAY - 1)


def _between(habits: Locale, start: Date, end: Date) -> str:
    form = "ДЛФ=Д" if start > end or _whole_days(start, end) else "ДЛФ=ДВ"
    return " - ".join(_date(habits, date, form) if date.seconds else "..." for date in (start, end))


def _months(habits: Locale, start: Date, end: Date, *, named: bool) -> str:
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    kind = _SPANS.get(count, "") if start.year == end.year and (start.month - 1) % count == 0 else ""
    if kind == "month":
        return _month(habits, start)
    if kind == "year":
        return _year(habits, start)
    if kind and named and habits.code[:2] == "ru":
        number = (start.month - 1) // count + 1
        words = {"quarter": f"{number} квартал", "half-year": f"{number} полугодие", "nine months": "9 месяцев"}
        return f"{words[kind]} {_year(habits, start)}"
    if start.month == 1 and end.month == 12:
        return f"{_year(habits, start)} - {_year(habits, end)}"
    return f"{_month(habits, start)} - {_month(habits, end)}"


def _month(habits: Locale, date: Date) -> str:
    return f"{habits.months[date.month - 1]} {_year(habits, date)}"


def _year(habits: Locale, date: Date) -> str:
    return f"{date.year}{_YEARS.get(habits.code[:2], '')}"


def _date(habits: Locale, date: Date, form: str) -> str:
    from runtime.enterprise.date_format import DateFormat
    from stdlib.enterprise.formatting.format_string import parameters

    return DateFormat(parameters(form), habits).text(date)
