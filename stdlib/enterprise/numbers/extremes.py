"""Greatest and least."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.operators import greater, less

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("Макс(Значение1, Значения...): Число", "Max(Value1, Values...)")
def maximum(first: Any, *others: Any) -> Any:
    """Наибольшее из значений одного типа: чисел, строк, дат, булевых."""
    for other in others:
        if greater(other, first):
            first = other
    return first


@function("Мин(Значение1, Значения...): Число", "Min(Value1, Values...)")
def minimum(first: Any, *others: Any) -> Any:
    """Наименьшее из значений одного типа: чисел, строк, дат, булевых."""
    for other in others:
        if less(other, first):
            first = other
    return first
