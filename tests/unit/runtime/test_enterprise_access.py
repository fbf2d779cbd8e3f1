"""Elements, walks, properties by name, objects by the name of their type."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.enterprise import access
from runtime.enterprise.date import Date
from runtime.enterprise.types import type_named, type_of
from runtime.errors import NoSuchMember, OnecError
from runtime.names import fold
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure


@pytest.mark.parametrize("index", [0, Decimal("0.5"), "0"])
def test_an_index_is_converted_to_a_whole_number(index: Any) -> None:
    assert access.item(Array.of(["а", "б"]), index) == "а"


@pytest.mark.parametrize("index", [2, -1, 100])
def test_an_index_outside_is_an_error_with_a_hint(index: int) -> None:
    array = Array.of([1, 2])
    with pytest.raises(OnecError) as caught:
        access.item(array, index)
    assert caught.value.message == "Индекс находится за границами массива"
    assert caught.value.hint
    with pytest.raises(OnecError, match="за границами массива"):
        access.set_item(array, index, 1)


@pytest.mark.parametrize("index", [True, None, Date(2024, 1, 1)])
def test_an_index_must_be_a_number(index: Any) -> None:
    with pytest.raises(OnecError):
        access.item(Array.of([1, 2]), index)


def test_keys_of_a_map_differ_by_type() -> None:
    found = Map()
    for key in (1, True, "1", False, 0):
        access.set_item(found, key, type_of(key).ru)
    assert [access.item(found, key) for key in (1, True, "1", False, 0)] == [
        "Число",
        "Булево",
        "Строка",
        "Булево",
        "Число",
    ]
    assert len(found) == 5


def test_a_missing_key_of_a_map_is_undefined() -> None:
    assert access.item(Map(), "нет") is None


def test_a_structure_is_read_and_written_by_name() -> None:
    structure = Structure("Имя", "Иван")
    access.set_item(structure, "ИМЯ", "Пётр")
    assert access.item(structure, "имя") == "Пётр"


def test_a_missing_name_is_told_as_the_author_wrote_it() -> None:
    with pytest.raises(NoSuchMember) as caught:
        access.item(Structure("Сумма"), "Суммма")
    assert caught.value.message == "Поле объекта не обнаружено (Суммма)"
    assert "Сумма" in caught.value.hint


@pytest.mark.parametrize("value", ["текст", 5, None, Decimal("0.5"), Date(2024, 1, 1), True])
def test_primitive_values_have_no_elements(value: Any) -> None:
    with pytest.raises(OnecError):
        access.item(value, 0)
    with pytest.raises(OnecError):
        access.set_item(value, 0, 1)
    with pytest.raises(OnecError, match="Итератор для значения не определен"):
        access.iterate(value)


def test_an_array_may_grow_during_the_walk() -> None:
    array = Array.of([1, 2])
    seen = []
    for value in access.iterate(array):
        seen.append(value)
        if len(array) < 4:
            array.append(value + 10)
    assert seen == [1, 2, 11, 12]


def test_a_map_may_be_changed_during_the_walk() -> None:
    found = Map()
    found.update({1: "а", 2: "б"})
    for pair in access.iterate(found):
        found.delete(pair.key())
    assert len(found) == 0


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [
        (1, 3, [1, 2, 3]),
        (3, 1, []),
        (1, Decimal("2.5"), [1, 2]),
        (Decimal("0.5"), 2, [Decimal("0.5"), Decimal("1.5")]),
        ("1", "2", [1, 2]),
        (-1, Decimal("-0.5"), [-1]),
    ],
)
def test_a_counter_goes_up_by_one(start: Any, stop: Any, expected: list[Any]) -> None:
    assert list(access.counter(start, stop)) == expected


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "type_finder", lambda name: {"массив": Array}.get(fold(name)))


@pytest.mark.usefixtures("finder")
def test_objects_are_made_by_the_name_of_their_type() -> None:
    assert list(access.new_by_name("Массив", Array.of([2]))) == [None, None]
    assert list(access.new_by_name("Массив")) == []
    assert isinstance(access.new_by_name(type_named("Массив"), 5), Array)


@pytest.mark.usefixtures("finder")
def test_an_unknown_type_is_an_error() -> None:
    with pytest.raises(OnecError) as caught:
        access.new_by_name("Мосив")
    assert caught.value.message == "Тип не определен (Мосив)"
    with pytest.raises(OnecError, match="Тип не определен"):
        type_named("Мосив")


@pytest.mark.usefixtures("finder")
def test_a_primitive_type_has_no_constructor() -> None:
    with pytest.raises(OnecError, match="Конструктор не найден"):
        access.new_by_name(type_named("Число"))


@pytest.mark.usefixtures("finder")
@pytest.mark.parametrize(
    ("value", "name"),
    [
        (1, "Число"),
        (Decimal("0.5"), "number"),
        ("", "Строка"),
        (True, "Boolean"),
        (None, "Неопределено"),
        (Date(2024, 1, 1), "Дата"),
        (Array(), "массив"),
        (type_of(1), "Тип"),
    ],
)
def test_types_compare_by_value(value: Any, name: str) -> None:
    assert type_of(value) == type_named(name)
    assert hash(type_of(value)) == hash(type_named(name))


def test_a_structure_tells_whether_it_has_a_name() -> None:
    assert access.find_property(Structure("Имя", 5), "имя") == (True, 5)
    assert access.find_property(Structure("Имя", 5), "Фамилия") == (False, None)
