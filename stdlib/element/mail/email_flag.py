"""ФлагПисьма."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


@enumeration("ФлагПисьма", "EmailFlag")
class EmailFlag(ElementEnum):
    """Отметка на письме в ящике. Уточнение реализации: все, кроме Помеченное."""

    __slots__ = ()

    FLAGGED: Any = item("Помеченное", "Flagged")
    SEEN: Any = item("Прочитанное", "Seen")
    ANSWERED: Any = item("Отвеченное", "Answered")
    DELETED: Any = item("Удаленное", "Deleted")
    DRAFT: Any = item("Черновик", "Draft")
    RECENT: Any = item("Новое", "Recent")


_WIRE = ("\\Flagged", "\\Seen", "\\Answered", "\\Deleted", "\\Draft", "\\Recent")


def to_wire(flag: EmailFlag) -> str:
    return _WIRE[flag.index]


def from_wire(flags: Iterable[str]) -> list[EmailFlag]:
    """Those of the server's flags that the language has."""
    known: tuple[EmailFlag, ...] = (
        EmailFlag.FLAGGED, EmailFlag.SEEN, EmailFlag.ANSWERED, EmailFlag.DELETED, EmailFlag.DRAFT, EmailFlag.RECENT,
    )  # fmt: skip
    names = {name.lower() for name in flags}
    return [flag for flag in known if _WIRE[flag.index].lower() in names]
