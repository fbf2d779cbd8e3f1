"""Indexes of ТаблицаЗначений: they answer as a search without them does, and walk no rows."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.errors import OnecError
from stdlib.enterprise.collections import collection_index, shapes
from stdlib.enterprise.collections.row_collection import RowCollection
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.values.type_description import TypeDescription


def call(obj: Any, name: str, *arguments: Any) -> Any:
    return getattr(obj, name + "()")(*arguments)


def table(*columns: str) -> Any:
    made = getattr(ValueTable, "новый()")()
    for name in columns:
        call(getattr(made, ".колонки"), "добавить", name)
    return made


def index(made: Any, columns: str) -> Any:
    return call(getattr(made, ".индексы"), "добавить", columns)


def add(made: Any, **cells: Any) -> Any:
    row = call(made, "добавить")
    for name, value in cells.items():
        setattr(row, "." + name, value)
    return row


def forbid_scans(monkeypatch: pytest.MonkeyPatch) -> None:
    def scan(*_: Any) -> None:
        pytest.fail("the search walks the rows")

    monkeypatch.setattr(RowCollection, "_filtered", scan)
    monkeypatch.setattr(RowCollection, "_first", scan)


def count_readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often rows are read for filing: a list that grows by one a row."""
    readings: list[int] = []
    plain = collection_index.CollectionIndex.key_of_row

    def counted(self: Any, row: Any) -> Any:
        readings.append(1)
        return plain(self, row)

    monkeypatch.setattr(collection_index.CollectionIndex, "key_of_row", counted)
    return readings


def test_a_search_in_a_large_table_walks_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table("код", "вид")
    index(made, "Код")
    index(made, "Вид")
    for number in range(100_000):
        add(made, код=number, вид=number % 1000)
    assert call(made, "найти", 5, "Код") is made[5]
    forbid_scans(monkeypatch)
    readings = count_readings(monkeypatch)
    for number in range(0, 100_000, 1000):
        assert call(made, "найти", number, "Код") is made[number]
        assert len(call(made, "найтистроки", Structure("Вид", number // 1000))) == 100
    assert not readings


def test_finding_and_adding_in_turn_files_each_row_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table("код")
    index(made, "Код")
    forbid_scans(monkeypatch)
    readings = count_readings(monkeypatch)
    for number in range(1000):
        assert call(made, "найти", number, "Код") is None
        add(made, код=number)
    assert len(readings) <= 1000


def test_deleting_inserting_and_moving_do_not_file_the_others_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table("код")
    index(made, "Код")
    for number in range(100):
        add(made, код=number)
    call(made, "найти", 1, "Код")
    readings = count_readings(monkeypatch)
    call(made, "удалить", 10)
    call(made, "вставить", 5)
    call(made, "сдвинуть", 0, 50)
    assert call(made, "найти", 0, "Код") is made[50]
    assert len(readings) == 2


def test_an_index_of_several_columns_serves_a_filter_with_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table("а", "б", "в")
    index(made, "А, Б")
    for number in range(20):
        add(made, а=number % 2, б=number % 5, в=number)
    filtered = RowCollection._filtered
    seen: list[int] = []

    def counted(self: RowCollection, rows: list[Any], wanted: Structure) -> list[Any]:
        seen.append(len(rows))
        return filtered(self, rows, wanted)

    monkeypatch.setattr(RowCollection, "_filtered", counted)
    assert [getattr(row, ".в") for row in call(made, "найтистроки", Structure("Б, А", 3, 1))] == [3, 13]
    assert not seen
    assert [getattr(row, ".в") for row in call(made, "найтистроки", Structure("В, Б, А", 13, 3, 1))] == [13]
    assert seen == [2]
    assert len(call(made, "найтистроки", Structure("А", 1))) == 10
    assert seen == [2, 20]


def test_a_found_list_is_the_scripts_own() -> None:
    made = table("код")
    index(made, "Код")
    add(made, код=1)
    call(call(made, "найтистроки", Structure("Код", 1)), "очистить")
    assert len(call(made, "найтистроки", Structure("Код", 1))) == 1


@pytest.mark.parametrize("spoil", ["удалить", "переименовать", "сдвинуть", "добавить"])
def test_an_index_survives_changes_of_columns(spoil: str) -> None:
    made = table("код", "имя")
    index(made, "Код")
    index(made, "Имя")
    row = add(made, код=1, имя="а")
    assert call(made, "найти", "а", "Имя") is row
    columns = getattr(made, ".колонки")
    if spoil == "удалить":
        call(columns, "удалить", "Код")
    elif spoil == "переименовать":
        setattr(getattr(columns, ".код"), ".имя", "Номер")
    elif spoil == "сдвинуть":
        call(columns, "сдвинуть", "Имя", -1)
    else:
        call(columns, "вставить", 0, "Новая")
    assert call(made, "найти", "а", "Имя") is row
    setattr(row, ".имя", "б")
    assert call(made, "найти", "б", "Имя") is row
    assert call(made, "найти", "а", "Имя") is None
    call(made, "удалить", row)
    assert call(made, "найти", "б", "Имя") is None


def test_wide_rows_are_indexed_and_typed_too() -> None:
    made = table(*(f"к{number}" for number in range(40)))
    call(getattr(made, ".колонки"), "добавить", "Число", getattr(TypeDescription, "новый()")("Число"))
    index(made, "К39")
    row = add(made, к39="а", число="5")
    assert (call(made, "найти", "а", "К39"), getattr(row, ".число")) == (row, 5)
    setattr(row, ".к39", "б")
    assert (call(made, "найти", "а", "К39"), call(made, "найти", "б", "К39")) == (None, row)


def test_tables_beyond_the_limit_of_shapes_behave_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "_SHAPES_LIMIT", 0)
    made = table("небывалая", "невиданная")
    call(getattr(made, ".колонки"), "добавить", "Неслыханная", getattr(TypeDescription, "новый()")("Строка"))
    index(made, "Небывалая")
    row = add(made, небывалая=1, неслыханная=2)
    assert getattr(row, ".неслыханная") == "2"
    assert call(made, "найти", 1, "Небывалая") is row


def test_without_indexes_cells_are_plain_slots() -> None:
    made = table("код")
    found = index(made, "Код")
    row = add(made, код=1)
    assert isinstance(type(row).__dict__[".код"], property)
    call(getattr(made, ".индексы"), "удалить", found)
    assert not isinstance(type(row).__dict__[".код"], property)
    with pytest.raises(OnecError, match="Индекс не принадлежит коллекции"):
        call(getattr(made, ".индексы"), "удалить", found)


def test_descriptions_that_say_the_same_share_a_shape() -> None:
    def kind() -> type:
        made = table()
        call(getattr(made, ".колонки"), "добавить", "Число", getattr(TypeDescription, "новый()")("Число"))
        return type(call(made, "добавить"))

    assert kind() is kind()
