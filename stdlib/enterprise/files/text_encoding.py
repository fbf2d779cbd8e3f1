"""Перечисление КодировкаТекста."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("КодировкаТекста", "TextEncoding", presentation="Кодировка текста")
class TextEncoding(EnumValue):
    """Как символы текста записаны байтами."""

    __slots__ = ()
    ansi = item("ANSI", "ANSI")
    oem = item("OEM", "OEM")
    utf16 = item("UTF16", "UTF16")
    utf8 = item("UTF8", "UTF8")
    system = item("Системная", "System")
