"""ИзменяемыйМассив: an array whose elements can be replaced and removed."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.indexing import boundary, position
from runtime.element.operators import equal
from stdlib.element.collections.mutable_collection import MutableCollection
from stdlib.element.collections.readable_array import ReadableArray

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.element.numbers import Number
    from stdlib.element.type import Type


@onec_type("ИзменяемыйМассив<Т>", "MutableArray")
class MutableArray(ReadableArray, MutableCollection):
    """Массив, элементы которого можно заменять и удалять."""

    __slots__ = ()

    def set_item(self, index: Any, element: Any) -> None:
        self.items[position(index, len(self.items))] = element

    def keep(self, wanted: Callable[[Any], bool]) -> bool:
        size = len(self.items)
        self.items[:] = [item for item in self.items if wanted(item)]
        return len(self.items) != size

    @method("Установить(Индекс: Число, Элемент: Т)", "Set(Index, Element)")
    def set_at(self, index: Number, element: object) -> None:
        """Заменяет элемент по индексу, как Массив[Индекс] = Элемент."""
        self.set_item(index, element)

    @method("Перевернуть(От: Число = 0, [До: Число])", "Reverse(From, [To])")
    @method("Развернуть(От: Число = 0, [До: Число])", "Turn(From, [To])")
    def reverse(self, start: Number = 0, end: Number | None = None) -> None:
        """Меняет порядок элементов на обратный: всех или в диапазоне, не включая его конец."""
        if not self.items:
            return
        first, last = self.bounds(start, end)
        self.items[first:last] = self.items[first:last][::-1]

    @method("Удалить(Элемент: Т, ТолькоПервый: Булево = Истина): Булево", "Remove(Element, OnlyFirst)")
    def remove(self, element: object, only_first: bool = True) -> bool:
        """Удаляет первый или каждый равный элемент. Возвращает Истина, если массив изменился."""
        if not only_first:
            return self.keep(lambda item: not equal(item, element))
        index = self.place_of(element)
        if index >= 0:
            del self.items[index]
        return index >= 0

    @method("УдалитьДиапазон(От: Число, [До: Число])", "RemoveRange(From, [To])")
    def remove_range(self, start: Number, end: Number | None = None) -> None:
        """Удаляет элементы с индексами от первого до второго, не включая второй."""
        first, last = self.bounds(start, end)
        del self.items[first:last]

    @method("УдалитьПоИндексу(Индекс: Число): Т", "RemoveByIndex(Index)")
    def remove_by_index(self, index: Number) -> Any:
        """Удаляет элемент по индексу и возвращает его."""
        return self.items.pop(position(index, len(self.items)))

    @method("ДобавитьНовый([ТипЭлемента: Тип<Т>]): Т", "AddNew([ElementType])")
    def add_new(self, type_argument: Type | None = None) -> Any:
        """Добавляет значение по умолчанию типа элементов и возвращает его.

        Уточнение реализации: без параметра берётся тип элементов массива, а где он не объявлен – последнего элемента.
        """
        return self._put_new(len(self.items), type_argument)

    @method("ВставитьНовый(Индекс: Число, [ТипЭлемента: Тип<Т>]): Т", "InsertNew(Index, [ElementType])")
    def insert_new(self, index: Number, type_argument: Type | None = None) -> Any:
        """Вставляет значение по умолчанию типа элементов перед элементом с этим индексом и возвращает его.

        Уточнение реализации: без второго параметра берётся тип элементов массива, а где он не объявлен – последнего
        элемента.
        """
        return self._put_new(boundary(index, len(self.items)), type_argument)

    def _put_new(self, index: int, type_: Type | None) -> Any:
        from stdlib.element.collections.new_elements import new_element

        made = new_element(type_, self.items)
        self.items.insert(index, made)
        return made
