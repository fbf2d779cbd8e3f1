"""Перечисление ПробельныеСимволыXML."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ПробельныеСимволыXML", "XMLSpace")
class XMLSpace(EnumValue):
    """Что делать с пробельными символами между элементами (атрибут xml:space)."""

    __slots__ = ()
    default = item("ПоУмолчанию", "Default")
    preserve = item("Сохранять", "Preserve")
