"""Перечисление СпособКодированияСтроки."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("СпособКодированияСтроки", "StringEncodingMethod", presentation="Способ кодирования строки")
class StringEncodingMethod(EnumValue):
    """Что кодирует КодироватьСтроку(): часть адреса или адрес целиком."""

    __slots__ = ()
    url_encoding = item("КодировкаURL", "URLEncoding")
    url_in_url_encoding = item("URLВКодировкеURL", "URLInURLEncoding")
