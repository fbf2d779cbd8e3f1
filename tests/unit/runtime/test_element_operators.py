"""Operators, type tests, indexing and loops of Element where types are not settled before the run."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.element import indexing, operators, types
from runtime.element.exceptions import (
    ArithmeticException,
    CompareException,
    IllegalArgumentException,
    IndexOutOfBoundsException,
    TypeCheckException,
)
from runtime.element.numbers import literal
from runtime.element.objects import ElementObject
from stdlib.element.collections.array import Array
from stdlib.element.collections.map import Map
from stdlib.element.collections.set import Set
from stdlib.element.comparable import Comparable
from stdlib.element.time.date import Date


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (1, 2, 3),
        (Decimal("0.1"), Decimal("0.2"), Decimal("0.3")),
        ("a", "b", "ab"),
        ("", None, "undefined"),
        ("цена ", Decimal("250000.50"), "цена 250000.50"),
        ("истина: ", True, "истина: Истина"),
        (5, " шт", "5 шт"),
    ],
)
def test_values_are_added(left: Any, right: Any, expected: Any) -> None:
    assert operators.add(left, right) == expected


@pytest.mark.parametrize(("left", "right"), [(1, None), (1, True), (None, None), (False, False), (Date(), 1)])
def test_addition_of_what_cannot_be_added_is_a_type_error(left: Any, right: Any) -> None:
    with pytest.raises(TypeCheckException):
        operators.add(left, right)


@pytest.mark.parametrize(("left", "right"), [("5", 2), (True, 2), (None, 2)])
def test_a_string_or_a_boolean_is_never_multiplied(left: Any, right: Any) -> None:
    with pytest.raises(TypeCheckException):
        operators.multiply(left, right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (6, 3, "2"),
        (7, 2, "3.5"),
        (1, 8, "0.125"),
        (1, 3, "0.333333333333333333333333333"),
        (2, 3, "0.666666666666666666666666667"),
        (-2, 3, "-0.666666666666666666666666667"),
        (Decimal("0.3"), Decimal("0.1"), "3"),
        (Decimal("1.5"), 2, "0.75"),
    ],
)
def test_division_is_exact_or_has_27_digits(left: Any, right: Any, expected: str) -> None:
    assert str(operators.divide(left, right)) == expected


@pytest.mark.parametrize("operation", [operators.divide, operators.modulo])
@pytest.mark.parametrize("zero", [0, Decimal("0.0")])
def test_division_by_zero_is_an_arithmetic_exception(operation: Any, zero: Any) -> None:
    with pytest.raises(ArithmeticException, match="Деление на ноль"):
        operation(5, zero)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [(7, 3, 1), (-7, 3, -1), (7, -3, 1), (Decimal("7.5"), 2, Decimal("1.5")), (Decimal("-7.5"), 2, Decimal("-1.5"))],
)
def test_remainder_has_the_sign_of_the_dividend(left: Any, right: Any, expected: Any) -> None:
    assert operators.modulo(left, right) == expected


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [(2, 10, 1024), (2, -2, Decimal("0.25")), (Decimal("1.5"), 2, Decimal("2.25")), (9, Decimal("0.5"), 3), (0, 0, 1)],
)
def test_a_number_is_raised_to_a_power(base: Any, exponent: Any, expected: Any) -> None:
    assert operators.power(base, exponent) == expected


@pytest.mark.parametrize(("base", "exponent"), [(-1, Decimal("0.5")), (0, -1), (10, 10**9)])
def test_powers_that_have_no_value(base: Any, exponent: Any) -> None:
    with pytest.raises(ArithmeticException):
        operators.power(base, exponent)


def test_long_products_stay_exact() -> None:
    # 12345678901234567891 squared by integers.
    expected = Decimal(f"{12345678901234567891**2}E-2")
    assert operators.multiply(literal("1234567890123456789.1"), literal("1234567890123456789.1")) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (1, Decimal("1.0"), True),
        (1, True, False),
        (0, False, False),
        ("1", 1, False),
        (None, None, True),
        (None, False, False),
        ("а", "А", False),
        (Array.of([1, Array.of(["x"])]), Array.of([1, Array.of(["x"])]), True),
        (Array.of([1]), Array.of([True]), False),
        (Array.of([1]), Set.of([1]), False),
        (Set.of([1, 2]), Set.of([2, 1]), True),
        (Map.of([("a", 1), ("b", 2)]), Map.of([("b", 2), ("a", 1)]), True),
        (Map.of([("a", 1)]), Map.of([("a", True)]), False),
    ],
)
def test_values_are_equal_when_types_and_contents_are(left: Any, right: Any, expected: bool) -> None:
    assert operators.equal(left, right) is expected
    assert operators.not_equal(left, right) is not expected


def test_order_of_numbers_strings_and_dates() -> None:
    assert operators.less(1, Decimal("1.5"))
    assert operators.greater("б", "а")
    assert operators.less_or_equal(Date(2020, 1, 1), Date(2020, 1, 1))
    assert operators.greater_or_equal(Date(2020, 1, 2), Date(2020, 1, 1))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (1, "1"),
        (True, False),
        (None, None),
        (Array.of([1]), Array.of([2])),
        pytest.param(b"a", b"b", id="bytes"),
        (1, True),
        (Date(), 1),
    ],
)
def test_what_has_no_order_is_a_compare_exception(left: Any, right: Any) -> None:
    with pytest.raises(CompareException):
        operators.less(left, right)


@pytest.mark.parametrize("value", [None, 1, 0, "", "Истина"])
def test_only_booleans_are_conditions(value: Any) -> None:
    with pytest.raises(TypeCheckException, match="Ожидается значение типа Булево"):
        types.condition(value)


@pytest.mark.parametrize(
    ("value", "test", "expected"),
    [
        (1, int, True),
        (Decimal("1.5"), int, True),
        (True, int, False),
        ("x", str, True),
        (None, None, True),
        (None, ElementObject, False),
        (5, ElementObject, True),
        ("x", Comparable, True),
        (True, Comparable, False),
        (Array(), Array, True),
        (Array(), (str, None), False),
        (None, (str, None), True),
    ],
)
def test_a_value_is_tested_against_a_type(value: Any, test: Any, expected: bool) -> None:
    assert types.is_type(value, test) is expected


def test_casts_give_the_value_or_name_the_types() -> None:
    assert types.cast("x", str, "Строка") == "x"
    with pytest.raises(TypeCheckException, match="типа Строка, получено Число"):
        types.cast(5, str, "Строка")
    with pytest.raises(TypeCheckException):
        types.not_undefined(None)


def test_elements_are_read_and_put_by_index() -> None:
    array = Array.of(["a", "b"])
    indexing.set_item(array, 1, "c")
    assert indexing.item(array, Decimal("1.0")) == "c"
    assert indexing.item("да", 1) == "а"
    assert indexing.item(Map.of([("k", 5)]), "k") == 5


@pytest.mark.parametrize("index", [-1, 2, 10])
@pytest.mark.parametrize("value", [Array.of([1, 2]), "да"])
def test_indexes_out_of_bounds(value: Any, index: int) -> None:
    with pytest.raises(IndexOutOfBoundsException):
        indexing.item(value, index)


def test_a_missing_key_is_an_illegal_argument() -> None:
    with pytest.raises(IllegalArgumentException, match="Ключ не найден: b"):
        indexing.item(Map.of([("a", 1)]), "b")


def test_numbers_have_no_index() -> None:
    with pytest.raises(TypeCheckException):
        indexing.item(5, 0)


@pytest.mark.parametrize(
    ("start", "stop", "step", "down", "expected"),
    [
        (1, 3, 1, False, [1, 2, 3]),
        (3, 1, 1, False, []),
        (100, 10, 30, True, [100, 70, 40, 10]),
        (0, 1, Decimal("0.5"), False, [0, Decimal("0.5"), 1]),
        (1, 0, Decimal("0.5"), True, [1, Decimal("0.5"), 0]),
    ],
)
def test_counters_include_both_bounds(start: Any, stop: Any, step: Any, down: bool, expected: list[Any]) -> None:
    assert list(indexing.counter(start, stop, step, down)) == expected


@pytest.mark.parametrize("step", [0, -1, Decimal("-0.5")])
def test_a_step_must_be_positive(step: Any) -> None:
    with pytest.raises(IllegalArgumentException, match="больше нуля"):
        indexing.counter(1, 3, step)


def test_strings_are_walked_by_characters_and_maps_by_pairs() -> None:
    assert list(indexing.iterate("да")) == ["д", "а"]
    assert [pair.as_text() for pair in indexing.iterate(Map.of([("a", 1)]))] == ["a: 1"]
    with pytest.raises(TypeCheckException):
        indexing.iterate(5)
