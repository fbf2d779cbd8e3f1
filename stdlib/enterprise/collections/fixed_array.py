"""ФиксированныйМассив."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from stdlib.enterprise.collections.sameness import index_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.collections.array import Array


@onec_type("ФиксированныйМассив", "FixedArray", presentation="Фиксированный массив")
class FixedArray(OnecObject):
    """Массив, который нельзя изменить."""

    __slots__ = ("_values",)

    @constructor("(Массив)", "(Array)")
    def __init__(self, array: Array) -> None:
        self._values = tuple(array)

    def __onec_values__(self) -> tuple[Any, ...]:
        return self._values

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __getitem__(self, key: Any) -> Any:
        index = position(key)
        if not 0 <= index < len(self._values):
            raise out_of_range(self, index)
        return self._values[index]

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество элементов."""
        return len(self._values)

    @method("ВГраница(): Число", "UBound()")
    def u_bound(self) -> int:
        """Наибольший индекс; у пустого массива -1."""
        return len(self._values) - 1

    @method("Получить(Индекс): Произвольный", "Get(Index)")
    def get(self, index: int) -> Any:
        """Элемент с этим индексом."""
        return self[index]

    @method("Найти(Значение): Число, Неопределено", "Find(Value)")
    def find(self, value: Any) -> int | None:
        """Индекс первого элемента, равного значению; Неопределено, если такого нет."""
        return index_of(self._values, value)
