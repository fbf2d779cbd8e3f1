"""ТаблицаЗначений, used the way compiled scripts use it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.enterprise.access import item, set_item
from runtime.enterprise.date import Date
from runtime.errors import OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.dates.date_fractions import DateFractions
from stdlib.enterprise.values.date_qualifiers import DateQualifiers
from stdlib.enterprise.values.number_qualifiers import NumberQualifiers
from stdlib.enterprise.values.string_qualifiers import StringQualifiers
from stdlib.enterprise.values.type_description import TypeDescription


def call(obj: Any, name: str, *arguments: Any) -> Any:
    return getattr(obj, name + "()")(*arguments)


def table(columns: str, *rows: tuple[Any, ...]) -> Any:
    made = getattr(ValueTable, "новый()")()
    for name in columns.split():
        call(getattr(made, ".колонки"), "добавить", name)
    for values in rows:
        row = call(made, "добавить")
        for name, value in zip(columns.split(), values, strict=True):
            setattr(row, "." + name.casefold(), value)
    return made


def rows(made: Any) -> list[list[Any]]:
    return [list(row) for row in made]


def names(made: Any) -> list[str]:
    return [getattr(column, ".имя") for column in getattr(made, ".колонки")]


@pytest.fixture
def people() -> Any:
    return table("Имя Город Сумма", ("Иван", "Омск", 5), ("Анна", "Томск", 7), ("Иван", "Томск", Decimal("0.5")))


def test_cells_are_reached_by_property_name_and_index(people: Any) -> None:
    row = item(people, 1)
    assert (getattr(row, ".имя"), item(row, "ГОРОД"), item(row, 2), call(row, "получить", 0)) == (
        "Анна",
        "Томск",
        7,
        "Анна",
    )
    set_item(row, "Сумма", 8)
    call(row, "установить", 1, "Уфа")
    assert list(row) == ["Анна", "Уфа", 8]
    assert call(row, "владелец") is people


def test_an_unknown_column_is_an_error(people: Any) -> None:
    row = item(people, 0)
    with pytest.raises(AttributeError):
        setattr(row, ".нет", 1)
    with pytest.raises(OnecError, match="Колонка не найдена"):
        call(people, "итог", "Нет")


def test_columns_come_and_go_with_their_values(people: Any) -> None:
    columns = getattr(people, ".колонки")
    call(columns, "вставить", 1, "Возраст")
    call(columns, "удалить", "Город")
    call(columns, "сдвинуть", "Сумма", -1)
    assert names(people) == ["Имя", "Сумма", "Возраст"]
    assert rows(people)[1] == ["Анна", 7, None]
    setattr(getattr(columns, ".возраст"), ".имя", "Лет")
    assert getattr(item(people, 0), ".лет") is None
    assert call(columns, "найти", "возраст") is None
    assert getattr(call(columns, "найти", "ЛЕТ"), ".заголовок") == "Лет"


@pytest.mark.parametrize("name", ["Имя", "имя", "1а", "а б"])
def test_a_column_name_is_an_identifier_of_its_own(people: Any, name: str) -> None:
    with pytest.raises(OnecError):
        call(getattr(people, ".колонки"), "добавить", name)


@pytest.mark.parametrize("count", [31, 32, 33, 50])
def test_a_table_may_have_any_number_of_columns(count: int) -> None:
    made = table(" ".join(f"К{n}" for n in range(count)), tuple(range(count)))
    assert rows(made) == [list(range(count))]
    assert getattr(item(made, 0), f".к{count - 1}") == count - 1
    assert call(made, "итог", f"К{count - 1}") == count - 1


def test_rows_are_inserted_moved_and_deleted(people: Any) -> None:
    row = call(people, "вставить", 0)
    setattr(row, ".имя", "Яна")
    call(people, "сдвинуть", row, 2)
    assert list(call(people, "выгрузитьколонку", "Имя")) == ["Иван", "Анна", "Яна", "Иван"]
    call(people, "удалить", 0)
    call(people, "удалить", row)
    assert (call(people, "количество"), call(people, "индекс", row)) == (2, -1)
    with pytest.raises(OnecError):
        call(people, "сдвинуть", 0, 5)


def test_sorting_by_several_columns() -> None:
    made = table("Имя Код", ("б", 1), ("Яблоко", 5), ("яблоко", 5), ("а", 2), ("б", 3), ("ёлка", 0), ("Ель", 0))
    call(made, "сортировать", "Имя, Код Убыв")
    assert rows(made) == [
        ["а", 2],
        ["б", 3],
        ["б", 1],
        ["ёлка", 0],
        ["Ель", 0],
        ["яблоко", 5],
        ["Яблоко", 5],
    ]


def test_sorting_puts_types_in_order() -> None:
    made = table("А", (Date(2024, 1, 1),), ("текст",), (5,), (True,), (None,))
    call(made, "сортировать", "А Возр")
    assert rows(made) == [[None], [True], [5], ["текст"], [Date(2024, 1, 1)]]


def test_an_unknown_sort_direction_is_an_error(people: Any) -> None:
    with pytest.raises(OnecError) as caught:
        call(people, "сортировать", "Имя Вниз")
    assert "Вниз" in caught.value.hint


def test_finding_one_row(people: Any) -> None:
    assert call(people, "найти", "Томск") is item(people, 1)
    assert call(people, "найти", "Томск", "Имя") is None
    assert call(people, "найти", "Иван", "Город, Имя") is item(people, 0)
    assert call(people, "найти", True, "Сумма") is None


def test_finding_rows_by_a_structure(people: Any) -> None:
    found = call(people, "найтистроки", Structure("Город, Имя", "Томск", "Иван"))
    assert [list(row) for row in found] == [["Иван", "Томск", Decimal("0.5")]]
    assert found[0] is item(people, 2)
    assert len(call(people, "найтистроки", Structure("Имя", "Нет"))) == 0


@pytest.mark.parametrize(
    ("values", "total"),
    [((5, 7), 12), ((Decimal("0.5"), Decimal("0.5")), 1), (("а", 5, None, True), 5), (("а",), 0), ((), 0)],
)
def test_a_total_ignores_what_is_no_number(values: tuple[Any, ...], total: Any) -> None:
    made = table("Сумма", *((value,) for value in values))
    result = call(made, "итог", "Сумма")
    assert (result, type(result)) == (total, type(total))


def test_grouping_keeps_the_order_of_first_occurrence(people: Any) -> None:
    call(people, "добавить")
    call(people, "свернуть", "Имя", "Сумма")
    assert names(people) == ["Имя", "Сумма"]
    assert rows(people) == [["Иван", Decimal("5.5")], ["Анна", 7], [None, 0]]


def test_grouping_without_columns_leaves_the_sums(people: Any) -> None:
    call(people, "свернуть", "", "Сумма")
    assert rows(people) == [[Decimal("12.5")]]


def test_columns_are_filled_and_loaded(people: Any) -> None:
    call(people, "заполнитьзначения", 0, "Сумма")
    call(people, "загрузитьколонку", Array.of([1, 2]), "Сумма")
    assert list(call(people, "выгрузитьколонку", 2)) == [1, 2, 0]
    call(people, "заполнитьзначения", None)
    assert rows(people) == [[None] * 3] * 3


def test_copies_do_not_touch_the_source(people: Any) -> None:
    copied = call(people, "скопировать", Structure("Город", "Томск"), "Сумма, Имя")
    setattr(item(copied, 0), ".сумма", 100)
    assert (names(copied), rows(copied)) == (["Сумма", "Имя"], [[100, "Анна"], [Decimal("0.5"), "Иван"]])
    assert rows(people)[1] == ["Анна", "Томск", 7]
    assert rows(call(people, "скопировать", Array.of([item(people, 2)]))) == [["Иван", "Томск", Decimal("0.5")]]
    assert (call(call(people, "скопироватьколонки"), "количество"), len(rows(call(people, "скопировать")))) == (0, 3)


def test_a_row_may_be_deleted_during_the_walk(people: Any) -> None:
    for row in call(people, "найтистроки", Structure("Имя", "Иван")):
        call(people, "удалить", row)
    assert rows(people) == [["Анна", "Томск", 7]]


def test_indexes_are_remembered(people: Any) -> None:
    indexes = getattr(people, ".индексы")
    call(indexes, "добавить", "Имя")
    assert call(indexes, "количество") == 1


def test_a_typed_column_begins_with_the_empty_value() -> None:
    made = getattr(ValueTable, "новый()")()
    columns = getattr(made, ".колонки")
    call(columns, "добавить", "Текст", getattr(TypeDescription, "новый()")("Строка"))
    call(columns, "добавить", "Число", getattr(TypeDescription, "новый()")("Число"))
    call(made, "добавить")
    assert rows(made) == [["", 0]]


@pytest.mark.parametrize(
    ("description", "value", "expected"),
    [
        (("Число",), "1,5", Decimal("1.5")),
        (("Число",), "а", 0),
        (("Число", NumberQualifiers(3, 1)), 1000, Decimal("99.9")),
        (("Строка", StringQualifiers(3)), "абвгд", "абв"),
        (("Строка",), 5, "5"),
        (("Дата", DateQualifiers(DateFractions.date)), Date(2024, 1, 2, 3), Date(2024, 1, 2)),
        (("Строка, Число",), True, None),
        (("Строка, Число",), 7, 7),
        (("Булево",), "Да", True),
    ],
)
def test_values_are_adjusted_to_a_type(description: tuple[Any, ...], value: Any, expected: Any) -> None:
    made = getattr(TypeDescription, "новый()")(*description)
    assert call(made, "привестизначение", value) == expected
