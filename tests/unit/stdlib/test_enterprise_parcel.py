"""Values written down for another process."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import pytest

from runtime.enterprise.access import TRUE_KEY
from runtime.enterprise.date import Date
from runtime.enterprise.null import NULL
from runtime.enterprise.types import type_named
from runtime.errors import OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.files.file import File
from stdlib.enterprise.files.text_encoding import TextEncoding
from stdlib.enterprise.jobs.parcel import pack, pack_or_nothing, unpack


def copy(value: Any) -> Any:
    return unpack(pack(value))


@pytest.mark.parametrize(
    "value",
    [None, True, 5, 10**50, Decimal("0.1"), "строка\0", "\ud800", Date.of_seconds(63_850_000_000), type_named("Число")],
    ids=lambda value: type(value).__name__,
)
def test_a_plain_value_stays_what_it_is(value: object) -> None:
    made = copy(value)
    assert made == value
    assert type(made) is type(value)


def test_values_of_which_there_is_one_stay_the_same() -> None:
    assert copy(NULL) is NULL
    assert copy(TextEncoding.utf16) is TextEncoding.utf16
    assert copy(TRUE_KEY) is TRUE_KEY
    assert copy(TextEncoding) is TextEncoding


def test_collections_may_hold_themselves() -> None:
    around = Array()
    around.append(Structure("Сам, Кругом", None, around))
    around[0].insert("Сам", around[0])
    made = copy(around)
    assert made is not around
    assert made[0]._read("кругом") is made
    assert made[0]._read("сам") is made[0]


def test_a_structure_of_many_names_is_copied() -> None:
    names = [f"Имя{number}" for number in range(100)]
    made = copy(Structure(", ".join(names), *range(100)))
    assert made.__onec_names__() == names
    assert made._values() == list(range(100))


def test_a_table_can_be_changed_after_it_was_copied() -> None:
    table = ValueTable()
    table.columns().add("Код")
    setattr(table.add(), ".код", 7)
    made = copy(table)
    setattr(made.add(), ".код", 8)
    made.columns().add("Ещё")
    made.sort("Код Убыв")
    assert list(made.unload_column("Код")) == [8, 7]
    assert made[0]._read("ещё") is None
    assert table.count() == 1


def test_keys_of_a_map_keep_their_types() -> None:
    source = Map()
    source[1], source[TRUE_KEY], source["1"] = "число", "булево", "строка"
    made = copy(source)
    assert (made[1], made[TRUE_KEY], made["1"], made[2]) == ("число", "булево", "строка", None)


@pytest.mark.parametrize("value", [File("имя"), Array.of([File("имя")]), lambda: 0])
def test_what_is_no_data_is_refused(value: object) -> None:
    with pytest.raises(OnecError, match="нельзя передать в другой процесс"):
        pack(value)
    assert unpack(pack_or_nothing(value)) is None


def test_values_too_deep_in_one_another_are_refused() -> None:
    outer = inner = Array()
    for _ in range(100_000):
        inner.append(Array())
        inner = inner[0]
    limit = sys.getrecursionlimit()
    with pytest.raises(OnecError, match="Слишком большая вложенность значений"):
        pack(outer)
    assert sys.getrecursionlimit() == limit
    while outer:
        outer = outer.pop()
