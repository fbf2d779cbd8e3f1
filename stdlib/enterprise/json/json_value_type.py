"""Перечисление ТипЗначенияJSON."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипЗначенияJSON", "JSONValueType", presentation="Тип значения JSON")
class JSONValueType(EnumValue):
    """Что прочитано из текста JSON."""

    __slots__ = ()
    null = item("Null", "Null")
    boolean = item("Булево", "Boolean")
    property_name = item("ИмяСвойства", "PropertyName")
    comment = item("Комментарий", "Comment")
    array_end = item("КонецМассива", "ArrayEnd")
    object_end = item("КонецОбъекта", "ObjectEnd")
    array_start = item("НачалоМассива", "ArrayStart")
    object_start = item("НачалоОбъекта", "ObjectStart")
    none = item("Ничего", "None")
    string = item("Строка", "String")
    number = item("Число", "Number")
