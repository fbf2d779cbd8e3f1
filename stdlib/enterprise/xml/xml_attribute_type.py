"""Перечисление ТипАтрибутаXML."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипАтрибутаXML", "XMLAttributeType")
class XMLAttributeType(EnumValue):
    """Тип атрибута по объявлению в определении типа документа; без объявления CDATA."""

    __slots__ = ()
    cdata = item("CDATA", "CDATA")
    entities = item("ENTITIES", "ENTITIES")
    entity = item("ENTITY", "ENTITY")
    id = item("ID", "ID")
    idref = item("IDREF", "IDREF")
    idrefs = item("IDREFS", "IDREFS")
    nmtoken = item("NMTOKEN", "NMTOKEN")
    nmtokens = item("NMTOKENS", "NMTOKENS")
    notation = item("NOTATION", "NOTATION")
    enumeration = item("Перечисление", "Enumeration")
