"""Перечисление ТипУзлаDOM."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипУзлаDOM", "DOMNodeType")
class DOMNodeType(EnumValue):
    """Что за узел: УзелDOM.ТипУзла."""

    __slots__ = ()
    element = item("Элемент", "Element")
    attribute = item("Атрибут", "Attribute")
    text = item("Текст", "Text")
    cdata_section = item("СекцияCDATA", "CDATASection")
    entity_reference = item("СсылкаНаСущность", "EntityReference")
    entity = item("Сущность", "Entity")
    processing_instruction = item("ИнструкцияОбработки", "ProcessingInstruction")
    comment = item("Комментарий", "Comment")
    document = item("Документ", "Document")
    document_type = item("ОпределениеТипаДокумента", "DocumentType")
    document_fragment = item("ФрагментДокумента", "DocumentFragment")
    notation = item("Нотация", "Notation")
    xpath_namespace = item("ПространствоИменXPath", "XPathNamespace")
