"""ВажностьПисьма."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("ВажностьПисьма", "EmailImportance")
class EmailImportance(ElementEnum):
    """Важность письма. Уточнение реализации: Обычная и Низкая."""

    __slots__ = ()

    HIGH: Any = item("Высокая", "High")
    NORMAL: Any = item("Обычная", "Normal")
    LOW: Any = item("Низкая", "Low")


EmailImportance.default = EmailImportance.NORMAL


def of_priority(priority: int) -> EmailImportance:
    """Of the number in X-Priority, 1..5."""
    importance: EmailImportance = (
        EmailImportance.HIGH if priority < 3 else EmailImportance.LOW if priority > 3 else EmailImportance.NORMAL
    )
    return importance


def to_priority(importance: EmailImportance) -> int:
    return (1, 3, 5)[importance.index]
