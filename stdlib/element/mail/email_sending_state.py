"""СостояниеОтправкиПисьма."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("СостояниеОтправкиПисьма", "EmailSendingState")
class EmailSendingState(ElementEnum):
    """Что стало с отправленным письмом (уточнение реализации)."""

    __slots__ = ()

    SENT: Any = item("Отправлено", "Sent")
    PARTLY_SENT: Any = item("ОтправленоЧастично", "PartlySent")
    NOT_SENT: Any = item("НеОтправлено", "NotSent")
