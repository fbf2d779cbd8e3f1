"""Decimal arithmetic of Число: an `int` while integral, else a `Decimal`. Loaded when a script leaves the integers.

How many digits a number has (уточнение реализации; the platform promises 38): whole numbers are exact however long
they grow, fractions have 64 significant digits, a quotient 27 after the point; a literal has at most 38 digits.
The scale of a literal and of what `+ - *` make of it is kept (`250000.50`), a quotient has no trailing zeros.
"""

from __future__ import annotations

import decimal
from decimal import ROUND_05UP, ROUND_HALF_UP, Context, Decimal

from runtime.decimals import CONTEXT
from runtime.element.exceptions import ArithmeticException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Number = int | Decimal

DIVISION_DIGITS = 27
_DIVISION_SCALE = 10**DIVISION_DIGITS
_GREATEST_POWER_BITS = 100_000
# Rounded twice without harm: 05UP keeps the trace of what was cut off.
_WIDE = Context(prec=64, rounding=ROUND_05UP)
_WIDE_WHOLE_DIGITS = 30
_LAST_DIGIT = Decimal(1).scaleb(-DIVISION_DIGITS)
_ONE = Decimal(1)
_ROOTS = Context(prec=38, rounding=ROUND_HALF_UP)


def literal(text: str) -> Number:
    """A number literal; also what Число(Строка) accepts. ValueError when it is none."""
    try:
        return settle(Decimal(text))
    except decimal.InvalidOperation:
        raise ValueError(text) from None


def settle(value: Decimal) -> Number:
    """The same number, as an `int` when integral."""
    return int(value) if value == value.to_integral_value() else value


def trimmed(value: Decimal) -> Number:
    """The same number without trailing zeros of its fraction."""
    number = settle(value)
    return number if isinstance(number, int) else number.normalize(CONTEXT)


def divide(left: Number, right: Number) -> Number:
    """Exact, or rounded half up to 27 digits after the point."""
    if not right:
        raise ArithmeticException("Деление на ноль")
    quotient = _WIDE.divide(left, right)
    if quotient.adjusted() < _WIDE_WHOLE_DIGITS:
        rounded = quotient.quantize(_LAST_DIGIT, ROUND_HALF_UP, CONTEXT)
        return rounded.normalize(CONTEXT) if rounded != rounded.to_integral_value() else int(rounded)
    return _long_division(left, right)


def _long_division(left: Number, right: Number) -> Number:
    """By integers, however long the whole part is."""
    top, bottom = left.as_integer_ratio()
    above, below = right.as_integer_ratio()
    top, bottom = top * below, bottom * above
    negative = (top < 0) != (bottom < 0)
    top, bottom = abs(top), abs(bottom)
    units = (2 * top * _DIVISION_SCALE + bottom) // (2 * bottom)
    exact = Context(prec=len(str(units)) + 1)
    value = Decimal(-units if negative else units).scaleb(-DIVISION_DIGITS, exact)
    whole = int(value)
    return whole if whole == value else value.normalize(exact)


def modulo(left: Number, right: Number) -> Number:
    """The remainder has the sign of the dividend (уточнение реализации)."""
    if not right:
        raise ArithmeticException("Деление на ноль")
    if isinstance(left, int) and isinstance(right, int):
        rest = abs(left) % abs(right)
        return -rest if left < 0 else rest
    # Decimal's own remainder has the sign of the dividend.
    return settle(Decimal(left) % Decimal(right))


def power(base: Number, exponent: Number) -> Number:
    if isinstance(exponent, Decimal):
        exponent = settle(exponent)
    if not base and exponent < 0:
        raise ArithmeticException("Ноль нельзя возвести в отрицательную степень")
    if isinstance(exponent, int):
        return _integral_power(base, exponent)
    if base < 0:
        raise ArithmeticException("Отрицательное число нельзя возвести в дробную степень")
    try:
        return trimmed(_reasonable(_ROOTS.power(Decimal(base), exponent)))
    except decimal.Overflow:
        raise _too_great() from None


def _integral_power(base: Number, exponent: int) -> Number:
    if isinstance(base, int) and base.bit_length() * abs(exponent) > _GREATEST_POWER_BITS and abs(base) > 1:
        raise _too_great()
    if exponent < 0:
        try:
            return divide(1, _integral_power(base, -exponent))
        except (decimal.Overflow, ArithmeticException):
            # What stands below is too small, or too great, to be told from zero.
            raise _too_great() from None
    if isinstance(base, int):
        return int(base**exponent)
    try:
        return settle(_reasonable(base**exponent))
    except decimal.Overflow:
        raise _too_great() from None


def _reasonable(value: Decimal) -> Decimal:
    """The value itself, unless its whole part would fill the memory; zero where its fraction would."""
    if value.adjusted() > _GREATEST_POWER_BITS:
        raise _too_great()
    return value if value.adjusted() > -_GREATEST_POWER_BITS else Decimal(0)


def _too_great() -> Exception:
    return ArithmeticException("Результат возведения в степень слишком велик")


def round_to(value: Number, digits: int = 0) -> Number:
    """Half away from zero; negative digits round to tens, hundreds…"""
    if isinstance(value, int):
        return value if digits >= 0 else _round_whole(value, -digits)
    try:
        rounded = value.quantize(_LAST_DIGITS.get(digits) or _last_digit(digits), ROUND_HALF_UP, CONTEXT)
    except decimal.InvalidOperation:
        # More digits than a number has: it is round already; or the place is beyond all of its digits.
        return trimmed(value) if digits > 0 else 0
    return rounded.normalize(CONTEXT) if digits > 0 and rounded % _ONE else int(rounded)


def _round_whole(value: int, zeros: int) -> int:
    # Ten to the power of more zeros than the number has bits is greater by far.
    if zeros > value.bit_length():
        return 0
    last: int = 10**zeros
    rounded = (abs(value) + last // 2) // last * last
    return rounded if value >= 0 else -rounded


def rounding(digits: int) -> Callable[[Number], Number]:
    """What rounds to a number of digits that the script says in so many words; loops do it.

    It runs in the context of the thread, as bare operators do.
    """
    if not 0 <= digits < _KEPT_DIGITS:
        return lambda value: round_to(value, digits)
    last = _last_digit(digits)

    def rounded_to(value: Number) -> Number:
        if value.__class__ is int:
            return value
        try:
            rounded = value.quantize(last)  # type: ignore[union-attr]
        except decimal.InvalidOperation:
            return round_to(value, digits)
        return rounded.normalize() if rounded % _ONE else int(rounded)

    return rounded_to


def _last_digit(digits: int) -> Decimal:
    made = Decimal(1).scaleb(-digits, CONTEXT)
    if -_KEPT_DIGITS < digits < _KEPT_DIGITS:
        _LAST_DIGITS[digits] = made
    return made


_KEPT_DIGITS = 100
_LAST_DIGITS: dict[int, Decimal] = {}
"""What Decimal.quantize takes, by the number of digits."""


def text(value: Decimal) -> str:
    """Literal form. The scale of a fraction is kept (`250000.50`), an integral number has no point."""
    whole = int(value)
    return format(Decimal(whole) if whole == value else value, "f")
