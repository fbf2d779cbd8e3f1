"""Advice to those who come from other languages names only what Element has."""

from __future__ import annotations

import re

import pytest

from interpreter.element.checker import habits
from interpreter.element.front import catalog
from runtime.typeinfo import TypeInfo

_OWNERS = {"Строка": "Строка", "Число": "Число", "Коллекция": "Массив", "Ошибка": "Исключение", "Дата": "Дата"}
_MEMBER = re.compile(r"\b([А-Я]\w+)\.([А-Я]\w+)")


@pytest.mark.parametrize("advice", sorted({*habits._METHODS.values(), *habits._TYPES.values()}))
def test_members_that_are_advised_exist(advice: str) -> None:
    for owner, name in _MEMBER.findall(advice):
        entry = catalog().find_type(_OWNERS.get(owner, owner))
        if owner != "Значение":
            assert entry is not None and isinstance(entry.declaration, TypeInfo), owner
            assert any(entry.declaration.has(kind, name) for kind in ("method", "property")), f"{owner}.{name}"


@pytest.mark.parametrize("name", [*habits._METHODS, *habits._TYPES, *habits._VALUES])
def test_names_of_other_languages_are_folded(name: str) -> None:
    assert name == name.casefold()


def test_what_element_has_gets_no_advice() -> None:
    assert habits.of_value("не") == ""
    assert habits.of_type("Число") == ""
    assert habits.of_method("ВВерхнийРегистр") == ""
