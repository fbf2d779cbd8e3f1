"""ВСтроку() and Представление()."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.element.exceptions import IllegalFormatException
from runtime.element.members import call
from runtime.element.presentation import present, to_string
from stdlib.element.collections.array import Array
from stdlib.element.collections.map import Map
from stdlib.element.collections.set import Set
from stdlib.element.mail.smtp_client import SmtpClient


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("да", "да"),
        (5, "5"),
        (Decimal("250000.50"), "250000.50"),
        (Decimal("3.0"), "3"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.0000001"), "0.0000001"),
        (True, "Истина"),
        (False, "Ложь"),
        (None, ""),
        pytest.param(b"MZ", "4D5A", id="bytes"),
        (Array.of([1, "а", None]), "[1, а, undefined]"),
        (Map.of([("а", 1), ("б", Array())]), "{а: 1, б: []}"),
        (Map(), "{:}"),
        (Set.of([1, 1, 2]), "{1, 2}"),
        (SmtpClient(), "Std::Email::SmtpClient"),
    ],
)
def test_a_value_becomes_text(value: Any, text: str) -> None:
    assert to_string(value) == text


@pytest.mark.parametrize(
    ("value", "format_", "text"),
    [
        (Decimal("123.456"), "'Результат: '6.2", "Результат: 123,46"),
        (Decimal("33.333333"), "7.2", "  33,33"),
        (5, "03", "005"),
        (-5, "04", "-005"),
        (5, "+", "+5"),
        (1234567, ",.1", "1\u00a0234\u00a0567,0"),
        (5, "-4", "5   "),
        (Decimal("0.5"), ".2' ₽'", "0,50 ₽"),
        (Decimal("-0.001"), ".1", "0,0"),
        (Decimal("1.5"), None, "1,5"),
        (1000, None, "1000"),
        (None, None, ""),
        ("а", None, "а"),
        (True, None, "Истина"),
    ],
)
def test_a_value_is_shown_by_a_format(value: Any, format_: str | None, text: str) -> None:
    assert present(value, format_) == text


@pytest.mark.parametrize("format_", ["слово", "5.", "'незакрыто", "3.2x", "99999"])
def test_a_bad_number_format_is_an_illegal_format(format_: str) -> None:
    with pytest.raises(IllegalFormatException):
        present(5, format_)


@pytest.mark.parametrize("value", ["текст", True, Array()])
def test_values_without_formats_refuse_one(value: Any) -> None:
    with pytest.raises(IllegalFormatException):
        present(value, "5")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (5, "Std::Number"),
        (Decimal("1.5"), "Std::Number"),
        ("а", "Std::String"),
        (True, "Std::Boolean"),
        pytest.param(b"", "Std::Bytes", id="bytes"),
        (Array(), "Std::Collections::Array"),
        (SmtpClient(), "Std::Email::SmtpClient"),
    ],
)
def test_types_have_english_qualified_names(value: Any, name: str) -> None:
    assert call(call(value, "ПолучитьТип"), "ВСтроку") == name


@pytest.mark.parametrize("format_", ["", ",", "+", "+,", ".2", "+,.2", "0,12.1", "-9"])
@pytest.mark.parametrize("number", [0, 7, -7, 1000, -1234567, 10**100 - 1, 10**100, -(10**100)])
def test_a_whole_number_is_presented_as_the_decimal_one_equal_to_it(number: int, format_: str) -> None:
    assert present(number, format_) == present(Decimal(number), format_)
