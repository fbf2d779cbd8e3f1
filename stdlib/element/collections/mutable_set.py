"""ИзменяемоеМножество."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.collections.keys import from_key, to_key
from stdlib.element.collections.mutable_collection import MutableCollection
from stdlib.element.collections.readable_set import ReadableSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


@onec_type("ИзменяемоеМножество<Т>", "MutableSet")
class MutableSet(ReadableSet, MutableCollection):
    """Множество, из которого можно удалять элементы."""

    __slots__ = ()

    def keep(self, wanted: Callable[[Any], bool]) -> bool:
        unwanted = [key for key in self.entries if not wanted(from_key(key))]
        for key in unwanted:
            del self.entries[key]
        return bool(unwanted)

    @method("Удалить(Элемент: Т): Булево", "Remove(Element)")
    def remove(self, element: object) -> bool:
        """Удаляет элемент. Возвращает Истина, если множество изменилось."""
        return self.entries.pop(to_key(element), self) is None
