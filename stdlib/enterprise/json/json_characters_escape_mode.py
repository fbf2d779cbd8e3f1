"""Перечисление ЭкранированиеСимволовJSON."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ЭкранированиеСимволовJSON", "JSONCharactersEscapeMode", presentation="Экранирование символов JSON")
class JSONCharactersEscapeMode(EnumValue):
    """Какие символы записаны кодами \\uXXXX, кроме управляющих."""

    __slots__ = ()
    none = item("Нет", "None")
    not_ascii_symbols = item("СимволыВнеASCII", "NotASCIISymbols")
    symbols_not_in_bmp = item("СимволыВнеBMP", "SymbolsNotInBMP")
