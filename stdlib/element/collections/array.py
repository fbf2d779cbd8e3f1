"""Массив."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.indexing import boundary
from stdlib.element.collections.collection import Collection
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.mutable_array import MutableArray

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.element.numbers import Number


_new = object.__new__


@onec_type("Массив<Т>", "Array")
class Array(MutableArray, Collection):
    """Массив: элементы по порядку, доступ по индексу с нуля."""

    __slots__ = ()

    @constructor("([Обходимое: Обходимое<Т>])", "([Iterable])")
    def __init__(self, items: Iterable | None = None) -> None:
        """Создаёт пустой массив или массив с элементами другой коллекции."""
        self.items = list(items) if items is not None else []

    @classmethod
    def of(cls, items: list[Any]) -> Array:
        """The array over this very list; a literal `[a, b]`."""
        made = _new(cls)
        made.items = items
        return made

    def put(self, element: Any) -> bool:
        self.items.append(element)
        return True

    @method("Добавить(Элемент: Т): Булево", "Add(Element)")
    def add(self, element: object) -> bool:
        """Добавляет элемент в конец и возвращает Истина."""
        self.items.append(element)
        return True

    @method("Вставить(Индекс: Число, Элемент: Т)", "Insert(Index, Element)")
    def insert(self, index: Number, element: object) -> None:
        """Вставляет элемент перед элементом с этим индексом; индекс, равный размеру, добавляет в конец."""
        self.items.insert(boundary(index, len(self.items)), element)

    @method("ВставитьВсе(Индекс: Число, Обходимое: Обходимое<Т>)", "InsertAll(Index, Iterable)")
    def insert_all(self, index: Number, others: Iterable) -> None:
        """Вставляет все элементы, начиная с этого индекса."""
        place = boundary(index, len(self.items))
        self.items[place:place] = list(others)
