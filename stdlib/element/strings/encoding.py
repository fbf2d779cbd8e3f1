"""Кодировка."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum


@enumeration("Кодировка", "Encoding")
class Encoding(ElementEnum):
    """Кодировка текста."""

    __slots__ = ()

    UTF8 = item("Utf8", "UTF8")
    UTF16 = item("Utf16", "UTF16")
    UTF16_LE = item("Utf16Le", "UTF16LE")
    UTF16_BE = item("Utf16Be", "UTF16BE")
    UTF32 = item("Utf32", "UTF32")
    ASCII = item("Ascii", "ASCII")
    WINDOWS_1251 = item("Windows1251", "Cp1251")
    KOI8_R = item("Koi8R", "KOI8R")
    CP866 = item("Cp866", "IBM866")

    @classmethod
    def all_values(cls) -> list[Encoding]:
        members = cls.__onec__.members.values()
        return [member.target for member in members if member.kind == "value"]


_CODECS = {"Windows1251": "cp1251", "Koi8R": "koi8-r", "Utf8": "utf-8", "Utf16": "utf-16", "Utf16Le": "utf-16-le",
           "Utf16Be": "utf-16-be", "Utf32": "utf-32"}  # fmt: skip


_NOTATIONS = ("idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")


def codec(encoding: Encoding | str) -> str:
    """Python's name of an encoding; ИсключениеНедопустимыйАргумент for one that nobody knows."""
    name = encoding if isinstance(encoding, str) else _CODECS.get(encoding.ru, encoding.ru)
    import codecs

    try:
        found = codecs.lookup(name)
        # Codecs like rot13 or zip turn no text into bytes, others are no way to write any text.
        if found._is_text_encoding and found.name not in _NOTATIONS:
            return found.name
        raise LookupError(name)
    except (LookupError, ValueError):
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Неизвестная кодировка: {name}") from None


def decode(data: bytes, encoding: Encoding | str) -> str:
    """Text of bytes; what cannot be decoded becomes U+FFFD, a byte order mark is dropped."""
    return data.decode(codec(encoding), "replace").removeprefix("\ufeff")


def encode(text: str, encoding: Encoding | str, *, first: bool = True) -> bytes:
    """Bytes of text; what the encoding has not becomes a question mark. A byte order mark stands at the start only."""
    name = codec(encoding)
    if not first and name in ("utf-16", "utf-32"):
        from sys import byteorder

        name += "-le" if byteorder == "little" else "-be"
    return text.encode(name, "replace")
