"""Множество."""

from __future__ import annotations

from runtime.element.declare import constructor, onec_type
from stdlib.element.collections.collection import Collection
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.keys import to_key
from stdlib.element.collections.mutable_set import MutableSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("Множество<Т>", "Set")
class Set(MutableSet, Collection):
    """Множество: каждый элемент один раз, в порядке добавления."""

    __slots__ = ()

    @constructor("([Обходимое: Обходимое<Т>])", "([Iterable])")
    def __init__(self, items: Iterable | None = None) -> None:
        """Создаёт пустое множество или множество с элементами другой коллекции."""
        self.entries = _entries(items) if items is not None else {}

    @classmethod
    def of(cls, items: Any) -> Set:
        """The set of these values; a literal `{a, b}`."""
        made = cls.__new__(cls)
        made.entries = _entries(items)
        return made

    @classmethod
    def over(cls, entries: dict[Any, None]) -> Set:
        """The set over this very dictionary, whose keys `to_key` has looked at."""
        made = cls.__new__(cls)
        made.entries = entries
        return made

    def put(self, element: Any) -> bool:
        size = len(self.entries)
        self.entries[to_key(element)] = None
        return len(self.entries) != size


def _entries(items: Any) -> dict[Any, None]:
    found = list(items)
    return dict.fromkeys(map(to_key, found) if bool in set(map(type, found)) else found)
