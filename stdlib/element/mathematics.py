"""Global mathematical functions. Roots and powers have 38 significant digits, trigonometry those of binary floats."""

from __future__ import annotations

import math
from decimal import Context, Decimal

from runtime.element.declare import function
from runtime.element.exceptions import ArithmeticException
from runtime.element.numbers import literal, power, trimmed
from runtime.element.operators import greater, less

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.element.numbers import Number

_CONTEXT = Context(prec=28)
_GREATEST_EXPONENT = 100_000


@function("Мин<Т>(Первое: Т, Остальные...: Т): Т", "Min(First, Others...)")
def minimum(first: object, *others: object) -> Any:
    """Возвращает наименьшее из значений."""
    for one in others:
        first = one if less(one, first) else first
    return first


@function("Макс<Т>(Первое: Т, Остальные...: Т): Т", "Max(First, Others...)")
def maximum(first: object, *others: object) -> Any:
    """Возвращает наибольшее из значений."""
    for one in others:
        first = one if greater(one, first) else first
    return first


@function("Корень(Число: Число): Число", "Sqrt(Number)")
def square_root(number: Number) -> Number:
    """Возвращает квадратный корень."""
    if number < 0:
        raise ArithmeticException("Корень отрицательного числа не определён")
    return trimmed(Decimal(number).sqrt(_CONTEXT))


@function("Степень(Основание: Число, Показатель: Число): Число", "Pow(Base, Exponent)")
def raise_to_power(base: Number, exponent: Number) -> Number:
    """Возводит в степень, как операция **."""
    return power(base, exponent)


@function("Exp(Число: Число): Число", "Exponent(Number)")
def exp(number: Number) -> Number:
    """Возводит число e в степень."""
    if number > _GREATEST_EXPONENT:
        raise ArithmeticException(f"Результат возведения в степень слишком велик: Exp({number})")
    return trimmed(Decimal(number).exp(_CONTEXT))


@function("Log(Число: Число): Число", "Ln(Number)")
def log(number: Number) -> Number:
    """Возвращает натуральный логарифм."""
    return trimmed(_positive(number).ln(_CONTEXT))


@function("Log10(Число: Число): Число", "Lg(Number)")
def log10(number: Number) -> Number:
    """Возвращает десятичный логарифм."""
    return trimmed(_positive(number).log10(_CONTEXT))


@function("Sin(Угол: Число): Число", "Sine(Angle)")
def sin(angle: Number) -> Number:
    """Возвращает синус угла в радианах."""
    return _binary(math.sin, angle)


@function("Cos(Угол: Число): Число", "Cosine(Angle)")
def cos(angle: Number) -> Number:
    """Возвращает косинус угла в радианах."""
    return _binary(math.cos, angle)


@function("Tan(Угол: Число): Число", "Tangent(Angle)")
def tan(angle: Number) -> Number:
    """Возвращает тангенс угла в радианах."""
    return _binary(math.tan, angle)


@function("ASin(Число: Число): Число", "ArcSine(Number)")
def asin(number: Number) -> Number:
    """Возвращает арксинус в радианах."""
    return _binary(math.asin, number)


@function("ACos(Число: Число): Число", "ArcCosine(Number)")
def acos(number: Number) -> Number:
    """Возвращает арккосинус в радианах."""
    return _binary(math.acos, number)


@function("ATan(Число: Число): Число", "ArcTangent(Number)")
def atan(number: Number) -> Number:
    """Возвращает арктангенс в радианах."""
    return _binary(math.atan, number)


def _positive(number: Number) -> Decimal:
    if number <= 0:
        raise ArithmeticException("Логарифм определён только для чисел больше нуля")
    return Decimal(number)


def _binary(calculate: Callable[[float], float], number: Number) -> Number:
    try:
        return literal(format(Decimal(repr(calculate(float(number)))), "f"))
    except (ValueError, OverflowError):
        raise ArithmeticException(f"Функция не определена для числа {number}") from None
