"""Sorting and grouping, lent to Обходимое."""

from __future__ import annotations

from runtime.element.declare import method
from stdlib.element.collections.ordering import sorted_by_keys, sorted_later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from stdlib.element.collections.iterable import Iterable
    from stdlib.element.collections.map import Map

    Order = tuple[tuple[Callable[..., Any], bool], ...]
    """Keys, the most important first; is each descending?"""


class Arranging:
    """`sorting`, where a result has it, is the order that СортироватьПо gave it: ПотомСортироватьПо refines that."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError

    def derived(self, items: Iterator[Any]) -> Iterable:
        """What a transforming method gives back: an array, from a sequence a sequence."""
        raise NotImplementedError

    @method("Сортировать([Сравнение: (Т, Т)->Число]): Обходимое<Т>", "Sort([Comparison])")
    def sort(self, compare: Callable[..., Any] | None = None) -> Iterable:
        """Возвращает элементы по возрастанию или в порядке, который задаёт функция сравнения."""
        return self.derived(sorted_later(iter(self), compare))

    @method("СортироватьПо<К>(Ключ: (Т)->К, ПоУбыванию: Булево = Ложь): Обходимое<Т>", "SortBy(Key, Descending)")
    def sort_by(self, key: Callable[..., Any], descending: bool = False) -> Iterable:
        """Возвращает элементы по возрастанию (убыванию) значений функции. Порядок равных сохраняется."""
        return self._ordered(((key, descending),))

    @method(
        "ПотомСортироватьПо<К>(Ключ: (Т)->К, ПоУбыванию: Булево = Ложь): Обходимое<Т>", "ThenSortBy(Key, Descending)"
    )
    def then_sort_by(self, key: Callable[..., Any], descending: bool = False) -> Iterable:
        """Упорядочивает те элементы результата СортироватьПо, у которых значения прежних функций равны.

        Если коллекция получена не от СортироватьПо – исключение ИсключениеНедопустимоеСостояние.
        """
        before: Order | None = getattr(self, "sorting", None)
        if before is None:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("ПотомСортироватьПо вызывают у результата СортироватьПо")
        return self._ordered((*before, (key, descending)))

    def _ordered(self, order: Order) -> Iterable:
        result = self.derived(sorted_by_keys(iter(self), order))
        result.sorting = order  # type: ignore[misc] # the slot is that of arrays and sequences
        return result

    @method("ГруппироватьПо<К>(Ключ: (Т)->К): Соответствие<К, Массив<Т>>", "GroupBy(Key)")
    @method("ГруппироватьПо<К, З>(Ключ: (Т)->К, Значение: (Т)->З): Соответствие<К, Массив<З>>", "GroupBy(Key, Value)")
    @method(
        "ГруппироватьПо<К, З, Р>(Ключ: (Т)->К, [Значение: (Т)->З], [Свертка: (Массив<З>)->Р]): Соответствие<К, Р>",
        "GroupBy(Key, [Value], [Collector])",
    )
    def group_by(
        self,
        key: Callable[..., Any],
        value: Callable[..., Any] | None = None,
        collector: Callable[..., Any] | None = None,
    ) -> Map:
        """Собирает элементы (или значения второй функции) в массивы по значению первой функции.

        Третья функция, если она есть, получает каждый из этих массивов, и в соответствии стоят её значения (её смысл
        не подтверждён).
        """
        from stdlib.element.collections.array import Array
        from stdlib.element.collections.keys import to_key
        from stdlib.element.collections.map import Map

        groups: dict[Any, list[Any]] = {}
        for item in self:
            place = key(item)
            if place.__class__ is bool:
                place = to_key(place)
            try:
                group = groups[place]
            except KeyError:
                group = groups[place] = []
            group.append(value(item) if value else item)
        made = Map()
        for place, items in groups.items():
            array = Array.of(items)
            made.entries[place] = collector(array) if collector else array
        return made
