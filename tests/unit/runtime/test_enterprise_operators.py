"""Arithmetic, comparison and truth, against the measured tables of the platform."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.enterprise import operators as op
from runtime.enterprise.date import Date
from runtime.enterprise.null import NULL
from runtime.enterprise.presentation import text_of
from runtime.errors import OnecError

NBSP = "\u00a0"
NOT_A_NUMBER = "Преобразование значения к типу Число не может быть выполнено"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("", Decimal("1000.5"), f"1{NBSP}000,5"),
        ("", 1000000, f"1{NBSP}000{NBSP}000"),
        ("", True, "Да"),
        ("", False, "Нет"),
        ("", None, ""),
        ("", NULL, ""),
        ("", Date(2024, 1, 15, 10, 30), "15.01.2024 10:30:00"),
        ("", Date(1, 1, 1), "01.01.0001 0:00:00"),
        ("5", 1, "51"),
        ("х", 12, "х12"),
        (5, "3", 8),
        (True, "3", 4),
        (True, True, 2),
        (2, 3, 5),
        (Decimal("0.5"), Decimal("0.5"), 1),
        (Decimal("0.1"), Decimal("0.2"), Decimal("0.3")),
        (1, "4.5", Decimal("5.5")),
        (1, "4,5", Decimal("5.5")),
        (1, " 5 ", 6),
        (Date(2024, 1, 15), 60, Date(2024, 1, 15, 0, 1)),
        (Date(2024, 1, 15), "60", Date(2024, 1, 15, 0, 1)),
    ],
)
def test_the_left_operand_decides_what_plus_means(left: Any, right: Any, expected: Any) -> None:
    result = op.add(left, right)
    assert (result, type(result)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (1, "х"),
        (True, "х"),
        (None, "х"),
        (None, 1),
        (1, None),
        (1, NULL),
        (Date(2024, 1, 1), "х"),
        (Date(2024, 1, 1), Date(2024, 1, 1)),
        (1, Date(2024, 1, 1)),
        (1, ""),
    ],
)
def test_adding_what_is_no_number_is_an_error(left: Any, right: Any) -> None:
    with pytest.raises(OnecError) as caught:
        op.add(left, right)
    assert caught.value.message == NOT_A_NUMBER


@pytest.mark.parametrize(
    ("operator", "left", "right", "expected"),
    [
        (op.subtract, "5", 1, 4),
        (op.subtract, 5, "1", 4),
        (op.subtract, True, True, 0),
        (op.subtract, Date(2024, 1, 2), Date(2024, 1, 1), 86400),
        (op.subtract, Date(2024, 1, 2), 86400, Date(2024, 1, 1)),
        (op.multiply, "5", 2, 10),
        (op.multiply, Decimal("0.5"), 4, 2),
        (op.divide, "5", 2, Decimal("2.5")),
        (op.divide, 7, 2, Decimal("3.5")),
        (op.divide, 6, 3, 2),
        (op.divide, Decimal("7.5"), Decimal("2.5"), 3),
        (op.modulo, "7", 2, 1),
        (op.modulo, -7, 3, -1),
        (op.modulo, 7, -3, 1),
        (op.modulo, Decimal("7.5"), 2, Decimal("1.5")),
        (op.modulo, -6, 3, 0),
    ],
)
def test_strings_and_booleans_become_numbers_in_arithmetic(operator: Any, left: Any, right: Any, expected: Any) -> None:
    result = operator(left, right)
    assert (result, type(result)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("left", "right", "digits"),
    [
        (1, 3, "0.333333333333333333333333333"),
        (2, 3, "0.666666666666666666666666667"),
        (10, 3, "3.333333333333333333333333333"),
        (-2, 3, "-0.666666666666666666666666667"),
        (1, 8, "0.125"),
        (10**60 + 1, 3, "333333333333333333333333333333333333333333333333333333333333.666666666666666666666666667"),
    ],
)
def test_division_rounds_half_up_to_27_decimals(left: int, right: int, digits: str) -> None:
    assert op.divide(left, right) == Decimal(digits)


def test_a_tie_in_the_28th_decimal_is_rounded_away_from_zero() -> None:
    # 1 / 2**28 = 0.0000000037252902984619140625
    assert op.divide(1, 2**28) == Decimal("0.000000003725290298461914063")


@pytest.mark.parametrize("operator", [op.divide, op.modulo])
@pytest.mark.parametrize("zero", [0, "0", False])
def test_dividing_by_zero_is_an_error(operator: Any, zero: Any) -> None:
    with pytest.raises(OnecError, match=r"^Деление на 0$"):
        operator(5, zero)


def test_whole_results_of_fractions_are_exact_however_long() -> None:
    assert op.multiply(10**70 + 2, Decimal("0.5")) == 5 * 10**69 + 1


def test_a_fractional_product_keeps_64_digits() -> None:
    product = op.multiply(Decimal("1." + "1" * 50), Decimal("1." + "1" * 50))
    assert len(product.as_tuple().digits) == 64


def test_trailing_zeros_are_not_shown() -> None:
    assert text_of(op.multiply(Decimal("1.10"), 1)) == "1,1"


@pytest.mark.parametrize(
    ("value", "expected"), [("5", -5), (True, -1), (Decimal("1.5"), Decimal("-1.5")), (-3, 3), (False, 0)]
)
def test_unary_minus_converts(value: Any, expected: Any) -> None:
    assert op.negate(value) == expected


def test_unary_minus_keeps_every_digit() -> None:
    long = Decimal("1." + "7" * 50)
    assert str(op.negate(long)) == "-" + str(long)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("5", 5, False),
        (NULL, None, False),
        (None, None, True),
        (True, 1, True),
        (True, 2, False),
        (False, 0, True),
        (Date(2024, 1, 1), 1, False),
        (Date(2024, 1, 1), Date(2024, 1, 1), True),
        ("а", "А", False),
        (Decimal("0.5"), Decimal("0.50"), True),
    ],
)
def test_equality_never_fails(left: Any, right: Any, expected: bool) -> None:
    assert op.equal(left, right) is expected
    assert op.not_equal(left, right) is not expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (1, 2),
        (Decimal("1.5"), 2),
        (1, Decimal("1.5")),
        (False, True),
        (Date(2024, 1, 1), Date(2024, 1, 2)),
        ("а", "б"),
        ("9", "z"),
        ("z", "а"),
        ("ёлка", "Ель"),
        ("яблоко", "Яблоко"),
    ],
)
def test_values_of_one_type_are_ordered(left: Any, right: Any) -> None:
    assert op.less(left, right) and op.less_equal(left, right)
    assert op.greater(right, left) and op.greater_equal(right, left)
    assert not op.less(right, left) and not op.greater(left, right)


@pytest.mark.parametrize("pair", [("5", 3), (None, None), (True, 1), ([], []), (Date(2024, 1, 1), 5)])
@pytest.mark.parametrize("operator", [op.less, op.less_equal, op.greater, op.greater_equal])
def test_ordering_values_of_different_types_is_an_error(operator: Any, pair: tuple[Any, Any]) -> None:
    with pytest.raises(OnecError) as caught:
        operator(*pair)
    assert caught.value.message == (
        "Операции сравнения на больше-меньше допустимы только для значений совпадающих примитивных типов "
        "(Булево, Число, Строка, Дата)"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, True),
        (False, False),
        (0, False),
        (-1, True),
        (Decimal("0.1"), True),
        ("Истина", True),
        (" да ", True),
        ("TRUE", True),
        ("Ложь", False),
        ("нет", False),
        ("False", False),
    ],
)
def test_conditions_take_booleans_numbers_and_six_words(value: Any, expected: bool) -> None:
    assert op.truth(value) is expected


@pytest.mark.parametrize("value", ["Yes", "No", "1", "0", "", None, NULL, Date(2024, 1, 1), []])
def test_other_values_are_no_conditions(value: Any) -> None:
    with pytest.raises(OnecError, match="к типу Булево не может быть выполнено"):
        op.truth(value)
