"""Rounding."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from runtime.enterprise.numbers import Number
    from stdlib.enterprise.numbers.round_mode import RoundMode

_round_to: Callable[..., Number] | None = None
"""Loaded when the first fraction is rounded."""
_MOST_DIGITS = 1_000_000


@function("Окр(Число, [Разрядность], [РежимОкругления]): Число", "Round(Number, [Digits], [RoundMode])")
def round_number(number: Number, digits: int = 0, mode: RoundMode | int | None = None) -> Number:
    """Округляет до стольких знаков после точки (отрицательная разрядность – до десятков, сотен…)."""
    if number.__class__ is int and digits >= 0:
        return number
    if not -_MOST_DIGITS <= digits <= _MOST_DIGITS:
        raise BadArgument(2)
    global _round_to
    if _round_to is None:
        from runtime.enterprise.numbers import round_to

        _round_to = round_to
    if mode is None:
        return _round_to(number, digits)
    if mode.__class__ is int and mode not in (0, 1):
        raise BadArgument(3)
    # Scripts of old write the mode as a number: 0 stands for Окр15как10.
    code = mode if isinstance(mode, int) else mode.index
    return _round_to(number, digits, half_up=code == 1)


@function("Цел(Число): Число", "Int(Number)")
def int_number(number: Number) -> int:
    """Целая часть числа: дробная отбрасывается."""
    return int(number)
