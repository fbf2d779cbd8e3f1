"""ДеревоЗначений, and the places of rows that it shares with the table."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from runtime.errors import OnecError
from stdlib.enterprise.collections.row_order import GAP, number, place_of, put_in
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.collections.value_table_row import ValueTableRow
from stdlib.enterprise.collections.value_tree import ValueTree


def call(obj: Any, name: str, *arguments: Any) -> Any:
    return getattr(obj, name + "()")(*arguments)


def tree(*columns: str) -> Any:
    made = getattr(ValueTree, "новый()")()
    for name in columns:
        call(getattr(made, ".колонки"), "добавить", name)
    return made


def rows(obj: Any) -> Any:
    return getattr(obj, ".строки")


def chain(depth: int) -> Any:
    made = tree("код")
    node = made
    for level in range(depth):
        node = call(rows(node), "добавить")
        setattr(node, ".код", level)
    return made


def test_a_very_deep_tree_is_walked_copied_and_freed() -> None:
    made = chain(50_000)
    copied = call(made, "скопировать")
    call(rows(copied), "сортировать", "Код", True)
    assert call(rows(copied), "итог", "Код", True) == sum(range(50_000))
    assert call(call(rows(copied), "найти", 49_999, "Код", True), "уровень") == 49_999
    call(getattr(copied, ".колонки"), "добавить", "Имя")
    call(rows(copied), "очистить")
    del made, copied
    gc.collect()


def test_leaves_have_no_collections_until_asked() -> None:
    made = tree("код")
    leaf = call(rows(made), "добавить")
    call(rows(made), "итог", "Код", True)
    assert leaf.children() is None
    assert rows(leaf) is rows(leaf) is leaf.children()


def test_a_wide_tree_keeps_its_rows() -> None:
    made = tree(*(f"к{index}" for index in range(40)))
    low = call(rows(call(rows(made), "добавить")), "добавить")
    setattr(low, ".к39", 5)
    copied = call(made, "скопировать")
    assert getattr(rows(rows(copied)[0])[0], ".к39") == 5
    assert getattr(low, ".родитель") is rows(made)[0]


def test_a_column_of_another_kind_is_not_found() -> None:
    made, table = tree("код"), getattr(ValueTable, "новый()")()
    column = call(getattr(table, ".колонки"), "добавить", "код")
    with pytest.raises(OnecError, match="Колонка не найдена"):
        call(rows(made), "выгрузитьколонку", column)
    assert call(getattr(made, ".колонки"), "индекс", column) == -1


def test_a_filter_finds_before_going_deeper() -> None:
    made = tree("вид", "код")
    for code in (1, 2):
        top = call(rows(made), "добавить")
        low = call(rows(top), "добавить")
        for row, value in ((top, code), (low, code * 10)):
            setattr(row, ".вид", "а")
            setattr(row, ".код", value)
    found = call(rows(made), "найтистроки", Structure("Вид", "а"), True)
    assert [getattr(row, ".код") for row in found] == [1, 10, 2, 20]


def test_a_tree_that_nobody_holds_is_freed() -> None:
    made = chain(3)
    row_type = type(rows(made)[0])
    del made
    gc.collect()
    assert not [obj for obj in gc.get_objects() if type(obj) is row_type]


def ordered(count: int) -> list[Any]:
    made: list[Any] = []
    for _ in range(count):
        put_in(made, len(made), ValueTableRow())
    return made


@pytest.mark.parametrize("where", ["front", "middle", "back"])
def test_places_stay_right_after_many_insertions(where: str) -> None:
    made = ordered(3)
    for _ in range(200):
        place = {"front": 0, "middle": 1, "back": len(made)}[where]
        put_in(made, place, ValueTableRow())
    assert [place_of(made, row) for row in made] == list(range(203))


def test_rows_that_are_not_in_the_list_have_no_place() -> None:
    made = ordered(5)
    gone = made.pop(2)
    assert place_of(made, gone) == -1
    number(made)
    assert [row._order for row in made] == [0, GAP, 2 * GAP, 3 * GAP]
    assert place_of([], gone) == -1
