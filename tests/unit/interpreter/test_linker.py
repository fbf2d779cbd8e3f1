from typing import Any

import pytest

from interpreter.linker import LinkBroken, link


def test_raw_links_give_the_object_itself() -> None:
    namespace: dict[str, Any] = {}
    link({"1c.add": ("raw", "runtime.enterprise.operators:add")}, namespace)
    assert namespace["1c.add"](1, 2) == 3


def test_paths_may_have_dots() -> None:
    namespace: dict[str, Any] = {}
    link({"1c.date": ("raw", "runtime.enterprise.date:Date.literal")}, namespace)
    assert str(namespace["1c.date"]("20240115"))


def test_types_are_linked_by_their_constructors() -> None:
    namespace: dict[str, Any] = {}
    link({"1c.Массив.новый": ("new", "stdlib.enterprise.collections.array:Array")}, namespace)
    assert len(namespace["1c.Массив.новый"](3)) == 3


def test_names_that_are_there_stay() -> None:
    namespace: dict[str, Any] = {"1c.add": 5}
    link({"1c.add": ("raw", "runtime.enterprise.operators:add")}, namespace)
    assert namespace["1c.add"] == 5


@pytest.mark.parametrize("place", ["no.such.module:x", "runtime.enterprise.operators:no_such", "runtime.errors:a.b.c"])
def test_a_link_to_nothing_is_broken(place: str) -> None:
    with pytest.raises(LinkBroken, match=place):
        link({"1c.x": ("raw", place)}, {})
