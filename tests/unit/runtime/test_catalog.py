from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from runtime.catalog import Catalog, entries
from runtime.dialect import Dialect
from runtime.enterprise.convert import check_of
from runtime.enums import EnumValue, item
from runtime.names import fold
from runtime.objects import OnecObject


def module(name: str, **members: Any) -> ModuleType:
    made = ModuleType(name)
    for key, value in members.items():
        value.__module__ = name
        setattr(made, key, value)
    return made


@pytest.fixture
def dialect() -> Dialect:
    return Dialect("проба", fold, check_of)


def thing(dialect: Dialect, ru: str, en: str) -> type:
    class Thing(OnecObject):
        __slots__ = ()

    return dialect.onec_type(ru, en)(Thing)


@pytest.fixture
def catalog(dialect: Dialect) -> Catalog:
    class Colour(EnumValue):
        __slots__ = ()
        red = item("Красный", "Red")

    @dialect.function("Удвоить(Число)", "Double(Number)")
    def double(number: int) -> int:
        return number * 2

    @dialect.global_property("Символы", "Chars")
    def chars() -> str:
        return ""

    made = Catalog(dialect)
    colour = dialect.enumeration("Цвет", "Colour")(Colour)
    made.add_module(module("м", Letter=thing(dialect, "Письмо", "Letter"), Colour=colour, double=double, chars=chars))
    return made


def test_names_of_both_languages_find_the_same(catalog: Catalog) -> None:
    found = catalog.find_type("ПИСЬМО")
    assert found is not None and found is catalog.find_type("letter")
    assert (found.ru, found.en, found.kind, found.link) == ("Письмо", "Letter", "type", "м:Letter")
    assert catalog.find_function("double") is catalog.find_function("УДВОИТЬ") is not None
    assert catalog.find_property("chars") is catalog.find_property("Символы") is not None


def test_an_enumeration_is_a_type_and_a_property(catalog: Catalog) -> None:
    assert catalog.find_type("Цвет") is catalog.find_property("Colour") is not None


def test_kinds_are_apart(catalog: Catalog) -> None:
    assert catalog.find_function("Письмо") is None
    assert catalog.find_type("Удвоить") is None
    assert catalog.find_property("Письмо") is None


def test_what_a_module_imports_is_not_its_own(dialect: Dialect) -> None:
    catalog = Catalog(dialect)
    other = thing(dialect, "Чужое", "Foreign")
    here = ModuleType("здесь")
    here.Foreign = other  # type: ignore[attr-defined]
    catalog.add_module(here)
    assert catalog.types == {}


def test_a_name_is_declared_once(catalog: Catalog, dialect: Dialect) -> None:
    with pytest.raises(TypeError, match="declared twice"):
        catalog.add_module(module("н", Other=thing(dialect, "Конверт", "LETTER")))


def test_a_near_name_is_suggested(catalog: Catalog) -> None:
    assert catalog.hint_for("type", "Писмо") == "Возможно, вы имели в виду «Письмо»?"
    assert catalog.hint_for("function", "Удвоит") == "Возможно, вы имели в виду «Удвоить»?"
    assert catalog.hint_for("function", "Утроит", ["Утроить"]) == "Возможно, вы имели в виду «Утроить»?"
    assert catalog.hint_for("property", "Письмо") == ""


def test_each_entry_is_listed_once(catalog: Catalog) -> None:
    assert [entry.ru for entry in entries(catalog.types)] == ["Письмо", "Цвет"]
