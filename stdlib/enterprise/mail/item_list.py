"""What the collections of a letter share: addresses, attachments and texts are counted, got and removed alike."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method
from runtime.errors import BadArgument, OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class ItemList(OnecObject):
    """A list that scripts index from 0 and walk; its declared subclasses add what makes an item."""

    __slots__ = ("items",)

    def __init__(self) -> None:
        self.items: list[Any] = []

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Возвращает число элементов."""
        return len(self.items)

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все элементы."""
        self.items.clear()

    @method("Получить(Индекс)", "Get(Index)")
    def get(self, index: int) -> object:
        """Возвращает элемент по индексу, который считается с 0."""
        return self[index]

    @method("Удалить(ИндексИлиЭлемент)", "Delete(IndexOrItem)")
    def delete(self, item: object) -> None:
        """Удаляет элемент: по индексу или сам элемент коллекции."""
        from runtime.enterprise.convert import is_number

        if any(item is known for known in self.items):
            self.items = [known for known in self.items if known is not item]
        elif is_number(item):
            del self.items[self._index(item)]
        else:
            raise BadArgument(1, hint="Удаляют по индексу или сам элемент, который есть в этой коллекции")

    def __getitem__(self, index: object) -> Any:
        return self.items[self._index(index)]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def _index(self, index: object) -> int:
        from runtime.enterprise.convert import to_whole

        number = to_whole(index)
        if not 0 <= number < len(self.items):
            hint = f"Элементов: {len(self.items)}, индексы считаются с 0"
            raise OnecError("Индекс находится за границами диапазона", hint=hint)
        return number
