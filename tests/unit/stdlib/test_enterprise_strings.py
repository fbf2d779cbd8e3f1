"""Functions of strings, called as scripts call them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.dialect import bound
from runtime.enterprise.date import Date
from runtime.errors import CallFailed, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.strings import characters, chars, lines, parts, search, templates
from stdlib.enterprise.strings import regular_expressions as regex
from stdlib.enterprise.strings.search_direction import SearchDirection

FROM_END = getattr(SearchDirection, ".сконца")
FROM_BEGIN = getattr(SearchDirection, ".frombegin")


@pytest.mark.parametrize(
    ("function", "arguments", "expected"),
    [
        (parts.str_len, ("абв",), 3),
        (parts.str_len, (1000,), 5),
        (parts.left, ("абв", 2), "аб"),
        (parts.left, ("абв", 9), "абв"),
        (parts.left, ("абв", -1), ""),
        (parts.right, ("абв", 2), "бв"),
        (parts.right, ("абв", 0), ""),
        (parts.mid, ("абвг", 2, 2), "бв"),
        (parts.mid, ("абвг", 2), "бвг"),
        (parts.mid, ("абвг", 0, 2), "аб"),
        (parts.mid, ("абвг", -5, 1), "а"),
        (parts.mid, ("абвг", 10, 1), ""),
        (parts.mid, ("абвг", "2", Decimal("1.5")), "б"),
        (parts.trim_l, (" \t а ",), "а "),
        (parts.trim_r, (" а \n",), " а"),
        (parts.trim_all, ("\u00a0 а\r\n",), "а"),
        (parts.is_blank_string, (" \t\n",), True),
        (parts.is_blank_string, (" .",), False),
        (parts.upper, ("ёж",), "ЁЖ"),
        (parts.lower, ("ЁЖ",), "ёж"),
        (parts.title, ("иван ПЕТРОВ-водкин",), "Иван Петров-Водкин"),
        (parts.str_compare, ("а", "А"), 0),
        (parts.str_compare, ("а", "б"), -1),
        (parts.str_compare, ("б", "А"), 1),
        (search.str_find, ("абвабв", "бв"), 2),
        (search.str_find, ("абв", "Б"), 0),
        (search.str_find, ("абв", ""), 1),
        (search.str_find, ("абвабв", "бв", FROM_END), 5),
        (search.str_find, ("абвабв", "бв", FROM_BEGIN, 3), 5),
        (search.str_find, ("абвабв", "бв", None, None, 2), 5),
        (search.str_find, ("абвабв", "бв", FROM_END, None, 2), 2),
        (search.str_find, ("абвабв", "бв", None, None, 3), 0),
        (search.find, ("абв", "в"), 3),
        (search.str_replace, ("а.б.в", ".", ", "), "а, б, в"),
        (search.str_replace, ("абв", "", "х"), "абв"),
        (search.str_occurrence_count, ("ааа", "а"), 3),
        (search.str_starts_with, ("абв", "аб"), True),
        (search.str_ends_with, ("абв", "аб"), False),
        (lines.str_line_count, ("а\nб\n",), 3),
        (lines.str_line_count, ("",), 1),
        (lines.str_get_line, ("а\nб", 2), "б"),
        (lines.str_get_line, ("а\nб", 3), ""),
        (lines.str_get_line, ("а\nб", 0), ""),
        (lines.str_concat, (Array.of(["а", 1, None]), ";"), "а;1;"),
        (lines.str_concat, (FixedArray(Array.of(["а", "б"])),), "аб"),
        (characters.char, (1040,), "А"),
        (characters.char, (128512,), ""),
        (characters.char_code, ("аА", 2), 1040),
        (characters.char_code, ("",), -1),
        (characters.char_code, ("😀",), -1),
    ],
)
def test_a_function_of_strings_gives_what_is_expected(function: Any, arguments: tuple[Any, ...], expected: Any) -> None:
    result = bound(function)(*arguments)
    assert (result, type(result)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("а,б;в", ",;"), ["а", "б", "в"]),
        (("а,,б", ","), ["а", "", "б"]),
        (("а,,б", ",", False), ["а", "б"]),
        (("", ","), [""]),
        (("", ",", False), []),
    ],
)
def test_every_character_of_the_separator_separates(arguments: tuple[Any, ...], expected: list[str]) -> None:
    result = bound(lines.str_split)(*arguments)
    assert isinstance(result, Array)
    assert list(result) == expected


@pytest.mark.parametrize("function", [search.str_starts_with, search.str_ends_with])
def test_an_empty_pattern_is_refused(function: Any) -> None:
    with pytest.raises(CallFailed) as caught:
        bound(function)("абв", "")
    name = function.__onec__.ru
    assert caught.value.message == (
        f"Ошибка при вызове метода контекста ({name}): Недопустимое значение параметра (параметр номер '2')"
    )


@pytest.mark.parametrize("position", [0, 10, -1])
def test_a_search_must_begin_inside_the_string(position: int) -> None:
    with pytest.raises(OnecError, match="Неверное значение параметра"):
        bound(search.str_find)("абв", "б", FROM_BEGIN, position)


@pytest.mark.parametrize(
    ("template", "values", "expected"),
    [
        ("Строка %1 из %2", (1, 10), "Строка 1 из 10"),
        ("%2-%1", ("а", "б"), "б-а"),
        ("%1%1", ("а",), "аа"),
        ("100%%", (), "100%"),
        ("%(1)2", ("а",), "а2"),
        ("%10 %1", tuple("абвгдежзик"), "к а"),
        ("%1", (None,), ""),
        ("%1", (Date(2024, 1, 15),), "15.01.2024 0:00:00"),
        ("%%1 %1", ("а",), "%1 а"),
        ("5% от %1", ("а",), "5% от а"),
    ],
)
def test_templates_take_values_by_number(template: str, values: tuple[Any, ...], expected: str) -> None:
    assert bound(templates.str_template)(template, *values) == expected


@pytest.mark.parametrize(
    ("values", "message"),
    [((), "Недостаточно фактических параметров"), (("а", "б"), "Очень много параметров")],
)
def test_a_template_takes_exactly_its_values(values: tuple[Any, ...], message: str) -> None:
    with pytest.raises(OnecError, match=message):
        bound(templates.str_template)("%1", *values)


@pytest.mark.parametrize(
    ("source", "arguments", "expected"),
    [
        ("ru='Да'; en='Yes'", (), "Да"),
        ("ru='Да'; en='Yes'", ("en",), "Yes"),
        ("en='Yes'", ("ru",), "Yes"),
        ('ru = "Да"; en = "Yes"', ("en",), "Yes"),
        ("ru='д''Артаньян'", (), "д'Артаньян"),
        ("ru=Да", (), "Да"),
        ("просто текст", (), "просто текст"),
    ],
)
def test_texts_in_several_languages(source: str, arguments: tuple[str, ...], expected: str) -> None:
    assert bound(templates.nstr)(source, *arguments) == expected


@pytest.mark.parametrize(
    ("name", "code"), [("вк", 13), ("пс", 10), ("lf", 10), ("таб", 9), ("втаб", 11), ("пф", 12), ("нпп", 160)]
)
def test_a_service_character_has_its_code(name: str, code: int) -> None:
    assert getattr(bound(chars.chars)(), "." + name) == chr(code)


def test_regular_expressions_match_the_whole_string() -> None:
    like = bound(regex.str_like_by_regular_expression)
    assert like("а1", "[а-я]\\d") is True
    assert like("а12", "[а-я]\\d") is False
    assert like("А1", "[а-я]\\d", True) is True


def test_regular_expressions_find_with_groups() -> None:
    found = bound(regex.str_find_by_regular_expression)("код 42", "(\\d)(\\d)")
    assert (getattr(found, ".значение"), getattr(found, ".начальнаяпозиция"), getattr(found, ".длина")) == ("42", 5, 2)
    assert [getattr(g, ".value") for g in getattr(found, "получитьгруппы()")()] == ["4", "2"]
    nothing = bound(regex.str_find_by_regular_expression)("код", "\\d")
    assert (getattr(nothing, ".начальнаяпозиция"), getattr(nothing, ".длина")) == (0, 0)


def test_regular_expressions_replace_with_groups() -> None:
    assert bound(regex.str_replace_by_regular_expression)("2024-01", "(\\d+)-(\\d+)", "$2.$1") == "01.2024"


def test_a_wrong_regular_expression_is_a_script_error() -> None:
    with pytest.raises(OnecError, match="Ошибка в регулярном выражении"):
        bound(regex.str_like_by_regular_expression)("а", "(")
