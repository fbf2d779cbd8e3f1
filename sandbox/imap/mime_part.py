"""The MIME tree of a letter by offsets: sections of it are given out byte for byte."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sandbox.header_block import HeaderBlock, header_end, split_header
from stdlib.mail.mime.charsets import decode_text
from stdlib.mail.mime.headers import base64_bytes, decode_header

_DEEPEST = 30
_MOST_PARTS = 5_000
"""Of a letter, as for those who read letters (stdlib.mail.mime.structure): each takes much more than its octets."""
_TYPE = re.compile(rb"\s*([^\s/;]+)\s*/\s*([^\s/;]+)")
_PARAMETER = re.compile(rb';\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]++|\\.)*+)"|([^\s;]*))')
_ESCAPE = re.compile(rb"\\(.)")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_PLAIN = (b"text", b"plain")
_RFC822 = (b"message", b"rfc822")

Parameters = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class MimePart:
    """A part, or the whole letter: the header from `start` to `body`, the body from there to `end`."""

    raw: bytes = field(repr=False)
    start: int
    body: int
    end: int
    header: HeaderBlock
    type: bytes
    """In lower case, like `subtype`."""
    subtype: bytes
    parameters: Parameters
    """As written: RFC 2231 pieces are the client's affair."""
    children: tuple[MimePart, ...]
    message: MimePart | None
    """The letter inside a message/rfc822."""

    def parameter(self, name: bytes) -> bytes | None:
        return next((value for key, value in self.parameters if key == name), None)

    def find(self, path: tuple[int, ...]) -> MimePart | None:
        """The part with such a number (`2.1` is (2, 1)), None when there is no such part.

        A letter that is no multipart has one part, which is its body (RFC 3501, 6.4.5). Like Dovecot we are lenient
        with a part inside one: `2.1` is part 2, when that has nothing inside.
        """
        part = self
        one_is_itself = True
        for number in path:
            if part.message is not None and not one_is_itself:
                part, one_is_itself = part.message, True
            if 1 <= number <= len(part.children):
                part = part.children[number - 1]
                one_is_itself = part.message is None
            elif one_is_itself and number == 1 and part.type != b"multipart":
                one_is_itself = False
            else:
                return None
        return part

    def walk(self) -> Iterator[MimePart]:
        """The part and all those inside it, letters too."""
        yield self
        for inside in (self.message,) if self.message is not None else self.children:
            yield from inside.walk()

    def texts(self) -> Iterator[str]:
        """The decoded texts of the part and of those inside it."""
        if self.message is not None:
            yield from self.message.texts()
        elif self.children:
            for child in self.children:
                yield from child.texts()
        elif self.type in (b"text", b"message"):
            yield decode_text(self._content(), (self.parameter(b"charset") or b"").decode("ascii", "replace"))

    def headers_text(self) -> str:
        """A decoded field on a line, of the part and of those inside it: names of files are in their headers."""
        fields = (each for part in self.walk() for each in part.header.fields)
        return "\n".join(f"{name.decode('ascii')}: {decode_header(value)}" for name, value in fields)

    def _content(self) -> bytes:
        content = self.raw[self.body : self.end]
        encoding = (self.header.get(b"content-transfer-encoding") or b"").lower()
        if encoding == b"base64":
            try:
                return base64_bytes(_NOT_BASE64.sub(b"", content))
            except binascii.Error:
                return content
        return quopri.decodestring(content) if encoding == b"quoted-printable" else content


def parse_letter(raw: bytes) -> MimePart:
    """The tree of a letter; never fails: what is no MIME is text/plain."""
    return _parse(raw, 0, len(raw), _PLAIN, 0, iter(range(_MOST_PARTS)))


def split_parameters(value: bytes) -> Parameters:
    """Parameters of a Content-Type or Content-Disposition; names in lower case."""
    return tuple(
        (match[1].lower(), match[3] if match[2] is None else _ESCAPE.sub(rb"\1", match[2]))
        for match in _PARAMETER.finditer(value)
    )


def _parse(raw: bytes, start: int, end: int, default: tuple[bytes, bytes], depth: int, room: Iterator[int]) -> MimePart:
    """`room` gives something for each part that there may still be, in the whole letter."""
    body = header_end(raw, start, end)
    header = split_header(raw, start, end)
    content_type = header.get(b"content-type") or b""
    match = _TYPE.match(content_type)
    kind, subtype = (match[1].lower(), match[2].lower()) if match else default
    parameters = split_parameters(content_type) if match else ()
    children: list[MimePart] = []
    message = None
    if depth < _DEEPEST:
        boundary = dict(parameters).get(b"boundary")
        if kind == b"multipart" and boundary:
            inner = _RFC822 if subtype == b"digest" else _PLAIN
            for (first, last), _ in zip(_between(raw, body, end, b"--" + boundary), room, strict=False):
                children.append(_parse(raw, first, last, inner, depth + 1, room))
        elif (kind, subtype) == _RFC822:
            message = _parse(raw, body, end, _PLAIN, depth + 1, room)
    return MimePart(raw, start, body, end, header, kind, subtype, parameters, tuple(children), message)


def _between(raw: bytes, start: int, end: int, delimiter: bytes) -> Iterator[tuple[int, int]]:
    """Stretches between the delimiter lines; the last one may lack its closing delimiter."""
    opened = None
    for line, after, closing in _delimiters(raw, start, end, delimiter):
        if opened is not None:
            yield opened, max(line, opened)
        opened = None if closing else after
        if closing:
            break
    if opened is not None and opened < end:
        yield opened, end


def _delimiters(raw: bytes, start: int, end: int, delimiter: bytes) -> Iterator[tuple[int, int, bool]]:
    """Delimiter lines: where they begin (with the line end before, which is theirs), end, and whether they close."""
    place = start if raw.startswith(delimiter, start) else _next_delimiter(raw, start, end, delimiter)
    while place >= 0:
        line_end = raw.find(b"\n", place, end)
        line_end = end if line_end < 0 else line_end
        tail = raw[place + len(delimiter) : line_end].strip()
        if tail in (b"", b"--"):
            before = place - 1 if place > start else place
            before -= before > start and raw[before - 1 : before] == b"\r"
            yield before, min(line_end + 1, end), tail == b"--"
        # From the line end itself: it may be the one before the next delimiter.
        place = _next_delimiter(raw, line_end, end, delimiter)


def _next_delimiter(raw: bytes, start: int, end: int, delimiter: bytes) -> int:
    found = raw.find(b"\n" + delimiter, start, end)
    return found + 1 if found >= 0 else -1
