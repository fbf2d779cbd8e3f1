"""Powers, roots, exponents, logarithms. All but whole powers are computed with doubles, as the platform does."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.numbers import Number, from_float
from runtime.errors import BadArgument, OnecError

_LARGEST_POWER = 100_000


@function("Pow(Основание, Показатель): Число", "Pow(Base, Exponent)")
def power(base: Number, exponent: Number) -> Number:
    """Возводит основание в степень."""
    if isinstance(exponent, int) and abs(exponent) <= _LARGEST_POWER:
        if exponent >= 0:
            return _whole_power(base, exponent)
        if base != 0:
            from runtime.enterprise.operators import divide

            result: Number = divide(1, _whole_power(base, -exponent))
            return result
    return _in_doubles(lambda: float(base) ** float(exponent))


def _whole_power(base: Number, exponent: int) -> Number:
    from runtime.enterprise.numbers import multiply

    if isinstance(base, int):
        result: int = base**exponent
        return result
    made: Number = 1
    while exponent:
        if exponent & 1:
            made = multiply(made, base)
        exponent >>= 1
        base = multiply(base, base) if exponent else base
    return made


def _in_doubles(compute: object) -> Number:
    try:
        result = compute()  # type: ignore[operator]
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        raise OnecError("Недопустимое значение параметра") from error
    if not isinstance(result, float):
        raise OnecError("Недопустимое значение параметра")
    return from_float(result)


@function("Sqrt(Число): Число", "Sqrt(Number)")
def sqrt(number: Number) -> Number:
    """Квадратный корень."""
    if number < 0:
        raise BadArgument(1)
    if isinstance(number, int):
        from math import isqrt

        root = isqrt(number)
        if root * root == number:
            return root
    return _root(number)


def _root(number: Number) -> Number:
    from math import sqrt as root

    return _in_doubles(lambda: root(number))


@function("Exp(Число): Число", "Exp(Number)")
def exp(number: Number) -> Number:
    """Число e в степени."""
    from math import exp as compute

    return _in_doubles(lambda: compute(number))


@function("Log(Число): Число", "Log(Number)")
def log(number: Number) -> Number:
    """Натуральный логарифм."""
    from math import log as compute

    return _logarithm(compute, number)


@function("Log10(Число): Число", "Log10(Number)")
def log10(number: Number) -> Number:
    """Десятичный логарифм."""
    from math import log10 as compute

    return _logarithm(compute, number)


def _logarithm(compute: object, number: Number) -> Number:
    if number <= 0:
        raise BadArgument(1)
    return _in_doubles(lambda: compute(number))  # type: ignore[operator]
