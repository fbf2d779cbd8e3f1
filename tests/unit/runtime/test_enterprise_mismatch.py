"""What a value of a wrong type is told with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.enterprise.convert import check_of
from runtime.enterprise.declare import OnecObject, dialect
from runtime.errors import BadArgument
from stdlib.enterprise.collections.array import Array


def hint(annotation: str, value: Any) -> str:
    check = check_of(annotation, dialect.classes)
    assert check is not None
    with pytest.raises(BadArgument) as caught:
        check.convert(value, 2)
    assert caught.value.message == "Несоответствие типов (параметр номер '2')"
    return caught.value.hint


@pytest.mark.parametrize(
    ("annotation", "value", "told"),
    [
        ("int", "сорок", "Нужно значение типа «Число», а передано «Строка»"),
        ("Date", 5, "Нужно значение типа «Дата», а передано «Число»"),
        ("Array", "1", "Нужно значение типа «Массив», а передано «Строка»"),
        ("Array | None", Decimal("1.5"), "Нужно значение типа «Массив», а передано «Число»"),
        ("NotLoaded", Array(), ""),
        ("int | Date", None, "Нужно значение типа «Число» или «Дата», а передано «Неопределено»"),
    ],
)
def test_the_wanted_and_the_given_type_are_named(annotation: str, value: Any, told: str) -> None:
    assert hint(annotation, value) == told


def test_a_value_without_a_name_of_its_own_is_not_named() -> None:
    class Nameless(OnecObject):
        __slots__ = ()

    assert hint("Array", Nameless()) == ""
