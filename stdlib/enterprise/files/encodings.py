"""Encodings of texts: by value of КодировкаТекста or by name; byte order marks."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.files.text_encoding import TextEncoding

UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_LITTLE, _UTF16_BIG = b"\xff\xfe", b"\xfe\xff"
_MARKS = ((UTF8_MARK, "utf-8"), (_UTF16_LITTLE, "utf-16-le"), (_UTF16_BIG, "utf-16-be"))
_UNMARKED = "utf_8"
"""UTF-8 that is written without a mark. To Python it is the same; scripts name CESU-8 for this."""
_KNOWN = {
    "ANSI": "cp1251",
    "OEM": "cp866",
    "UTF16": "utf-16-le",
    "UTF8": "utf-8",
    "System": "utf-8",
    "UTF8NoBOM": _UNMARKED,
}
_NAMES = {name.upper(): codec for name, codec in _KNOWN.items()} | {
    "СИСТЕМНАЯ": "utf-8",
    "CESU-8": _UNMARKED,
    "UTF-8NOBOM": _UNMARKED,
    "UTF-8-NO-BOM": _UNMARKED,
}


def codec(encoding: TextEncoding | str | None) -> str:
    """The name under which Python knows an encoding; UTF-8 when none is given."""
    if encoding is None or encoding == "":
        return "utf-8"
    if not isinstance(encoding, str):
        return _KNOWN[encoding.en]
    name = encoding.strip()
    if name.upper() in _NAMES:
        return _NAMES[name.upper()]
    import codecs

    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError) as error:
        raise OnecError(f"Неизвестная кодировка ({name})") from error
    if not getattr(found, "_is_text_encoding", True):
        raise OnecError(f"Неизвестная кодировка ({name})")
    return {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(found.name, found.name)


def mark(codec_name: str) -> bytes:
    """What a file in this encoding begins with."""
    return {"utf-8": UTF8_MARK, "utf-16-le": _UTF16_LITTLE, "utf-16-be": _UTF16_BIG}.get(codec_name, b"")


def decode(data: bytes, encoding: TextEncoding | str | None) -> str:
    """The text of a file; its byte order mark, if any, decides when no encoding is given."""
    name, start = told(data, encoding)
    return data[start:].decode(name, "replace")


def told(data: bytes, encoding: TextEncoding | str | None) -> tuple[str, int]:
    """The codec of a text that begins so, and how long its mark is."""
    for start, name in _MARKS:
        if data.startswith(start) and (encoding is None or encoding == "" or _is_kin(codec(encoding), name)):
            return name, len(start)
    return codec(encoding), 0


def _is_kin(codec_name: str, marked: str) -> bool:
    """Is a mark of one encoding no text in the other?"""
    return codec_name.replace("_", "-")[:6] == marked[:6]


def encode(text: str, encoding: TextEncoding | str | None, *, with_mark: bool) -> bytes:
    """The bytes of a text; characters that the encoding lacks become question marks."""
    name = codec(encoding)
    return (mark(name) if with_mark else b"") + text.encode(name, "replace")
