"""The value Дата, presentations and conversions."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.enterprise.convert import check_of, parse_number, to_date, to_number
from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.enterprise.null import NULL
from runtime.enterprise.presentation import text_of
from runtime.enterprise.types import NUMBER, UNDEFINED
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20240115103000", Date(2024, 1, 15, 10, 30)),
        ("20240115", Date(2024, 1, 15)),
        ("202401151030", Date(2024, 1, 15, 10, 30)),
        ("2017.03.23 10:45:25", Date(2017, 3, 23, 10, 45, 25)),
        ("00010101", EMPTY_DATE),
    ],
)
def test_a_literal_takes_the_digits_only(text: str, date: Date) -> None:
    assert Date.literal(text) == date


@pytest.mark.parametrize("text", ["2024", "20241301", "20240230", "20240101250000", "202401011"])
def test_an_impossible_date_is_an_error(text: str) -> None:
    with pytest.raises(OnecError):
        Date.literal(text)


@settings(max_examples=100)
@given(st.datetimes(min_value=datetime.datetime(1, 1, 1), max_value=datetime.datetime(9999, 12, 31)))
def test_dates_agree_with_the_calendar_of_python(moment: datetime.datetime) -> None:
    date = Date(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    assert Date.of_seconds(date.seconds) == date
    assert (date.year, date.month, date.day) == (moment.year, moment.month, moment.day)
    assert (date.hour, date.minute, date.second) == (moment.hour, moment.minute, moment.second)
    assert date.weekday == moment.isoweekday()


def test_dates_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Date(2024, 1, 1).seconds = 5


def test_dates_leave_the_calendar_at_neither_end() -> None:
    with pytest.raises(OnecError):
        EMPTY_DATE + -1
    with pytest.raises(OnecError):
        Date(9999, 12, 31, 23, 59, 59) + 1


def test_equal_dates_are_one_key() -> None:
    assert {Date(2024, 1, 1): 1}[Date.literal("20240101")] == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, f"1{NBSP}000"),
        (-1000, f"-1{NBSP}000"),
        (1234567, f"1{NBSP}234{NBSP}567"),
        (Decimal("-0.50"), "-0,5"),
        (Decimal("1234567.125"), f"1{NBSP}234{NBSP}567,125"),
        (Decimal("0.000000001"), "0,000000001"),
        (True, "Да"),
        (None, ""),
        (NULL, ""),
        (Date(2024, 1, 15, 9, 5, 3), "15.01.2024 9:05:03"),
        (NUMBER, "Число"),
        (UNDEFINED, "Не определено"),
        (Array(), "Массив"),
    ],
)
def test_values_are_shown_as_the_platform_shows_them(value: Any, text: str) -> None:
    assert text_of(value) == text


def test_a_very_long_number_is_shown_too() -> None:
    assert len(text_of(10**5000).replace(NBSP, "")) == 5001


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        (" 5 ", 5),
        ("4.5", Decimal("4.5")),
        ("4,5", Decimal("4.5")),
        (f"1{NBSP}000,5", Decimal("1000.5")),
        ("-7", -7),
        ("+7", 7),
        ("1.50", Decimal("1.5")),
        ("2.0", 2),
    ],
)
def test_texts_are_read_as_numbers(text: str, number: Any) -> None:
    assert parse_number(text) == number
    assert type(parse_number(text)) is type(number)


@pytest.mark.parametrize("text", ["", " ", "а", "1а", "1e5", "1.2.3", "--5", "1_000", "٣", ".", "-"])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert parse_number(text) is None
    with pytest.raises(OnecError, match="к типу Число"):
        to_number(text)


def test_a_number_of_any_length_is_read() -> None:
    assert to_number("1" + "0" * 6000) == 10**6000


def test_a_text_that_is_no_date_is_an_error() -> None:
    with pytest.raises(OnecError, match="к типу Дата"):
        to_date("вчера")


@pytest.mark.parametrize(
    ("annotation", "value", "expected"),
    [
        ("str", 1000, f"1{NBSP}000"),
        ("str", True, "Да"),
        ("str", None, ""),
        ("str", Date(2024, 1, 15), "15.01.2024 0:00:00"),
        ("int", "5", 5),
        ("int", Decimal("1.9"), 1),
        ("int", True, 1),
        ("Number", "1,5", Decimal("1.5")),
        ("bool", 1, True),
        ("bool", "Нет", False),
        ("Date", "20240115", Date(2024, 1, 15)),
        ("str | None", None, None),
        ("int | None", "3", 3),
    ],
)
def test_arguments_are_converted_by_annotation(annotation: str, value: Any, expected: Any) -> None:
    check = check_of(annotation, {})
    assert check is not None
    converted = check.convert(value, 1)
    assert (converted, type(converted)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        ("str", Array()),
        ("int", "а"),
        ("int", None),
        ("Number", Date(2024, 1, 1)),
        ("bool", "Yes"),
        ("Date", 5),
        ("Array", "текст"),
        ("Array", None),
        ("NeverDeclared", 5),
        ("Array | int", "а"),
    ],
)
def test_an_argument_of_another_type_is_refused(annotation: str, value: Any) -> None:
    check = check_of(annotation, {"Array": Array})
    assert check is not None
    with pytest.raises(BadArgument) as caught:
        check.convert(value, 2)
    assert caught.value.message == "Несоответствие типов (параметр номер '2')"


@pytest.mark.parametrize("annotation", ["object", "Any", "Any | None"])
def test_some_parameters_take_anything(annotation: str) -> None:
    assert check_of(annotation, {}) is None


def test_objects_of_a_union_pass_before_anything_is_converted() -> None:
    check = check_of("str | Array", {"Array": Array})
    assert check is not None
    array = Array()
    assert check.convert(array, 1) is array
