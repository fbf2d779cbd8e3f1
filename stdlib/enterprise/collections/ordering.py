"""How values of mixed types are sorted: Неопределено, Null, Булево, Число, Строка, Дата, Тип, objects by their text."""

from __future__ import annotations

from runtime.enterprise.collation import key as collate
from runtime.enterprise.date import Date
from runtime.enterprise.null import Null
from runtime.enterprise.presentation import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def sort_key(value: Any) -> tuple[int, Any]:
    """What to compare instead of the value."""
    kind = value.__class__
    if kind is str:
        return 4, collate(value)
    if kind is int or kind.__name__ == "Decimal":
        return 3, value
    if kind is Date:
        return 5, value.seconds
    if kind is bool:
        return 2, value
    if value is None:
        return 0, 0
    if kind is Null:
        return 1, 0
    return 6, collate(text_of(value))
