"""Строка, Число, Байты, Ууид, Образец and the mathematical functions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.dialect import bound
from runtime.element.exceptions import (
    ArithmeticException,
    IllegalArgumentException,
    IndexOutOfBoundsException,
)
from runtime.element.members import call
from runtime.element.operators import equal, less
from runtime.element.presentation import to_string
from stdlib.element import bytes as element_bytes
from stdlib.element import mathematics
from stdlib.element.exceptions import IllegalRegularExpressionException
from stdlib.element.locale import Locale
from stdlib.element.number import Number
from stdlib.element.patterns.pattern import Pattern
from stdlib.element.strings.encoding import Encoding
from stdlib.element.strings.string import String
from stdlib.element.uuid import Uuid
from stdlib.element.version import Version


def new(cls: Any, *arguments: Any) -> Any:
    return getattr(cls, "новый()")(*arguments)


@pytest.mark.parametrize(
    ("text", "name", "arguments", "expected"),
    [
        ("привет", "Длина", [], "6"),
        ("привет", "Подстрока", [1, 3], "ри"),
        ("привет", "Подстрока", [4], "ет"),
        ("привет", "Подстрока", [6], ""),
        ("привет", "Символ", [0], "п"),
        ("привет", "Содержит", ["иве"], "Истина"),
        ("привет", "НачинаетсяС", ["при"], "Истина"),
        ("привет", "ЗаканчиваетсяНа", ["при"], "Ложь"),
        ("а,б,а", "Заменить", ["а", "в"], "в,б,в"),
        ("а1б22", "Заменить", [Pattern("\\d+"), "#"], "а#б#"),
        ("а,б,,в", "Разделить", [","], "[а, б, , в]"),
        ("а1б22в", "Разделить", [Pattern("\\d+")], "[а, б, в]"),
        ("аб", "Разделить", [""], "[а, б]"),
        ("а\r\nб\rв\nг", "ПолучитьСтроки", [], "[а, б, в, г]"),
        ("Ёж", "ВВерхнийРегистр", [], "ЁЖ"),
        ("Ёж", "ВНижнийРегистр", [], "ёж"),
        (" а ", "Обрезать", [], "а"),
        ("ab", "Повторить", [3], "ababab"),
        ("абаб", "Найти", ["б"], "1"),
        ("абаб", "Найти", ["б", 2], "3"),
        ("абаб", "Найти", ["я"], "-1"),
        ("абаб", "НайтиСКонца", ["а"], "2"),
        ("", "Пусто", [], "Истина"),
        ("А", "КодСимвола", [], "1040"),
        ("аб", "ВБайты", [Encoding.WINDOWS_1251], "E0E1"),
        ("аб", "ВБайты", ["cp866"], "A0A1"),
    ],
)
def test_a_method_of_a_string_gives_what_is_expected(text: str, name: str, arguments: list[Any], expected: str) -> None:
    assert to_string(call(text, name, *arguments)) == expected


@pytest.mark.parametrize("arguments", [[-1], [7], [0, 7]])
def test_a_substring_outside_is_an_index_out_of_bounds(arguments: list[int]) -> None:
    with pytest.raises(IndexOutOfBoundsException):
        call("привет", "Подстрока", *arguments)


def test_a_string_is_made_of_bytes() -> None:
    assert new(String, bytes.fromhex("feff04120430"), Encoding.UTF16) == "Ва"
    with pytest.raises(IllegalArgumentException, match="Неизвестная кодировка: нет-такой"):
        new(String, b"a", "нет-такой")


@pytest.mark.parametrize(
    ("text", "pattern", "matches"),
    [
        ("abc", "[a-c]+", True),
        ("abcd", "[a-c]+", False),
        ("а б", "а\\пб", True),
        ("Я", "\\ю1071", True),
        ("Я", "\\u1071", True),
        ("Я1", "\\ю1071\\d", True),
    ],
)
def test_patterns_are_bilingual(text: str, pattern: str, matches: bool) -> None:
    assert call(text, "ПолноеСовпадение", new(Pattern, pattern)) is matches


@pytest.mark.parametrize("pattern", ["[", "[]", "(", "\\юх"])
def test_a_bad_pattern_has_its_own_exception(pattern: str) -> None:
    with pytest.raises(IllegalRegularExpressionException):
        new(Pattern, pattern)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(["250000.50"], "250000.50"), (["-5"], "-5"), (["ff", 16], "255"), (["-101", 2], "-5"), (["007"], "7")],
)
def test_numbers_are_made_of_strings(arguments: list[Any], expected: str) -> None:
    assert to_string(new(Number, *arguments)) == expected


@pytest.mark.parametrize("arguments", [["abc"], [""], ["1,5"], ["1e5"], ["1_0"], ["1.5", 16], ["NaN"], ["٣"]])
def test_what_is_no_number_is_an_illegal_argument(arguments: list[Any]) -> None:
    with pytest.raises(IllegalArgumentException):
        new(Number, *arguments)


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Decimal("1.005"), 2, Decimal("1.01")),
        (Decimal("2.5"), 0, 3),
        (Decimal("-2.5"), 0, -3),
        (1250, -2, 1300),
        (7, 2, 7),
        (Decimal("1.10"), 2, Decimal("1.1")),
    ],
)
def test_rounding_is_half_away_from_zero(value: Any, digits: int, expected: Any) -> None:
    assert call(value, "Округлить", digits) == expected


@pytest.mark.parametrize(("value", "radix", "expected"), [(5, 2, "101"), (-255, 16, "-ff"), (0, 2, "0")])
def test_integers_are_written_in_any_radix(value: int, radix: int, expected: str) -> None:
    assert call(value, "ВСтроку", radix) == expected


def test_a_fraction_has_no_other_radix() -> None:
    with pytest.raises(IllegalArgumentException):
        call(Decimal("1.5"), "ВСтроку", 2)


@pytest.mark.parametrize(
    ("function", "arguments", "expected"),
    [
        (mathematics.minimum, [3, 1, 2], "1"),
        (mathematics.maximum, [3, Decimal("3.5")], "3.5"),
        (mathematics.square_root, [144], "12"),
        (mathematics.square_root, [2], "1.414213562373095048801688724"),
        (mathematics.raise_to_power, [2, 8], "256"),
        (mathematics.exp, [0], "1"),
        (mathematics.log10, [1000], "3"),
        (mathematics.log, [1], "0"),
        (mathematics.sin, [0], "0"),
        (mathematics.cos, [0], "1"),
        (mathematics.atan, [1], "0.7853981633974483"),
    ],
)
def test_a_mathematical_function_gives_what_is_expected(function: Any, arguments: list[Any], expected: str) -> None:
    assert to_string(bound(function)(*arguments)) == expected


@pytest.mark.parametrize(
    ("function", "argument"), [(mathematics.square_root, -1), (mathematics.log, 0), (mathematics.asin, 2)]
)
def test_functions_outside_their_domain(function: Any, argument: int) -> None:
    with pytest.raises(ArithmeticException):
        bound(function)(argument)


def test_a_uuid_is_read_made_and_compared() -> None:
    one = new(Uuid, "550E8400-e29b-41d4-a716-446655440000")
    assert to_string(one) == "550e8400-e29b-41d4-a716-446655440000"
    assert equal(one, Uuid("550e8400-e29b-41d4-a716-446655440000"))
    assert to_string(new(Uuid)) == "00000000-0000-0000-0000-000000000000"
    assert not equal(call(Uuid, "Случайный"), call(Uuid, "Случайный"))
    with pytest.raises(IllegalArgumentException):
        new(Uuid, "550e8400")


def test_bytes_are_read_by_index() -> None:
    assert element_bytes.literal("4D5a") == b"MZ"
    assert call(b"MZ", "Размер") == 2
    assert call(b"MZ", "Получить", 1) == 0x5A
    with pytest.raises(IllegalArgumentException):
        element_bytes.literal("4D5")


def test_versions_are_ordered_by_numbers() -> None:
    assert less(new(Version, "1.9"), new(Version, "1.10"))
    assert equal(new(Version, "1.2"), new(Version, "1.2.0"))
    assert to_string(new(Version, "1.2.0")) == "1.2.0"
    with pytest.raises(IllegalArgumentException):
        new(Version, "1.x")


def test_locales_are_spelled_one_way() -> None:
    assert equal(new(Locale, "RU_ru"), new(Locale, "ru-RU"))
    with pytest.raises(IllegalArgumentException):
        new(Locale, "?")
