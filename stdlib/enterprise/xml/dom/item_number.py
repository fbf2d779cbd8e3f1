"""Numbers of items in the collections of nodes."""

from __future__ import annotations

from runtime.enterprise.access import position
from runtime.errors import OnecError


def item_number(index: object, count: int) -> int:
    """The index as a number from 0; OnecError when no item has it."""
    number = index if isinstance(index, int) and index.__class__ is int else position(index)
    if not 0 <= number < count:
        raise OnecError(
            "Индекс находится за границами коллекции", hint=f"Узлов: {count}, индексы считаются с 0" if count else ""
        )
    return number
