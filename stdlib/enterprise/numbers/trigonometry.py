"""Trigonometry; angles are in radians."""

from __future__ import annotations

import math

from runtime.enterprise.declare import function
from runtime.enterprise.numbers import Number, from_float
from runtime.errors import BadArgument


@function("Sin(Угол): Число", "Sin(Angle)")
def sin(angle: Number) -> Number:
    """Синус угла в радианах."""
    return from_float(math.sin(_double(angle)))


@function("Cos(Угол): Число", "Cos(Angle)")
def cos(angle: Number) -> Number:
    """Косинус угла в радианах."""
    return from_float(math.cos(_double(angle)))


@function("Tan(Угол): Число", "Tan(Angle)")
def tan(angle: Number) -> Number:
    """Тангенс угла в радианах."""
    return from_float(math.tan(_double(angle)))


@function("ASin(Число): Число", "ASin(Number)")
def asin(number: Number) -> Number:
    """Арксинус в радианах; число от -1 до 1."""
    return from_float(math.asin(_within_one(number)))


@function("ACos(Число): Число", "ACos(Number)")
def acos(number: Number) -> Number:
    """Арккосинус в радианах; число от -1 до 1."""
    return from_float(math.acos(_within_one(number)))


@function("ATan(Число): Число", "ATan(Number)")
def atan(number: Number) -> Number:
    """Арктангенс в радианах."""
    return from_float(math.atan(_double(number)))


def _double(number: Number) -> float:
    try:
        return float(number)
    except OverflowError as error:
        raise BadArgument(1) from error


def _within_one(number: Number) -> Number:
    if not -1 <= number <= 1:
        raise BadArgument(1)
    return number
