"""РежимЗаписиТипаJson."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("РежимЗаписиТипаJson", "JsonTypeWritingMode")
class JsonTypeWritingMode(ElementEnum):
    """Пишется ли тип структуры (свойством @type; его имя не подтверждено)."""

    __slots__ = ()

    NEVER: Any = item("НеЗаписывать", "DoNotWrite")
    ALWAYS: Any = item("ЗаписыватьВсегда", "WriteAlways")
    AMBIGUOUS: Any = item("ЗаписыватьПриНеоднозначности", "WriteIfAmbiguous")
