"""Перечисление ТипПроверкиXML."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипПроверкиXML", "XMLValidationType")
class XMLValidationType(EnumValue):
    """Проверяется ли документ при чтении."""

    __slots__ = ()
    no_validate = item("НетПроверки", "NoValidate")
    document_type_definition = item("ОпределениеТипаДокумента", "DocumentTypeDefinition")
    xml_schema = item("СхемаXML", "XMLSchema")
