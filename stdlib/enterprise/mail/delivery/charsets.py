"""Кодировка of a letter and its parts: a name of the MIME world, or the name of a value of КодировкаТекста."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.mail.mime.charsets import charset_name

_TEXT_ENCODINGS = {
    "ansi": "windows-1251",
    "oem": "cp866",
    "utf8": "utf-8",
    "utf16": "utf-16",
    "системная": "utf-8",
    "system": "utf-8",
}


def charset_of(encoding: str) -> str:
    """The name as MIME knows it."""
    return _TEXT_ENCODINGS.get(encoding.strip().lower(), encoding)


def codec_of(encoding: str) -> str:
    """Python's name; OnecError for an encoding that is not known."""
    found = charset_name(charset_of(encoding))
    if found is None:
        raise OnecError(f"Неизвестная кодировка ({encoding})")
    return found
