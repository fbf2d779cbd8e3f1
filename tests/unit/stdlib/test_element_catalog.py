"""What every declaration of Element must have."""

from __future__ import annotations

import re

import pytest

import stdlib.element
from runtime.catalog import Catalog, entries
from runtime.element import exceptions, objects
from runtime.element.declare import dialect
from runtime.typeinfo import TypeInfo


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    found = Catalog.of_package(dialect, stdlib.element)
    found.add_module(objects)
    found.add_module(exceptions)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "Объект", "Строка", "Число", "Булево", "Массив", "ReadableArray", "Соответствие", "Последовательность",
        "ДатаВремя", "Instant", "Образец", "Файл", "Письмо", "КлиентSmtp", "СоединениеImap", "Pop3Connection",
        "Исключение", "ИсключениеПочты", "JsonReaderException", "ИсключениеАрифметики",
    ],
)  # fmt: skip
def test_types_are_found_by_either_name(catalog: Catalog, name: str) -> None:
    assert catalog.find_type(name) is not None


def test_types_and_members_are_described_in_russian(catalog: Catalog) -> None:
    wordless = []
    for entry in entries(catalog.types):
        assert isinstance(entry.declaration, TypeInfo)
        members = [m for m in entry.declaration.members.values() if m.kind in ("method", "property")]
        wordless += [entry.ru] if not re.search("[а-яё]", entry.declaration.doc) else []
        wordless += [f"{entry.ru}.{m.ru}" for m in members if not re.search("[а-яё]", m.doc)]
    assert wordless == []


def test_properties_have_types(catalog: Catalog) -> None:
    untyped = [
        f"{entry.ru}.{member.ru}"
        for entry in entries(catalog.types)
        if isinstance(entry.declaration, TypeInfo)
        for member in entry.declaration.members.values()
        if member.kind == "property" and not member.type
    ]
    assert untyped == []


def test_generic_types_have_parameters(catalog: Catalog) -> None:
    found = catalog.find_type("Соответствие")
    assert found is not None
    assert isinstance(found.declaration, TypeInfo)
    assert found.declaration.parameters == ("К", "З")
    assert [base.ru for base in found.declaration.bases] == [
        "ИзменяемоеСоответствие",
        "ЧитаемоеСоответствие",
        "Обходимое",
        "Объект",
    ]
