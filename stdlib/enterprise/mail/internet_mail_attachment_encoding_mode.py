"""Перечисление СпособКодированияИнтернетПочтовогоВложения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("СпособКодированияИнтернетПочтовогоВложения", "InternetMailAttachmentEncodingMode")
class InternetMailAttachmentEncodingMode(EnumValue):
    """Способ кодирования вложения."""

    __slots__ = ()
    mime = item("MIME", "MIME")
    uuencode = item("UUEncode", "UUEncode")
