"""Collections, used the way compiled scripts use them: through the attributes that declarations set."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.enterprise.access import item
from runtime.enterprise.date import Date
from runtime.enterprise.operators import equal
from runtime.enterprise.presentation import text_of
from runtime.errors import NoSuchMember, OnecError
from stdlib.enterprise.collections import shapes
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.compare_values import CompareValues
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.fixed_map import FixedMap
from stdlib.enterprise.collections.fixed_structure import FixedStructure
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.sort_direction import SortDirection
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_list import ValueList


def new(cls: type, *arguments: Any) -> Any:
    return getattr(cls, "новый()")(*arguments)


def call(obj: Any, name: str, *arguments: Any) -> Any:
    return getattr(obj, name + "()")(*arguments)


def pairs(obj: Any) -> list[tuple[Any, Any]]:
    return [(getattr(pair, ".ключ"), getattr(pair, ".значение")) for pair in obj]


def test_an_array_grows_and_shrinks() -> None:
    array = new(Array)
    for value in (1, "а", None):
        call(array, "добавить", value)
    call(array, "вставить", 1, "б")
    call(array, "удалить", 0)
    call(array, "установить", 2, 5)
    assert list(array) == ["б", "а", 5]
    assert (call(array, "количество"), call(array, "вграница"), call(array, "получить", 2)) == (3, 2, 5)
    call(array, "clear")
    assert call(array, "ubound") == -1


def test_an_array_may_have_several_dimensions() -> None:
    array = new(Array, 2, "3")
    assert [list(row) for row in array] == [[None] * 3, [None] * 3]
    assert array[0] is not array[1]


def test_an_array_looks_for_values_by_type() -> None:
    array = Array.of([True, "1", 1, Decimal("0.5")])
    assert [call(array, "найти", v) for v in (1, True, "1", Decimal("0.50"), 7)] == [2, 0, 1, 3, None]


def test_arrays_are_compared_by_identity() -> None:
    assert not equal(Array.of([1]), Array.of([1]))
    one = Array()
    assert equal(one, one)
    assert {one: 1}[one] == 1


@pytest.mark.parametrize("count", [-1, "а"])
def test_an_array_cannot_have_such_a_length(count: Any) -> None:
    with pytest.raises(OnecError, match=r"Ошибка при вызове конструктора \(Массив\)"):
        new(Array, count)


def test_a_wrong_index_names_the_method() -> None:
    with pytest.raises(OnecError) as caught:
        call(new(Array), "удалить", 0)
    assert caught.value.message == (
        "Ошибка при вызове метода контекста (Удалить): Индекс находится за границами массива"
    )


def test_a_fixed_array_is_a_copy() -> None:
    source = Array.of([1, 2])
    fixed = new(FixedArray, source)
    source.append(3)
    assert (list(fixed), call(fixed, "количество"), item(fixed, 1)) == ([1, 2], 2, 2)
    assert list(new(Array, fixed)) == [1, 2]
    assert text_of(fixed) == "Фиксированный массив"


def test_a_structure_is_made_from_names_and_values() -> None:
    structure = new(Structure, "Имя, Возраст", "Иван")
    assert (getattr(structure, ".имя"), getattr(structure, ".возраст")) == ("Иван", None)
    setattr(structure, ".возраст", 30)
    assert pairs(structure) == [("Имя", "Иван"), ("Возраст", 30)]


def test_a_structure_keeps_order_and_spelling() -> None:
    structure = new(Structure)
    call(structure, "вставить", "Яблоко", 1)
    call(structure, "вставить", "арбуз", 2)
    call(structure, "вставить", "ЯБЛОКО", 3)
    assert pairs(structure) == [("Яблоко", 3), ("арбуз", 2)]


@pytest.mark.parametrize("count", [2, 16, 17, 60])
def test_a_structure_of_any_size_behaves_the_same(count: int) -> None:
    structure = new(Structure)
    for number in range(count):
        call(structure, "вставить", f"Ключ{number}", number)
    last = f".ключ{count - 1}"
    setattr(structure, last, "новое")
    assert getattr(structure, last) == "новое"
    assert call(structure, "количество") == count
    with pytest.raises((AttributeError, OnecError)):
        setattr(structure, ".нет", 1)
    with pytest.raises((AttributeError, OnecError)):
        getattr(structure, ".нет")
    call(structure, "удалить", "Ключ0")
    assert pairs(structure)[0] == ("Ключ1", 1 if count > 2 else "новое")
    assert call(structure, "свойство", "ключ0") is False


def test_structures_beyond_the_limit_of_shapes_behave_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "_SHAPES_LIMIT", 0)
    structure = new(Structure, "НебывалоеИмя, ДругоеНебывалое", 1)
    call(structure, "вставить", "Третье", 3)
    setattr(structure, ".небывалоеимя", 5)
    assert pairs(structure) == [("НебывалоеИмя", 5), ("ДругоеНебывалое", None), ("Третье", 3)]
    with pytest.raises(NoSuchMember):
        setattr(structure, ".четвертое", 1)


def test_a_key_may_be_named_like_a_method() -> None:
    structure = new(Structure, "Количество", 5)
    assert (getattr(structure, ".количество"), call(structure, "количество")) == (5, 1)


@pytest.mark.parametrize("key", ["1а", "а б", "", "а-б"])
def test_keys_of_a_structure_are_identifiers(key: str) -> None:
    with pytest.raises(OnecError):
        call(new(Structure), "вставить", key, 1)


def test_a_structure_takes_no_more_values_than_names() -> None:
    with pytest.raises(OnecError, match="Слишком много фактических параметров"):
        new(Structure, "А", 1, 2)


def test_a_fixed_structure_cannot_be_changed() -> None:
    fixed = new(FixedStructure, new(Structure, "Имя", 1))
    assert getattr(fixed, ".имя") == 1
    with pytest.raises(OnecError, match=r"Поле объекта недоступно для записи \(Имя\)"):
        setattr(fixed, ".имя", 2)
    assert pairs(new(Structure, fixed)) == [("Имя", 1)]
    assert pairs(new(FixedStructure, "А, Б", 5)) == [("А", 5), ("Б", None)]


def test_a_map_tells_keys_apart_by_type() -> None:
    found = new(Map)
    for key in (1, "1", True, None):
        call(found, "вставить", key, text_of(key) or "пусто")
    assert [call(found, "получить", key) for key in (True, 1, "1", None, 2)] == ["Да", "1", "1", "пусто", None]
    assert (True, "Да") in pairs(found)
    call(found, "удалить", True)
    assert (call(found, "количество"), call(found, "получить", 1)) == (3, "1")


def test_a_map_takes_dates_and_objects_as_keys() -> None:
    array = Array()
    found = new(Map)
    call(found, "вставить", Date(2024, 1, 1), "дата")
    call(found, "вставить", array, "массив")
    assert call(found, "получить", Date.literal("20240101")) == "дата"
    assert call(found, "получить", array) == "массив"
    assert call(found, "получить", Array()) is None


def test_a_fixed_map_is_a_copy() -> None:
    source = new(Map)
    call(source, "вставить", True, 1)
    fixed = new(FixedMap, source)
    call(source, "очистить")
    assert (call(fixed, "получить", True), item(fixed, 1), pairs(fixed)) == (1, None, [(True, 1)])
    assert pairs(new(Map, fixed)) == [(True, 1)]


def test_a_value_list_keeps_presentations_and_checks() -> None:
    values = new(ValueList)
    first = call(values, "добавить", 2, "два", True)
    call(values, "добавить", 1, "один")
    assert (getattr(first, ".представление"), getattr(first, ".пометка")) == ("два", True)
    assert text_of(first) == "два"
    call(values, "сортироватьпозначению")
    assert list(call(values, "выгрузитьзначения")) == [1, 2]
    call(values, "сортироватьпопредставлению", SortDirection.asc)
    assert list(call(values, "unloadvalues")) == [2, 1]
    assert call(values, "найтипозначению", 2) is first
    assert call(values, "найтипоидентификатору", call(first, "получитьидентификатор")) is first
    assert call(values, "индекс", first) == 0
    call(values, "сдвинуть", first, 1)
    assert call(values, "индекс", first) == 1
    call(values, "удалить", first)
    assert (call(values, "количество"), call(values, "индекс", first)) == (1, -1)


def test_a_value_list_is_copied_and_loaded() -> None:
    values = new(ValueList)
    call(values, "загрузитьзначения", Array.of(["б", "а"]))
    copied = call(values, "скопировать")
    call(copied, "заполнитьпометки", True)
    assert [getattr(i, ".пометка") for i in values] == [False, False]
    assert [getattr(i, ".check") for i in copied] == [True, True]
    assert getattr(item(copied, 1), ".значение") == "а"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, False),
        (True, -5),
        (10, "1"),
        ("яяя", Date(1, 1, 1)),
        ("9", "a"),
        ("z", "а"),
        ("ёлка", "Ель"),
        ("яблоко", "Яблоко"),
        ("еж", "ёж"),
    ],
)
def test_values_are_sorted_by_type_and_then_as_words_are(one: Any, other: Any) -> None:
    comparison = new(CompareValues)
    assert call(comparison, "сравнить", one, other) == -1
    assert call(comparison, "сравнить", other, one) == 1
    assert call(comparison, "сравнить", one, one) == 0


def test_an_unknown_name_in_a_structure_gets_a_hint() -> None:
    with pytest.raises(NoSuchMember) as caught:
        item(new(Structure, "Получатель", 1), "Получатиль")
    assert caught.value.hint == "Возможно, вы имели в виду «Получатель»?"


def test_a_structure_of_many_names_loses_them_one_by_one() -> None:
    structure = new(Structure, ", ".join(f"К{number}" for number in range(20_000)))
    for number in range(0, 20_000, 2):
        call(structure, "удалить", f"к{number}")
    call(structure, "удалить", "НетТакого")
    assert call(structure, "количество") == 10_000
    assert [key for key, _ in pairs(structure)][:2] == ["К1", "К3"]
    with pytest.raises(NoSuchMember):
        setattr(structure, ".к2", 1)
