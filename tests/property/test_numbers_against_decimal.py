"""Numbers of Enterprise against exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.enterprise import operators as op
from runtime.enterprise.convert import parse_number
from runtime.enterprise.numbers import round_to, whole
from runtime.enterprise.presentation import text_of

numbers = st.one_of(
    st.integers(-(10**40), 10**40),
    st.decimals(min_value=-(10**12), max_value=10**12, places=6).map(whole),
    st.decimals(min_value=-1, max_value=1, places=20).map(whole),
)


def _is_settled(value: Any) -> bool:
    """Whole numbers are ints, the others are not."""
    return type(value) is int or (type(value) is Decimal and value != value.to_integral_value())


def _half_up(value: Fraction, decimals: int) -> Fraction:
    scaled = abs(value) * 10**decimals
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(rounded if value >= 0 else -rounded, 10**decimals)


@settings(max_examples=150)
@given(numbers, numbers)
def test_sums_differences_and_products_that_fit_are_exact(a: Any, b: Any) -> None:
    for operator, expected in (
        (op.add, Fraction(a) + Fraction(b)),
        (op.subtract, Fraction(a) - Fraction(b)),
    ):
        result = operator(a, b)
        assert Fraction(result) == expected
        assert _is_settled(result)
    product = op.multiply(a, b)
    assert _is_settled(product)
    exact = Fraction(a) * Fraction(b)
    assert abs(Fraction(product) - exact) <= abs(exact) / 10**63
    if exact.denominator == 1:
        assert product == exact


@settings(max_examples=150)
@given(numbers, numbers.filter(bool))
def test_quotients_have_27_decimals_rounded_half_up(a: Any, b: Any) -> None:
    result = op.divide(a, b)
    assert Fraction(result) == _half_up(Fraction(a) / Fraction(b), 27)
    assert _is_settled(result)


@settings(max_examples=150)
@given(numbers, numbers.filter(bool))
def test_the_remainder_has_the_sign_of_the_dividend(a: Any, b: Any) -> None:
    result = op.modulo(a, b)
    assert _is_settled(result)
    assert result == 0 or (result > 0) == (a > 0)
    assert abs(Fraction(result)) < abs(Fraction(b))
    assert ((Fraction(a) - Fraction(result)) / Fraction(b)).denominator == 1


@settings(max_examples=150)
@given(numbers, st.integers(-5, 25))
def test_rounding_takes_a_half_away_from_zero(value: Any, decimals: int) -> None:
    expected = _half_up(Fraction(value) / 10 ** max(-decimals, 0), max(decimals, 0)) * 10 ** max(-decimals, 0)
    assert Fraction(round_to(value, decimals)) == expected


@settings(max_examples=150)
@given(numbers)
def test_a_number_shown_and_read_again_is_the_same(value: Any) -> None:
    assert parse_number(text_of(value)) == value


@settings(max_examples=100)
@given(numbers, numbers)
def test_exactly_one_of_less_equal_greater_holds(a: Any, b: Any) -> None:
    assert [op.less(a, b), op.equal(a, b), op.greater(a, b)].count(True) == 1
