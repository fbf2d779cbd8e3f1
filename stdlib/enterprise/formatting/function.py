"""Формат()."""

from __future__ import annotations

from runtime import host
from runtime.enterprise.date import Date
from runtime.enterprise.declare import function
from runtime.enterprise.locale import locale
from runtime.enterprise.presentation import text_of
from stdlib.enterprise.formatting.format_string import parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.enterprise.date_format import DateFormat
    from stdlib.enterprise.formatting.number_format import NumberFormat

_NUMBERS: dict[str, NumberFormat] = {}
_DATES: dict[str, DateFormat] = {}
_LIMIT = 500


@function("Формат(Значение, [ФорматнаяСтрока]): Строка", "Format(Value, [FormatString])")
def format_value(value: Any, format_string: str = "") -> str:
    """Текст числа, даты или булева по форматной строке: Формат(5.5, "ЧДЦ=2"), Формат(Дата, "ДФ=дд.ММ.гггг")."""
    kind = value.__class__
    if host.abroad:
        # What the script says itself comes later and wins.
        format_string = f"Л={host.current().locale};{format_string}"
    if kind is int or kind.__name__ == "Decimal":
        return (_NUMBERS.get(format_string) or _number_format(format_string)).text(value)
    if kind is Date:
        return (_DATES.get(format_string) or _date_format(format_string)).text(value)
    if kind is bool and format_string:
        given = parameters(format_string)
        habits = locale(given.get("Л", ""))
        return given.get("БИ", habits.yes) if value else given.get("БЛ", habits.no)
    return text_of(value)


def _number_format(format_string: str) -> NumberFormat:
    from stdlib.enterprise.formatting.number_format import NumberFormat

    given = parameters(format_string)
    if len(_NUMBERS) >= _LIMIT:
        _NUMBERS.clear()
    made = _NUMBERS[format_string] = NumberFormat(given, locale(given.get("Л", "")))
    return made


def _date_format(format_string: str) -> DateFormat:
    from runtime.enterprise.date_format import DateFormat

    given = parameters(format_string)
    if len(_DATES) >= _LIMIT:
        _DATES.clear()
    made = _DATES[format_string] = DateFormat(given, locale(given.get("Л", "")))
    return made
