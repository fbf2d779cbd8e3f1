"""Sections of a letter: what stands between the brackets of BODY[...] (RFC 3501, 6.4.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.imap.failures import BadCommand
from sandbox.imap.mime_part import MimePart

_SECTION = re.compile(
    r"(?P<path>\d{1,4}(?:\.\d{1,4})*)?"
    r"(?:(?(path)\.)(?P<what>HEADER\.FIELDS\.NOT|HEADER\.FIELDS|HEADER|TEXT|MIME))?(?: *\((?P<fields>[^()]*)\))?"
)
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:(?:[^\r\n]++|\r?\n[ \t])*+\r?\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part by its number, and what of it is wanted; empty: the whole letter."""

    path: tuple[int, ...]
    what: str
    fields: frozenset[bytes]

    def of(self, letter: MimePart) -> bytes:
        """The bytes; empty when the letter has no such part."""
        if not self.path and not self.what:
            return letter.raw
        part = letter.find(self.path)
        if part is None:
            return b""
        if self.what == "MIME":
            return part.raw[part.start : part.body]
        if self.path and self.what:
            # HEADER and TEXT of a numbered part are those of the letter inside it.
            if part.message is None:
                return b""
            part = part.message
        if self.what == "HEADER":
            return part.raw[part.start : part.body]
        if self.what.startswith("HEADER.FIELDS"):
            return self._chosen_fields(part)
        return part.raw[part.body : part.end]

    def _chosen_fields(self, part: MimePart) -> bytes:
        wanted = self.what == "HEADER.FIELDS"
        found = _FIELD.finditer(part.raw, part.start, part.body)
        return b"".join(match[0] for match in found if (match[1].lower() in self.fields) == wanted) + b"\r\n"


def parse_section(text: bytes) -> Section:
    """Raises BadCommand when there is no such section."""
    match = _SECTION.fullmatch(text.decode("ascii", "replace").upper())
    if match is None:
        raise BadCommand("no such section")
    path = tuple(int(number) for number in match["path"].split(".")) if match["path"] else ()
    what = match["what"] or ""
    wants_fields = what.startswith("HEADER.FIELDS")
    if wants_fields != (match["fields"] is not None) or 0 in path or (what == "MIME" and not path):
        raise BadCommand("no such section")
    names = (match["fields"] or "").split()
    return Section(path, what, frozenset(name.strip('"').lower().encode() for name in names))
