"""ФорматМоментаJson."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("ФорматМоментаJson", "JsonInstantFormat")
class JsonInstantFormat(ElementEnum):
    """Как пишется Момент: строкой ISO 8601, числом миллисекунд JavaScript, строкой /Date(…)/."""

    __slots__ = ()

    ISO: Any = item("Iso", "ISO")
    JAVA_SCRIPT: Any = item("JavaScript", "JS")
    MICROSOFT: Any = item("Microsoft", "MS")
