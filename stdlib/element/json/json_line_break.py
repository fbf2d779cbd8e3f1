"""ПереносСтрокJson."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("ПереносСтрокJson", "JsonLineBreak")
class JsonLineBreak(ElementEnum):
    """Чем кончаются строки текста JSON."""

    __slots__ = ()

    NONE: Any = item("Отсутствует", "Absent")
    UNIX: Any = item("Unix", "LF")
    WINDOWS: Any = item("Windows", "CRLF")
