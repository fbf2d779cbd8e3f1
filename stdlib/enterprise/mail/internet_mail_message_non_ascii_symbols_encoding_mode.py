"""Перечисление СпособКодированияНеASCIIСимволовИнтернетПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration(
    "СпособКодированияНеASCIIСимволовИнтернетПочтовогоСообщения", "InternetMailMessageNonASCIISymbolsEncodingMode"
)
class InternetMailMessageNonASCIISymbolsEncodingMode(EnumValue):
    """Как в заголовках письма пишутся символы вне ASCII."""

    __slots__ = ()
    mime = item("MIME", "MIME")
    quoted_printable = item("QuotedPrintable", "QuotedPrintable")
    none = item("БезКодирования", "None")
