"""Decimal arithmetic of Enterprise. A number is an `int` while it is whole, else a `decimal.Decimal`.

Whole results are exact without limit; a fractional result of + - * keeps 64 significant digits, of / 27 decimals;
halves are rounded away from zero. Loaded when the first fraction appears. `add`, `subtract` and `multiply` take any
values and convert them when decimal refuses them, so that numbers pay nothing for it.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_UP, Context, Decimal

from runtime.decimals import CONTEXT, DIGITS
from runtime.enterprise.convert import to_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Number = int | Decimal

DECIMALS = 27


def _context(digits: int, rounding: str) -> Context:
    return Context(prec=digits, rounding=rounding, Emin=MIN_EMIN, Emax=MAX_EMAX)


_usual = CONTEXT
_exact = _context(1_000_000, ROUND_HALF_UP)
_half_down = _context(1_000_000, ROUND_HALF_DOWN)
_fifteen = _context(15, ROUND_HALF_DOWN)
_add, _subtract, _multiply = _usual.add, _usual.subtract, _usual.multiply
_divide = _context(DIGITS, ROUND_DOWN).divide
# What lies below 1 is "subnormal" here, and so rounded once, to just so many decimals; below 10 the digits do it.
_divide_below_ten = Context(prec=DECIMALS + 1, rounding=ROUND_HALF_UP, Emin=0, Emax=MAX_EMAX).divide
_quantize = _usual.quantize
_to_step = _exact.quantize
_to_integral = Decimal.to_integral_value
_LAST_DECIMAL = Decimal(1).scaleb(-DECIMALS)
# A whole number with fewer digits cannot have been rounded.
_SURE = DIGITS - 1
# A fraction with a smaller denominator is farther from whole numbers than the last decimal.
_FEW = 10**20


def whole(value: Decimal) -> Number:
    """The same number, as an int when it is whole."""
    return int(value) if value == value.to_integral_value() else value


def add(a: Any, b: Any) -> Number:
    try:
        result = _add(a, b)
    except TypeError:
        return add(to_number(a), to_number(b))
    if result != result.to_integral_value():
        return result
    return int(result) if result.adjusted() < _SURE else _settle(_exact.add(a, b))


def subtract(a: Any, b: Any) -> Number:
    try:
        result = _subtract(a, b)
    except TypeError:
        return subtract(to_number(a), to_number(b))
    if result != result.to_integral_value():
        return result
    return int(result) if result.adjusted() < _SURE else _settle(_exact.subtract(a, b))


def multiply(a: Any, b: Any) -> Number:
    try:
        result = _multiply(a, b)
    except TypeError:
        return multiply(to_number(a), to_number(b))
    if result != result.to_integral_value():
        return result
    return int(result) if result.adjusted() < _SURE else _settle(_exact.multiply(a, b))


def divide(a: Number, b: Number) -> Number:
    """The quotient with 27 decimals; `b` is a number and not zero."""
    # Cut off behind the last decimal first, so that rounding once sees the true next digit.
    quotient = _divide(a, b)
    before_point = quotient.adjusted() + 1
    if before_point < DIGITS - DECIMALS:
        rounded = _quantize(quotient, _LAST_DECIMAL)
    else:
        quotient = _context(before_point + DECIMALS + 2, ROUND_DOWN).divide(a, b)
        rounded = _exact.quantize(quotient, _LAST_DECIMAL)
    # The quotient itself has no trailing zeros.
    return whole(quotient if rounded == quotient else rounded)


def divide_integers(a: int, b: int) -> Number:
    """The quotient of whole numbers when it is not whole; as `divide`, quicker where rounding cannot make it whole."""
    ten = 10 * b
    return _divide_below_ten(a, b) if 0 < b < _FEW and -ten < a < ten else divide(a, b)


def modulo(a: Number, b: Number) -> Number:
    """The remainder with the sign of the dividend; `b` is not zero."""
    return whole(_exact.remainder(a, b))


def round_to(value: Number, decimals: int = 0, *, half_up: bool = True) -> Number:
    """Rounded to so many decimals (negative: to tens, hundreds…); a half goes away from zero, or to it if asked."""
    if value.__class__ is int and decimals >= 0:
        return value
    step = _STEPS.get(decimals)
    if step is None:
        step = _step(decimals)
    result = _to_step(value, step) if half_up else _half_down.quantize(value, step)
    return result if decimals > 0 and result != _to_integral(result) else int(result)


def with_decimals(value: Number, decimals: int) -> Decimal:
    """The number with exactly so many decimals, a half rounded away from zero."""
    return _to_step(value, _STEPS.get(decimals) or _step(decimals))


def _step(decimals: int) -> Decimal:
    """One unit of the last decimal."""
    return Decimal(1).scaleb(-decimals)


_STEPS = {decimals: _step(decimals) for decimals in range(16)}


def literal(text: str) -> Number:
    """A number as it stands in a source text: digits and at most one dot."""
    return whole(Decimal(text))


def from_float(value: float) -> Number:
    """The result of a function that is computed with doubles: 15 significant digits."""
    # Half down of the shortest form: what both measured results (Sqrt(2) and Sqrt(0.02)) agree with.
    return whole(_fifteen.create_decimal(repr(value)))


def _settle(exact: Decimal) -> Number:
    """An exact result with many digits: kept when it is whole, else rounded."""
    number = whole(exact)
    return number if isinstance(number, int) else whole(_usual.plus(exact))
