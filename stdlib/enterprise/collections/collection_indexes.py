"""ИндексыКоллекции."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import OnecObject, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.collections.collection_index import CollectionIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


@onec_type("ИндексыКоллекции", "CollectionIndexes", presentation="Индексы коллекции")
class CollectionIndexes(OnecObject):
    """Индексы таблицы значений."""

    __slots__ = ("_indexes",)

    def __init__(self) -> None:
        self._indexes: list[CollectionIndex] = []

    def __len__(self) -> int:
        return len(self._indexes)

    def __iter__(self) -> Iterator[CollectionIndex]:
        return iter(self._indexes)

    def __getitem__(self, key: Any) -> CollectionIndex:
        index = position(key)
        if not 0 <= index < len(self._indexes):
            raise out_of_range(self._indexes, index)
        return self._indexes[index]

    @method("Добавить(Колонки): ИндексКоллекции", "Add(Columns)")
    def add(self, columns: str) -> CollectionIndex:
        """Добавляет индекс по колонкам, перечисленным через запятую."""
        index = CollectionIndex(columns)
        self._indexes.append(index)
        return index

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество индексов."""
        return len(self._indexes)

    @method("Удалить(Индекс)", "Delete(Index)")
    def delete(self, index: CollectionIndex | int) -> None:
        """Удаляет индекс, заданный им самим или его номером."""
        found = self[index] if isinstance(index, int) else index
        if not any(own is found for own in self._indexes):
            raise OnecError("Индекс не принадлежит коллекции")
        self._indexes = [own for own in self._indexes if own is not found]

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все индексы."""
        self._indexes.clear()
