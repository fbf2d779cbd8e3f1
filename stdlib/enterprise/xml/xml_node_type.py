"""Перечисление ТипУзлаXML."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипУзлаXML", "XMLNodeType")
class XMLNodeType(EnumValue):
    """Что за узел прочитан: ЧтениеXML.ТипУзла."""

    __slots__ = ()
    none = item("Ничего", "None")
    attribute = item("Атрибут", "Attribute")
    processing_instruction = item("ИнструкцияОбработки", "ProcessingInstruction")
    comment = item("Комментарий", "Comment")
    end_entity = item("КонецСущности", "EndEntity")
    end_element = item("КонецЭлемента", "EndElement")
    start_element = item("НачалоЭлемента", "StartElement")
    notation = item("Нотация", "Notation")
    xml_declaration = item("ОбъявлениеXML", "XMLDeclaration")
    document_type_definition = item("ОпределениеТипаДокумента", "DocumentTypeDefinition")
    whitespace = item("ПробельныеСимволы", "Whitespace")
    cdata_section = item("СекцияCDATA", "CDATASection")
    entity_reference = item("СсылкаНаСущность", "EntityReference")
    entity = item("Сущность", "Entity")
    text = item("Текст", "Text")
