"""КлючИЗначение."""

from __future__ import annotations

from runtime.enterprise.declare import getter, onec_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("КлючИЗначение", "KeyAndValue", presentation="Ключ и значение")
class KeyAndValue:
    """Элемент структуры или соответствия при обходе: Для Каждого КлючИЗначение Из Структура Цикл."""

    __slots__ = ("_key", "_value")

    def __init__(self, key: Any, value: Any) -> None:
        self._key, self._value = key, value

    @getter("Ключ", "Key", "Произвольный")
    def key(self) -> Any:
        """Ключ элемента."""
        return self._key

    @getter("Значение", "Value", "Произвольный")
    def value(self) -> Any:
        """Значение элемента."""
        return self._value
