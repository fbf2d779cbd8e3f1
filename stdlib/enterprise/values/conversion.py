"""Conversions that scripts name by the type they want."""

from __future__ import annotations

from runtime import host
from runtime.enterprise.convert import failed, parse_number, to_boolean, to_date, to_number
from runtime.enterprise.date import Date
from runtime.enterprise.declare import function
from runtime.enterprise.presentation import text_of
from runtime.errors import OnecError, WrongArgumentCount

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.enterprise.numbers import Number


@function("Строка(Значение): Строка", "String(Value)")
def string(value: Any) -> str:
    """Текст, которым показывается значение: число с разделителями разрядов, Да/Нет, дата, название типа объекта."""
    return text_of(value)


@function("Число(Значение): Число", "Number(Value)")
def number(value: Any) -> Number:
    """Число из строки (дробная часть – после точки или запятой), Истина – 1, Ложь – 0."""
    try:
        return to_number(value)
    except OnecError as error:
        if value.__class__ is str and not error.hint:
            error.hint = _what_is_wrong(value)
        raise


def _what_is_wrong(text: str) -> str:
    """Where a text stops being a number; not the text itself, which may be a secret."""
    body = text.strip()
    if not body:
        return "Строка пуста"
    if " " in body and parse_number(body.replace(" ", "")) is not None:
        return 'В строке есть пробелы: уберите их – СтрЗаменить(Текст, " ", "")'
    for place, letter in enumerate(text, 1):
        if not (letter.isdecimal() or letter.isspace() or letter in "+-.,"):
            return f"Позиция {place}: «{letter}» – не цифра"
    return ""


@function("Булево(Значение): Булево", "Boolean(Value)")
def boolean(value: Any) -> bool:
    """Булево из числа (0 – Ложь) или строки: Истина, Ложь, Да, Нет, True, False."""
    return to_boolean(value)


@function(
    "Дата(ЗначениеИлиГод, [Месяц], [День], [Час], [Минута], [Секунда]): Дата",
    "Date(ValueOrYear, [Month], [Day], [Hour], [Minute], [Second])",
)
def date(
    year: Any,
    month: int | None = None,
    day: int | None = None,
    hour: int = 0,
    minute: int = 0,
    second: int = 0,
) -> Date:
    """Дата из частей или из строки вида ГГГГММДДччммсс или дд.ММ.гггг Ч:мм:сс."""
    if month is None and day is None:
        return _date_of(year)
    if month is None or day is None:
        raise WrongArgumentCount(too_many=False)
    number = to_number(year)
    if number == 0 and month == 0 and day == 0:
        return Date(1, 1, 1, hour, minute, second)
    return Date(int(number), month, day, hour, minute, second)


def _date_of(value: Any) -> Date:
    try:
        return to_date(value)
    except OnecError:
        pieces = _local(value) if value.__class__ is str else None
        if pieces is None:
            raise failed("Дата") from None
    return Date(*pieces)


def _local(text: str) -> tuple[int, ...] | None:
    """The parts of a date as Строка() shows it."""
    if host.abroad:
        from runtime.enterprise.locale import abroad

        if (habits := abroad()) and (parts := habits.date_parts(text)):
            return parts
    day, _, time = text.strip().partition(" ")
    numbers = [*reversed(day.split(".")), *(time.strip().split(":") if time.strip() else ())]
    if len(numbers) not in (3, 5, 6) or not all(n.isascii() and n.isdigit() for n in numbers):
        return None
    return tuple(int(n) for n in numbers)
