"""Encodings of texts: by value of КодировкаТекста or by name; byte order marks."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.files.text_encoding import TextEncoding

UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_LITTLE, _UTF16_BIG = b"\xff\xfe", b"\xfe\xff"
_KNOWN = {"ANSI": "cp1251", "OEM": "cp866", "UTF16": "utf-16-le", "UTF8": "utf-8", "System": "utf-8"}


def codec(encoding: TextEncoding | str | None) -> str:
    """The name under which Python knows an encoding; UTF-8 when none is given."""
    if encoding is None or encoding == "":
        return "utf-8"
    if not isinstance(encoding, str):
        return _KNOWN[encoding.en]
    name = encoding.strip()
    if name.upper() in _KNOWN:
        return _KNOWN[name.upper()]
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
    for start, name in ((UTF8_MARK, "utf-8"), (_UTF16_LITTLE, "utf-16-le"), (_UTF16_BIG, "utf-16-be")):
        if data.startswith(start) and (encoding is None or encoding == "" or codec(encoding)[:6] == name[:6]):
            return data[len(start) :].decode(name, "replace")
    return data.decode(codec(encoding), "replace")


def encode(text: str, encoding: TextEncoding | str | None, *, with_mark: bool) -> bytes:
    """The bytes of a text; characters that the encoding lacks become question marks."""
    name = codec(encoding)
    return (mark(name) if with_mark else b"") + text.encode(name, "replace")
