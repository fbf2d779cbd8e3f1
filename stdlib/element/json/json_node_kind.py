"""ВидУзлаJson."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("ВидУзлаJson", "JsonNodeKind")
class JsonNodeKind(ElementEnum):
    """Что стоит в тексте JSON."""

    __slots__ = ()

    NULL: Any = item("Null", "Null")
    BOOLEAN: Any = item("Булево", "Boolean")
    STRING: Any = item("Строка", "String")
    NUMBER: Any = item("Число", "Number")
    PROPERTY_NAME: Any = item("ИмяСвойства", "PropertyName")
    COMMENT: Any = item("Комментарий", "Comment")
    ARRAY_START: Any = item("НачалоМассива", "ArrayStart")
    ARRAY_END: Any = item("КонецМассива", "ArrayEnd")
    OBJECT_START: Any = item("НачалоОбъекта", "ObjectStart")
    OBJECT_END: Any = item("КонецОбъекта", "ObjectEnd")
