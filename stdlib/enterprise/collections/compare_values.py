"""СравнениеЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from stdlib.enterprise.collections.ordering import sort_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("СравнениеЗначений", "CompareValues", presentation="Сравнение значений")
class CompareValues(OnecObject):
    """Порядок значений при сортировке коллекций."""

    __slots__ = ()

    @constructor("()", "()")
    def __init__(self) -> None:
        pass

    @method("Сравнить(Значение1, Значение2): Число", "Compare(Value1, Value2)")
    def compare(self, one: Any, other: Any) -> int:
        """-1, если первое значение раньше второго, 1, если позже, 0, если они равны."""
        a, b = sort_key(one), sort_key(other)
        return (a > b) - (a < b)
