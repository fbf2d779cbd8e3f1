"""Число."""

from __future__ import annotations

from runtime.dialect import NEW
from runtime.element.declare import constructor, method, onec_type
from stdlib.element.comparable import Comparable
from stdlib.element.formattable import Formattable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.element.numbers import Number as Value

_ENOUGH = 4000
"""So many digits Python reads without complaint."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@onec_type("Число", "Number", represents=int)
class Number(Formattable, Comparable):
    """Десятичное число; вычисления точные, частное округляется до 27 знаков после запятой."""

    __slots__ = ()

    def __new__(cls, text: str, radix: int = 10) -> Any:
        return from_text(text.strip(), radix)

    @constructor("(Представление: Строка, Основание: Число = 10)", "(Text, Radix)")
    def __init__(self, text: str, radix: int = 10) -> None:
        """Создаёт число по записи; основание, отличное от 10, возможно только для целых."""

    @method("ВСтроку(Основание: Число = 10): Строка", "ToString(Radix)")
    def to_string(self: Any, radix: int = 10) -> str:
        """Возвращает запись числа, как в тексте программы; основание от 2 до 36 – только для целых."""
        from runtime.element.presentation import to_string

        if radix == 10:
            return to_string(self)
        if self.__class__ is not int or not 2 <= radix <= 36:
            raise _bad(f"Запись числа {to_string(self)} по основанию {radix} невозможна")
        digits, rest = "", abs(self)
        while rest or not digits:
            rest, digit = divmod(rest, radix)
            digits = _DIGITS[digit] + digits
        return "-" + digits if self < 0 else digits

    @method("Округлить(Знаков: Число = 0): Число", "Round(Digits)")
    def round(self: Any, digits: int = 0) -> Value:
        """Округляет до указанного количества знаков после запятой; половина – от нуля."""
        if self.__class__ is int and digits >= 0:
            return self
        return (_round_to or _load())(self, digits)

    @method("ЦелаяЧасть(): Число", "IntegerPart()")
    def integer_part(self: Any) -> int:
        """Отбрасывает дробную часть (член не подтверждён)."""
        return int(self)

    @method("Модуль(): Число", "Abs()")
    def absolute(self: Any) -> Value:
        """Возвращает абсолютную величину (член не подтверждён)."""
        from decimal import Decimal

        return abs(self) if self.__class__ is int else Decimal.copy_abs(self)


_round_to: Callable[[Value, int], Value] | None = None


def _load() -> Callable[[Value, int], Value]:
    """Decimal arithmetic, when a script rounds its first fraction; looking it up each time would cost more."""
    global _round_to
    from runtime.element.numbers import round_to

    _round_to = round_to
    return round_to


_literal: Callable[[str], Value] | None = None


def _load_literal() -> Callable[[str], Value]:
    global _literal
    from runtime.element.numbers import literal

    _literal = literal
    return literal


def read(text: Any) -> Value:
    """`новый Число(text)`; the usual records without further ado."""
    if text.__class__ is str and text.isdigit() and text.isascii() and len(text) < _ENOUGH:
        return int(text)
    if text.__class__ is str and text.isascii() and text.replace(".", "", 1).isdigit():
        return (_literal or _load_literal())(text)
    made: Value = getattr(Number, NEW)(text)
    return made


def from_text(text: str, radix: int) -> Value:
    plain = text[1:] if text[:1] in "+-" else text
    if radix == 10 and plain.isascii() and plain.replace(".", "", 1).isdigit():
        from runtime.element.numbers import literal

        return literal(text)
    try:
        if radix != 10 and plain.isalnum():
            return int(text, radix)
    except ValueError:
        pass
    raise _bad(f"Строка «{text}» не является записью числа")


def _bad(text: str) -> Exception:
    from runtime.element.exceptions import IllegalArgumentException

    return IllegalArgumentException(text)
