"""ИзменяемоеСоответствие."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.operators import equal
from stdlib.element.collections.keys import to_key
from stdlib.element.collections.readable_map import ReadableMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MISSING: Any = object()


@onec_type("ИзменяемоеСоответствие<К, З>", "MutableMap")
class MutableMap(ReadableMap):
    """Соответствие, из которого можно удалять ключи."""

    __slots__ = ()

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все ключи."""
        self.entries.clear()

    @method("Удалить(Ключ: К): З?", "Remove(Key)")
    @method("Удалить(Ключ: К, Значение: З): Булево", "Remove(Key, Value)")
    @method("Удалить(Ключ: К, [Значение: З]): Объект?", "Remove(Key, [Value])")
    def remove(self, key: object, value: object = _MISSING) -> Any:
        """Удаляет ключ и возвращает его значение или Неопределено.

        Со вторым параметром удаляет ключ только с этим значением и возвращает Булево: изменилось ли соответствие.
        """
        key = to_key(key)
        if value is _MISSING:
            return self.entries.pop(key, None)
        found = key in self.entries and equal(self.entries[key], value)
        if found:
            del self.entries[key]
        return found
