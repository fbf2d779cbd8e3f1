"""ЧитаемаяКоллекция: a collection that knows its size."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.operators import equal
from stdlib.element.collections.iterable import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("ЧитаемаяКоллекция<Т>", "ReadableCollection")
class ReadableCollection(Iterable):
    """Коллекция, элементы которой можно читать."""

    __slots__ = ()

    def __len__(self) -> int:
        raise NotImplementedError

    def holds(self, element: Any) -> bool:
        """Is an equal element inside?"""
        return any(equal(item, element) for item in self)

    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Количество элементов."""
        return len(self)

    @method("Содержит(Элемент: Объект?): Булево", "Contains(Element)")
    def contains(self, element: object) -> bool:
        """Истина, если в коллекции есть равный элемент."""
        return self.holds(element)

    @method("СодержитВсе(Обходимое: Обходимое<Объект?>): Булево", "ContainsAll(Iterable)")
    def contains_all(self, others: Iterable) -> bool:
        """Истина, если в коллекции есть каждый из элементов; сколько раз он повторяется, не важно."""
        return all(self.holds(item) for item in others)
