"""The header of a letter or of a part of it: fields as bytes, and as text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from stdlib.mail.mime.headers import decode_header

# Possessive: Python would remember every octet of a value as a place to go back to, in a hundred octets each.
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*((?:[^\r\n]++|\r?\n[ \t])*+)\r?\n?", re.MULTILINE)
_MOST_FIELDS = 50_000
"""As for those who read letters (stdlib.mail.mime.structure): a field takes much more than its octets."""
_FOLD = re.compile(rb"\r?\n(?=[ \t])")


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """Fields in their order: names in lower case, values unfolded. Lines that are no fields are left out."""

    fields: tuple[tuple[bytes, bytes], ...]

    def get(self, name: bytes) -> bytes | None:
        """The first value of a field; the name in lower case."""
        return next((value for field, value in self.fields if field == name), None)

    def all(self, name: bytes) -> list[bytes]:
        return [value for field, value in self.fields if field == name]

    def texts(self, name: bytes) -> list[str]:
        """The values of a field, decoded."""
        return [decode_header(value) for value in self.all(name)]

    def text(self, name: bytes) -> str:
        """The first value decoded; an empty string when there is no such field."""
        return decode_header(self.get(name) or b"")


def split_header(raw: bytes, start: int = 0, end: int | None = None) -> HeaderBlock:
    """The fields at the beginning of a letter, up to its empty line."""
    stop = header_end(raw, start, len(raw) if end is None else end)
    found = islice(_FIELD.finditer(raw, start, stop), _MOST_FIELDS)
    return HeaderBlock(tuple((match[1].lower(), _FOLD.sub(b"", match[2]).strip()) for match in found))


def header_end(raw: bytes, start: int, end: int) -> int:
    """Where the body begins: behind the first empty line, at `end` when there is none."""
    if raw.startswith(b"\r\n", start):
        return min(start + 2, end)
    if raw.startswith(b"\n", start):
        return min(start + 1, end)
    crlf = raw.find(b"\r\n\r\n", start, end)
    lf = raw.find(b"\n\n", start, end if crlf < 0 else crlf)
    if lf >= 0:
        return lf + 2
    return crlf + 4 if crlf >= 0 else end
