"""Коллекция: a collection that takes elements."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.mutable_collection import MutableCollection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("Коллекция<Т>", "Collection")
class Collection(MutableCollection):
    """Коллекция, в которую можно добавлять элементы."""

    __slots__ = ()

    def put(self, element: Any) -> bool:
        """Add one element; has the collection changed?"""
        raise NotImplementedError

    @method("Добавить(Элемент: Т): Булево", "Add(Element)")
    def add(self, element: object) -> bool:
        """Добавляет элемент. Возвращает Истина, если коллекция изменилась."""
        return self.put(element)

    @method("ДобавитьВсе(Обходимое: Обходимое<Т>): Булево", "AddAll(Iterable)")
    def add_all(self, others: Iterable) -> bool:
        """Добавляет все элементы. Возвращает Истина, если коллекция изменилась."""
        changed = [self.put(item) for item in list(others)]
        return any(changed)
