"""Division of Element against exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from runtime.element import numbers

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40, places=10)
OPERANDS = st.integers(-(10**45), 10**45) | DECIMALS


@given(OPERANDS, OPERANDS)
def test_a_quotient_is_the_nearest_number_with_27_digits(left: int | Decimal, right: int | Decimal) -> None:
    assume(right != 0)
    quotient = numbers.divide(left, right)
    exact = Fraction(left) / Fraction(right)
    assert abs(Fraction(quotient) - exact) <= Fraction(1, 2 * 10**27)
    assert Fraction(quotient) == exact or (Fraction(quotient) * 10**27).denominator == 1
    assert isinstance(quotient, int) == (Fraction(quotient).denominator == 1)


@given(OPERANDS, OPERANDS)
def test_a_remainder_and_the_whole_quotient_make_the_dividend(left: int | Decimal, right: int | Decimal) -> None:
    assume(right != 0)
    rest = Fraction(numbers.modulo(left, right))
    assert abs(rest) < abs(Fraction(right))
    assert rest == 0 or (rest < 0) == (left < 0)
    assert ((Fraction(left) - rest) / Fraction(right)).denominator == 1
