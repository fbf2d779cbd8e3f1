"""The comparison of the library with the platform's lists, on a library and lists of three names."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from runtime.catalog import Catalog
from runtime.enterprise.declare import OnecObject, constructor, dialect, field, function, method, onec_type
from support.platform_coverage import Named, Platform, measure


@function("Есть(Один, [Два]): Число", "Have(One, [Two])")
def have(one: int, two: int = 0) -> int:
    """Есть."""
    return one + two


@onec_type("Коробка", "Crate")
class Crate(OnecObject):
    """Коробка."""

    __slots__ = ("_size",)

    size = field("Размер", "Size", "int", 0, "Размер.")

    @constructor("([Размер])", "([Size])")
    def __init__(self, size: int = 0) -> None:
        """Коробка."""
        self._size = size

    @method("Открыть(): Булево", "Open()")
    def open(self) -> bool:
        """Открывает."""
        return True


@pytest.fixture
def catalog() -> Catalog:
    module = ModuleType(__name__)
    vars(module).update(have=have, Crate=Crate)
    made = Catalog(dialect)
    made.add_module(module)
    return made


def lists(*names: Named, differences: dict[str, str] | None = None, **group: Any) -> Platform:
    platform = Platform()
    platform.__dict__["names"] = list(names)
    platform.__dict__["reasons"] = {"differences": differences or {}, "group": [{"reason": "так надо", **group}]}
    return platform


HAVE = Named("function", "Есть", "Have", ("Один, [Два]",))
NONE = Named("function", "Нет", "None", ("",))
OPEN = Named("member", "Коробка.Открыть", "Open", ("",), "method")
SHOW = Named("member", "Коробка.Показать", "Show", ("",), "method")


def test_what_is_there_is_found(catalog: Catalog) -> None:
    size = Named("member", "Коробка.Размер", "Size", ("RW",), "property")
    coverage = measure(catalog, lists(HAVE, OPEN, size, Named("type", "Коробка", "Crate", ("[Размер]",))))
    assert coverage.is_whole
    assert len(coverage.implemented) == 4


def test_what_is_not_there_needs_a_reason(catalog: Catalog) -> None:
    assert measure(catalog, lists(NONE)).missing == [NONE]
    coverage = measure(catalog, lists(NONE, functions=["Нет"]))
    assert coverage.is_whole
    assert coverage.left_out == {"так надо": [NONE]}


def test_a_pattern_leaves_out_members_and_a_type_takes_its_members_along(catalog: Catalog) -> None:
    assert measure(catalog, lists(OPEN, SHOW, members=["*.Пока*"])).is_whole
    other = Named("member", "Ящик.Открыть", "Open", ("",), "method")
    assert measure(catalog, lists(Named("type", "Ящик", "Box"), other, types=["Ящик"])).is_whole


def test_a_reason_for_what_is_there_is_stale(catalog: Catalog) -> None:
    assert measure(catalog, lists(HAVE, functions=["Есть"])).stale == ["functions: Есть"]
    assert measure(catalog, lists(HAVE, differences={"Есть": "так надо"})).stale == ["Есть"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (Named("function", "Есть", "Is", ("Один, [Два]",)), "Есть: по-английски Is, а у нас Have"),
        (Named("function", "Есть", "Have", ("Один, Два",)), "Есть(Один, Два), а у нас Есть(Один, [Два]): Число"),
        (Named("function", "Есть", "Have", ("Значения...",)), "Есть(Значения...), а у нас Есть(Один, [Два]): Число"),
        (Named("member", "Коробка.Размер", "Size", ("R",), "property"), "Коробка.Размер: на платформе R, а у нас RW"),
        (Named("type", "Коробка", "Crate", ("Размер",)), "Коробка(Размер), а у нас новый([Размер])"),
    ],
)
def test_other_names_and_parameters_are_told(catalog: Catalog, name: Named, told: str) -> None:
    assert measure(catalog, lists(name)).differences == [told]
    assert measure(catalog, lists(name, differences={name.ru: "так надо"})).is_whole


def test_overloads_count_together(catalog: Catalog) -> None:
    assert measure(catalog, lists(Named("function", "Есть", "Have", ("Один", "Один, Два")))).is_whole


def test_what_the_list_does_not_tell_is_not_compared(catalog: Catalog) -> None:
    assert measure(catalog, lists(Named("function", "Есть", "Have", ("?",)))).is_whole
