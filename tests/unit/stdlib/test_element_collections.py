"""Массив, Множество, Соответствие and the methods of Обходимое."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.element.exceptions import (
    CompareException,
    IllegalArgumentException,
    IllegalStateException,
    IndexOutOfBoundsException,
    TypeCheckException,
)
from runtime.element.members import call, member
from runtime.element.presentation import to_string
from stdlib.element.collections.array import Array
from stdlib.element.collections.map import Map
from stdlib.element.collections.set import Set


def array(*items: Any) -> Array:
    return Array.of(list(items))


@pytest.mark.parametrize(
    ("items", "name", "arguments", "expected"),
    [
        ([1, 2, 3], "Преобразовать", [lambda x: x * 2], "[2, 4, 6]"),
        ([1, 2, 3], "Фильтровать", [lambda x: x > 1], "[2, 3]"),
        ([1, 2], "ПреобразоватьЛинейно", [lambda x: array(x, x)], "[1, 1, 2, 2]"),
        ([3, 1, 2], "Сортировать", [], "[1, 2, 3]"),
        ([3, 1, 2], "Сортировать", [lambda a, b: b - a], "[3, 2, 1]"),
        (["бб", "а", "вв"], "СортироватьПо", [len], "[а, бб, вв]"),
        (["бб", "а", "вв"], "СортироватьПо", [len, True], "[бб, вв, а]"),
        ([1, 1, 2], "Уникальные", [], "[1, 2]"),
        (["а", "бб", "в"], "УникальныеПо", [len], "[а, бб]"),
        ([1, None, 2], "ПропуститьНеопределено", [], "[1, 2]"),
        ([1], "Объединить", [Array.of([2])], "[1, 2]"),
        ([1, 2, 3], "Сумма", [], "6"),
        (["а", "бб"], "Сумма", [len], "3"),
        ([1, 2], "Среднее", [], "1.5"),
        ([], "СреднееИлиУмолчание", [0], "0"),
        ([2, 3, 1], "Максимум", [], "3"),
        (["а", "ббб"], "МаксимумПо", [len], "ббб"),
        ([2, 3, 1], "Минимум", [], "1"),
        (["ааа", "б"], "МинимумПо", [len], "б"),
        ([1, 2, 3], "Свернуть", [lambda a, b: a + b], "6"),
        ([1, 2, 3], "Свернуть", [10, lambda a, b: a + b], "16"),
        (["а", 1, None], "Соединить", ["-"], "а-1-"),
        ([1, 2], "ВсеСоответствуют", [lambda x: x > 0], "Истина"),
        ([1, 2], "ЕстьСоответствия", [lambda x: x > 1], "Истина"),
        ([1, 2], "НетСоответствий", [lambda x: x > 1], "Ложь"),
        ([], "Пусто", [], "Истина"),
        ([5], "Единственный", [], "5"),
        ([], "ЕдинственныйИлиУмолчание", [7], "7"),
        ([1, 2], "Первый", [], "1"),
        ([], "ПервыйИлиУмолчание", [lambda: 9], "9"),
        (["а", "бб"], "ВСоответствие", [len, lambda x: x], "{1: а, 2: бб}"),
        (["а", "б"], "ВСоответствиеСКлючами", [len], "{1: б}"),
        (["а", "бб"], "ВСоответствиеСоЗначениями", [len], "{а: 1, бб: 2}"),
        (["а", "бб", "в"], "ГруппироватьПо", [len], "{1: [а, в], 2: [бб]}"),
        ([1, 2, 1], "ВоМножество", [], "{1, 2}"),
    ],
)
def test_a_method_of_an_iterable_gives_what_is_expected(
    items: list[Any], name: str, arguments: list[Any], expected: str
) -> None:
    assert to_string(call(Array.of(items), name, *arguments)) == expected


def test_the_last_of_equal_keys_wins() -> None:
    assert to_string(call(array("аа", "бб"), "ВСоответствие", len, lambda x: x)) == "{2: бб}"


@pytest.mark.parametrize("name", ["ПервыйИлиНеопределено", "ЕдинственныйИлиНеопределено"])
def test_an_empty_collection_gives_undefined(name: str) -> None:
    assert call(array(), name) is None


@pytest.mark.parametrize(
    ("items", "name"),
    [([], "Первый"), ([], "Единственный"), ([1, 2], "Единственный"), ([], "Максимум"), ([], "Среднее")],
)
def test_what_has_no_answer_is_an_illegal_state(items: list[Any], name: str) -> None:
    with pytest.raises(IllegalStateException):
        call(Array.of(items), name)


def test_elements_of_different_types_cannot_be_sorted() -> None:
    with pytest.raises(CompareException):
        call(array(1, "а"), "Сортировать")


def test_a_predicate_must_give_a_boolean() -> None:
    with pytest.raises(TypeCheckException):
        call(array(1), "Фильтровать", lambda x: x)


def test_a_sequence_is_lazy_and_walked_once() -> None:
    seen: list[int] = []
    source = array(1, 2)
    sequence = call(call(source, "КакПоследовательность"), "Преобразовать", lambda x: seen.append(x) or x * 10)
    assert seen == []
    source.items.append(3)
    assert to_string(call(sequence, "ВМассив")) == "[10, 20, 30]"
    with pytest.raises(IllegalStateException, match="уже обойдена"):
        call(sequence, "ВМассив")


def test_arrays_change_in_place() -> None:
    one = array(1, 2, 3)
    assert call(one, "Добавить", 4) is True
    call(one, "Вставить", 0, 0)
    call(one, "Вставить", 5, 5)
    assert call(one, "УдалитьПоИндексу", 1) == 1
    call(one, "Перевернуть")
    assert to_string(one) == "[5, 4, 3, 2, 0]"


def test_the_documented_samples_of_removing() -> None:
    one, other = array(1, 2, 1), array(1, 2, 1)
    assert call(one, "УдалитьВсе", array(1)) is True
    assert call(other, "УдалитьКроме", array(1)) is True
    assert (one.items, other.items) == ([2], [1, 1])


def test_removing_one_or_all_equal_elements() -> None:
    one = array(1, 2, 1)
    assert call(one, "Удалить", 1) is True
    assert one.items == [2, 1]
    assert call(one, "Удалить", 5) is False
    assert call(array(1, 2, 1), "Удалить", 1, False) is True


def test_ranges_exclude_their_end() -> None:
    one = array(0, 1, 2, 3, 4)
    assert call(one, "ПодМассив", 1, 3).items == [1, 2]
    assert call(one, "ПодМассив", 3).items == [3, 4]
    call(one, "УдалитьДиапазон", 1, 3)
    assert one.items == [0, 3, 4]


@pytest.mark.parametrize(("start", "end"), [(2, 1), (1, 1)])
def test_a_range_that_is_empty_or_reversed_is_an_illegal_argument(start: int, end: int) -> None:
    with pytest.raises(IllegalArgumentException):
        call(array(1, 2, 3), "ПодМассив", start, end)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 4), (4, 5)])
def test_a_range_outside_is_an_index_out_of_bounds(start: int, end: int) -> None:
    with pytest.raises(IndexOutOfBoundsException):
        call(array(1, 2, 3), "ПодМассив", start, end)


def test_arrays_tell_what_they_hold() -> None:
    one = array("а", "б", "а")
    assert [call(one, name, "а") for name in ("Найти", "НайтиСКонца")] == [0, 2]
    assert call(one, "Найти", "я") == -1
    assert (call(one, "Граница"), call(one, "Размер"), call(one, "Последний")) == (2, 3, "а")
    assert call(array(1), "Содержит", True) is False
    assert call(one, "СодержитВсе", array("а", "а")) is True


def test_sets_keep_one_of_equal_elements_in_order() -> None:
    one = Set.of(["б", "а", "б"])
    assert to_string(one) == "{б, а}"
    assert call(one, "Добавить", "а") is False
    assert call(one, "Добавить", "в") is True
    assert call(one, "Удалить", "я") is False


def test_one_and_true_are_different_elements_and_keys() -> None:
    assert to_string(Set.of([1, True, 0, False])) == "{1, Истина, 0, Ложь}"
    one = Map.of([(1, "число"), (True, "булево")])
    assert (call(one, "Получить", 1), call(one, "Получить", True)) == ("число", "булево")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Объединение", "{1, 2, 3}"),
        ("Пересечение", "{2}"),
        ("Разность", "{1}"),
        ("СимметрическаяРазность", "{1, 3}"),
    ],
)
def test_sets_are_united_intersected_and_subtracted(name: str, expected: str) -> None:
    assert to_string(call(Set.of([1, 2]), name, Set.of([2, 3]))) == expected


def test_arrays_of_equal_content_are_equal_elements() -> None:
    assert call(Set.of([array(1, 2), array(1, 2)]), "Размер") == 1


def test_maps_give_values_by_key() -> None:
    one = Map.of([("а", 1)])
    call(one, "Вставить", "б", 2)
    assert call(one, "ПолучитьИлиНеопределено", "я") is None
    assert call(one, "ПолучитьИлиУмолчание", "я", 7) == 7
    assert call(one, "ПолучитьИлиУмолчание", "я", lambda: 8) == 8
    assert call(one, "ПолучитьИлиУмолчание", "а", 7) == 1
    with pytest.raises(IllegalArgumentException):
        call(one, "Получить", "я")


def test_maps_lose_keys() -> None:
    one = Map.of([("а", 1), ("б", 2)])
    assert call(one, "Удалить", "а") == 1
    assert call(one, "Удалить", "а") is None
    assert call(one, "Удалить", "б", 5) is False
    assert call(one, "Удалить", "б", 2) is True
    assert call(one, "Размер") == 0


def test_keys_values_and_pairs_keep_the_order_of_insertion() -> None:
    one = Map.of([("б", 1), ("а", 2)])
    assert to_string(call(one, "Ключи")) == "{б, а}"
    assert to_string(call(one, "Значения")) == "[1, 2]"
    pair = call(one, "Первый")
    assert (member(pair, "Ключ"), member(pair, "Значение")) == ("б", 1)


def test_maps_tell_what_they_hold() -> None:
    one = Map.of([("а", 1)])
    assert call(one, "СодержитКлюч", "а") is True
    assert call(one, "СодержитЗначение", True) is False
    assert call(one, "Содержит", "а", 1) is True
    assert call(one, "ВставитьЕслиОтсутствует", "а", 9) is False
    assert call(one, "Получить", "а") == 1


def test_constructors_copy() -> None:
    source = array(1, 2)
    copy = getattr(Array, "новый()")(source)
    copy.items.append(3)
    assert source.items == [1, 2]
    assert to_string(getattr(Set, "новый()")(source)) == "{1, 2}"
    assert to_string(getattr(Map, "новый()")()) == "{:}"
