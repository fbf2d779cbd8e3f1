"""РежимОткрытияКаталогаImap."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("РежимОткрытияКаталогаImap", "ImapDirectoryOpenMode")
class ImapDirectoryOpenMode(ElementEnum):
    """Для чего открывают каталог. Уточнение реализации: Чтение."""

    __slots__ = ()

    READ: Any = item("Чтение", "Read")
    READ_WRITE: Any = item("ЧтениеИЗапись", "ReadWrite")
