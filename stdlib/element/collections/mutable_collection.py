"""ИзменяемаяКоллекция: a collection that gives elements up."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.readable_collection import ReadableCollection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


@onec_type("ИзменяемаяКоллекция<Т>", "MutableCollection")
class MutableCollection(ReadableCollection):
    """Коллекция, из которой можно удалять элементы."""

    __slots__ = ()

    def keep(self, wanted: Callable[[Any], bool]) -> bool:
        """Leave only these elements; were there others?"""
        raise NotImplementedError

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все элементы."""
        self.keep(lambda item: False)

    @method("УдалитьВсе(Обходимое: Обходимое<Т>): Булево", "RemoveAll(Iterable)")
    def remove_all(self, others: Iterable) -> bool:
        """Удаляет все элементы, которые есть среди указанных. Возвращает Истина, если коллекция изменилась."""
        unwanted = others.to_set()
        return self.keep(lambda item: not unwanted.holds(item))

    @method("УдалитьКроме(Обходимое: Обходимое<Т>): Булево", "RetainAll(Iterable)")
    def retain_all(self, others: Iterable) -> bool:
        """Оставляет только элементы, которые есть среди указанных. Возвращает Истина, если коллекция изменилась."""
        wanted = others.to_set()
        return self.keep(wanted.holds)
