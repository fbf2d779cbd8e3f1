"""Соответствие."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.collections.keys import to_key
from stdlib.element.collections.mutable_map import MutableMap
from stdlib.element.collections.readable_map import ReadableMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("Соответствие<К, З>", "Map")
class Map(MutableMap):
    """Соответствие значений ключам, в порядке добавления ключей."""

    __slots__ = ()

    @constructor("([Соответствие: ЧитаемоеСоответствие<К, З>])", "([Map])")
    def __init__(self, other: ReadableMap | None = None) -> None:
        """Создаёт пустое соответствие или копию другого."""
        self.entries = dict(other.entries) if other is not None else {}

    @classmethod
    def of(cls, pairs: Any) -> Map:
        """The map of these (key, value) pairs; a literal `{k: v}`."""
        made = cls.__new__(cls)
        made.entries = {to_key(key) if key.__class__ is bool else key: value for key, value in pairs}
        return made

    @classmethod
    def over(cls, entries: dict[Any, Any]) -> Map:
        """The map over this very dictionary, whose keys `to_key` has looked at."""
        made = cls.__new__(cls)
        made.entries = entries
        return made

    def set_item(self, key: Any, value: Any) -> None:
        self.entries[to_key(key) if key.__class__ is bool else key] = value

    @method("Вставить(Ключ: К, Значение: З)", "Insert(Key, Value)")
    def insert(self, key: object, value: object) -> None:
        """Задаёт значение ключа, как Соответствие[Ключ] = Значение."""
        self.entries[to_key(key)] = value

    @method("ВставитьВсе(Соответствие: ЧитаемоеСоответствие<К, З>)", "InsertAll(Map)")
    def insert_all(self, other: ReadableMap) -> None:
        """Задаёт значения всех ключей другого соответствия."""
        self.entries.update(other.entries)

    @method("ВставитьЕслиОтсутствует(Ключ: К, Значение: З): Булево", "InsertIfAbsent(Key, Value)")
    def insert_if_absent(self, key: object, value: object) -> bool:
        """Задаёт значение, если ключа нет. Уточнение реализации: возвращает Истина, если ключ добавлен."""
        size = len(self.entries)
        self.entries.setdefault(to_key(key), value)
        return len(self.entries) != size
