"""An indexed ТаблицаЗначений against one without indexes."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_table import ValueTable


def call(obj: Any, name: str, *arguments: Any) -> Any:
    return getattr(obj, name + "()")(*arguments)


def table(*indexes: str) -> Any:
    made = getattr(ValueTable, "новый()")()
    for name in ("а", "б"):
        call(getattr(made, ".колонки"), "добавить", name)
    for columns in indexes:
        call(getattr(made, ".индексы"), "добавить", columns)
    return made


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "insert", "set", "delete", "move", "sort", "clear", "fill", "group", "stray"]),
        st.integers(0, 30),
        st.sampled_from([0, 1, True, "1", "а", None]),
    ),
    max_size=25,
)


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_an_indexed_table_answers_as_one_without_indexes(steps: list[tuple[str, int, Any]]) -> None:
    plain, indexed = table(), table("А", "Б, А")
    for step in steps:
        for made in (plain, indexed):
            perform(made, *step)
        for value in (0, 1, True, "1", "а", None):
            assert places(plain, value) == places(indexed, value)


def perform(made: Any, step: str, number: int, value: Any) -> None:
    count = len(made)
    if step == "add":
        row = call(made, "добавить")
        setattr(row, ".а", value)
        setattr(row, ".б", number)
    elif step == "insert":
        setattr(call(made, "вставить", number % (count + 1)), ".а", value)
    elif step == "sort":
        call(made, "сортировать", "Б, А Убыв")
    elif step == "clear" and number > 25:
        call(made, "очистить")
    elif step == "fill" and number > 25:
        call(made, "заполнитьзначения", value, "А")
    elif step == "group" and number > 25:
        call(made, "свернуть", "А, Б")
    elif count and step == "set":
        setattr(made[number % count], ".а", value)
    elif count and step == "delete":
        call(made, "удалить", number % count)
    elif count and step == "stray":
        row = made[number % count]
        call(made, "удалить", row)
        setattr(row, ".а", value)
    elif count and step == "move":
        call(made, "сдвинуть", number % count, (number * 7) % count - number % count)


def places(made: Any, value: Any) -> tuple[Any, ...]:
    found = call(made, "найти", value, "А")
    either = call(made, "найти", value, "А, Б")
    return (
        None if found is None else call(made, "индекс", found),
        None if either is None else call(made, "индекс", either),
        [call(made, "индекс", row) for row in call(made, "найтистроки", Structure("А", value))],
        [call(made, "индекс", row) for row in call(made, "найтистроки", Structure("А, Б", value, 1))],
    )
