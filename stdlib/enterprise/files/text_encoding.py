"""Перечисление КодировкаТекста."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("КодировкаТекста", "TextEncoding", presentation="Кодировка текста")
class TextEncoding(EnumValue):
    """Как символы текста записаны байтами. UTF8NoBOM – дополнение OneScript: UTF-8 без метки порядка байтов."""

    __slots__ = ()
    ansi = item("ANSI", "ANSI")
    oem = item("OEM", "OEM")
    utf16 = item("UTF16", "UTF16")
    utf8 = item("UTF8", "UTF8")
    system = item("Системная", "System")
    utf8_no_bom = item("UTF8NoBOM", "UTF8NoBOM")
