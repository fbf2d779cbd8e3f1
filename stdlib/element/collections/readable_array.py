"""ЧитаемыйМассив: elements by index."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.indexing import position, whole
from runtime.element.library import library_class
from runtime.element.operators import equal
from stdlib.element.collections.readable_collection import ReadableCollection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.element.collections.array import Array
    from stdlib.element.collections.iterable import Iterable


@onec_type("ЧитаемыйМассив<Т>", "ReadableArray")
class ReadableArray(ReadableCollection):
    """Массив, элементы которого можно читать по индексу, начиная с нуля."""

    __slots__ = ("items", "sorting")
    items: list[Any]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReadableArray):
            return NotImplemented
        return len(self.items) == len(other.items) and all(map(equal, self.items, other.items))

    def __hash__(self) -> int:
        return hash(tuple(self.items))

    def as_text(self) -> str:
        from runtime.element.presentation import operand

        return f"[{', '.join(map(operand, self.items))}]"

    def get_item(self, index: Any) -> Any:
        if index.__class__ is int and index >= 0:
            try:
                return self.items[index]
            except IndexError:
                pass
        return self.items[position(index, len(self.items))]

    def place_of(self, element: Any) -> int:
        """The index of the first equal element, or -1."""
        items, start, is_bool = self.items, 0, element.__class__ is bool
        try:
            while True:
                found = items.index(element, start)
                # For Python a Булево equals a number.
                if (items[found].__class__ is bool) is is_bool:
                    return found
                start = found + 1
        except ValueError:
            return -1

    def holds(self, element: Any) -> bool:
        return self.place_of(element) >= 0

    def bounds(self, start: Any, end: Any) -> tuple[int, int]:
        """A range without its end; ИсключениеНедопустимыйАргумент when it is empty or reversed."""
        first, last = whole(start), len(self.items) if end is None else whole(end)
        if not (0 <= first <= len(self.items) and last <= len(self.items)):
            from runtime.element.exceptions import IndexOutOfBoundsException

            raise IndexOutOfBoundsException(
                f"Диапазон от {first} до {last} вне границ: количество элементов {len(self.items)}"
            )
        if first >= last:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Начало диапазона {first} не меньше его конца {last}")
        return first, last

    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Количество элементов."""
        return len(self.items)

    @method("Граница(): Число", "UpperBound()")
    def upper_bound(self) -> int:
        """Индекс последнего элемента; -1, если массив пуст."""
        return len(self.items) - 1

    @method("Найти(Элемент: Объект?): Число", "Find(Element)")
    def find(self, element: object) -> int:
        """Возвращает индекс первого равного элемента. Уточнение реализации: -1, если его нет."""
        return self.place_of(element)

    @method("НайтиСКонца(Элемент: Объект?): Число", "FindLast(Element)")
    def find_last(self, element: object) -> int:
        """Возвращает индекс последнего равного элемента. Уточнение реализации: -1, если его нет."""
        places = range(len(self.items) - 1, -1, -1)
        return next((index for index in places if equal(self.items[index], element)), -1)

    @method("ПодМассив(От: Число, [До: Число]): Массив<Т>", "SubArray(From, [To])")
    def sub_array(self, start: Number, end: Number | None = None) -> Array:
        """Возвращает новый массив из элементов с индексами от первого до второго, не включая второй."""
        first, last = self.bounds(start, end)
        return library_class("Array").of(self.items[first:last])  # type: ignore[no-any-return]

    @method("Получить(Индекс: Число): Т", "Get(Index)")
    def get(self, index: Number) -> Any:
        """Возвращает элемент по индексу, как Массив[Индекс]."""
        return self.get_item(index)

    @method("СодержитВсе(Обходимое: Обходимое<Объект?>): Булево", "ContainsAll(Iterable)")
    def contains_all(self, others: Iterable) -> bool:
        """Истина, если в массиве есть каждый из элементов; сколько раз он повторяется, не важно."""
        own = self.to_set()
        return all(own.holds(item) for item in others)

    @method("Последний(): Т", "Last()")
    def last(self) -> Any:
        """Возвращает последний элемент; если массив пуст – исключение ИсключениеНедопустимоеСостояние."""
        if not self.items:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Коллекция пуста")
        return self.items[-1]


if TYPE_CHECKING:
    from runtime.element.numbers import Number
