"""Массив."""

from __future__ import annotations

from math import prod

from runtime.enterprise.access import out_of_range
from runtime.enterprise.convert import to_whole
from runtime.enterprise.declare import constructor, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.direct import direct
from stdlib.enterprise.collections.sameness import index_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Values = list[Any]
else:
    Values = list


_MOST = 100_000_000
"""Elements that one constructor makes: a gigabyte; more would end in the system's own killing."""


@onec_type("Массив", "Array")
class Array(Values):
    """Список значений, пронумерованных от нуля: Массив[0], Массив.Добавить(Значение)."""

    __slots__ = ()

    @constructor("(КоличествоЭлементов...)", "(Count...)")
    def __init__(self, *counts: object) -> None:
        """Новый Массив(2, 3) – массив из двух массивов по три элемента; из фиксированного массива – копия."""
        if not counts:
            return
        first = counts[0]
        if getattr(first.__class__, "__onec_values__", None) is not None and len(counts) == 1:
            self.extend(first.__onec_values__())  # type: ignore[attr-defined]
            return
        sizes = [_count(value, number) for number, value in enumerate(counts, 1)]
        if prod(sizes) > _MOST:
            raise OnecError("Недостаточно памяти", hint=f"Элементов может быть не больше {_MOST:,}".replace(",", " "))
        self._fill(sizes)

    def _fill(self, counts: list[int]) -> None:
        count, *inner = counts
        if not inner:
            self.extend([None] * count)
            return
        for _ in range(count):
            nested = Array()
            nested._fill(inner)
            self.append(nested)

    @classmethod
    def of(cls, values: Iterable[Any]) -> Array:
        """An array of these values."""
        made = cls()
        made.extend(values)
        return made

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]

    @method("Добавить([Значение])", "Add([Value])")
    def add(self, value: Any = None) -> None:
        """Добавляет значение в конец."""
        self.append(value)

    @method("Вставить(Индекс, [Значение])", "Insert(Index, [Value])")
    def insert(self, index: int, value: Any = None) -> None:  # type: ignore[override]
        """Вставляет значение перед элементом с этим индексом."""
        if not 0 <= index <= len(self):
            raise out_of_range(self, index)
        list.insert(self, index, value)

    @method("Количество(): Число", "Count()")
    def count(self) -> int:  # type: ignore[override]
        """Количество элементов."""
        return len(self)

    @method("ВГраница(): Число", "UBound()")
    def u_bound(self) -> int:
        """Наибольший индекс; у пустого массива -1."""
        return len(self) - 1

    @method("Получить(Индекс): Произвольный", "Get(Index)")
    def get(self, index: int) -> Any:
        """Элемент с этим индексом."""
        return self[self._place(index)]

    @method("Установить(Индекс, Значение)", "Set(Index, Value)")
    def set(self, index: int, value: Any) -> None:
        """Заменяет элемент с этим индексом."""
        self[self._place(index)] = value

    @method("Удалить(Индекс)", "Delete(Index)")
    def delete(self, index: int) -> None:
        """Удаляет элемент с этим индексом; следующие сдвигаются."""
        del self[self._place(index)]

    @method("Найти(Значение): Число, Неопределено", "Find(Value)")
    def find(self, value: Any) -> int | None:
        """Индекс первого элемента, равного значению; Неопределено, если такого нет."""
        return index_of(self, value)

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все элементы."""
        list.clear(self)

    def _place(self, index: int) -> int:
        if not 0 <= index < len(self):
            raise out_of_range(self, index)
        return index


direct(
    Array,
    {
        "Добавить": Array.add,
        "Количество": list.__len__,
        "ВГраница": Array.u_bound,
        "Найти": Array.find,
        "Очистить": list.clear,
    },
)


def _count(value: object, number: int) -> int:
    try:
        count = to_whole(value)
    except OnecError:
        raise BadArgument(number, "Несоответствие типов") from None
    if count < 0:
        raise BadArgument(number)
    return count
