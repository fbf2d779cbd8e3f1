"""Перечисление ПозицияВДокументеDOM."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ПозицияВДокументеDOM", "DOMDocumentPosition")
class DOMDocumentPosition(EnumValue):
    """Где другой узел стоит относительно этого: СравнитьПозициюВДокументе."""

    __slots__ = ()
    disconnected = item("Отсоединен", "Disconnected")
    preceding = item("Предшествует", "Preceding")
    following = item("Следует", "Following")
    contains = item("Содержит", "Contains")
    contained_by = item("СодержитсяВ", "ContainedBy")
    implementation_specific = item("ОпределяетсяРеализацией", "ImplementationSpecific")
