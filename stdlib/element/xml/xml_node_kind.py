"""ВидУзлаXml."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("ВидУзлаXml", "XmlNodeKind")
class XmlNodeKind(ElementEnum):
    """Что стоит в документе XML (имена не подтверждены)."""

    __slots__ = ()

    START: Any = item("НачалоЭлемента", "ElementStart")
    END: Any = item("КонецЭлемента", "ElementEnd")
    TEXT: Any = item("Текст", "Text")
    CDATA: Any = item("СекцияCData", "CData")
    COMMENT: Any = item("Комментарий", "Comment")
    INSTRUCTION: Any = item("ИнструкцияОбработки", "ProcessingInstruction")
