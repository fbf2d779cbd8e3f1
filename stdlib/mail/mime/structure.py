"""Bytes of a letter -> header fields and the tree of its parts, by places in the original bytes.

Not the standard parser: that one turns bytes into str and back, so that neither a nested letter nor a signed part comes
out as it came in, and it ends the headers at the first line it does not understand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from stdlib.mail.mime.charsets import decode_text
from stdlib.mail.mime.headers import decode_header
from stdlib.mail.mime.transfer import decode_transfer

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(rb"[^\n]*(?:\n|\Z)")
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*")
_PARAMETER = re.compile(rb';\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]++|\\.)*+)"?|([^;]*))', re.DOTALL)
_CONTINUED = re.compile(r"(.+?)\*([0-9]{1,6})(\*?)")
_ESCAPE = re.compile(rb'\\(["\\])')
_COMMENT = re.compile(rb"\([^()]*\)")
_TOKEN = re.compile(rb"[\w.+-]+")
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_SEEMS_BOUNDARY = re.compile(rb"^--(\S{1,70})[ \t]*\r?\n[A-Za-z-]+:[^\n]*\n", re.MULTILINE)
_MAX_DEPTH = 20
_MAX_PARTS = 5_000
# Each takes a hundred times its octets, which may be three; those beyond are passed over.
_MAX_FIELDS = 50_000

Fields = tuple[tuple[str, bytes], ...]


@dataclass(slots=True)
class Entity:
    """A part of a letter (or the whole): fields in order with raw values, place of the body, parts of a multipart.

    The body is `source[start:end]`; nothing is cut out of the letter before it is wanted, since parts may be big.
    `header_size` octets stood before it.
    """

    fields: Fields
    header_size: int
    source: bytes
    start: int
    end: int
    content_type: str
    parameters: dict[str, Parameter]
    parts: list[Entity] = field(default_factory=list)

    def value(self, name: str) -> bytes:
        """Raw value of the first field of this name, b"" without one."""
        return first_field(self.fields, name)

    @property
    def transfer_encoding(self) -> str:
        """In lower case, without what does not belong to it."""
        found = _TOKEN.search(_COMMENT.sub(b"", self.value("content-transfer-encoding")))
        return found[0].decode("ascii").lower() if found else ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of Content-Type or Content-Disposition; `charset` is that of RFC 2231, None for plain ones."""

    value: bytes
    charset: str | None = None

    def text(self, hint: str = "") -> str:
        """Text of the value; `hint` is the charset for raw 8-bit bytes."""
        if self.charset is None:
            return decode_header(self.value, hint)
        return decode_text(self.value, self.charset)


@dataclass(slots=True)
class Defects:
    """Whether something had to be repaired or guessed while reading."""

    found: bool = False
    parts: int = 0


def first_field(fields: Fields, name: str) -> bytes:
    """Raw value of the first field of this name (in lower case), b"" without one."""
    for key, value in fields:
        if key.lower() == name:
            return value
    return b""


def from_first_field(raw: bytes, defects: Defects | None = None) -> bytes:
    """The letter without what stands before its header, its lines ended as others end them."""
    sound = raw
    if b"\n" not in raw and b"\r" in raw:
        sound = sound.replace(b"\r", b"\n")
    sound = sound.removeprefix(_BYTE_ORDER_MARK)
    if sound[:1] in (b"\r", b"\n") and _FIELD.match(stripped := sound.lstrip(b"\r\n")):
        sound = stripped
    if defects and sound is not raw:
        defects.found = True
    return sound


def split_fields(
    raw: bytes, defects: Defects | None = None, start: int = 0, end: int | None = None
) -> tuple[Fields, int]:
    """(header fields, offset of the body). A line that is no field is skipped when more fields follow it."""
    # A value is put together once: letters come whose headers have a hundred thousand lines.
    fields: list[tuple[str, list[bytes]]] = []
    end = len(raw) if end is None else end
    pos = start
    if raw.startswith((b"From ", b">From "), start, end):
        pos = raw.find(b"\n", start, end) + 1 or end
    while pos < end:
        match = _LINE.match(raw, pos, end)
        line = match[0] if match else b""
        if line in (b"\r\n", b"\n"):
            return _joined_values(fields), pos + len(line)
        if line[:1] in b" \t" and fields:
            fields[-1][1].append(line)
        elif found := _FIELD.match(line):
            if len(fields) < _MAX_FIELDS:
                fields.append((found[1].decode("ascii"), [line[found.end() :]]))
            elif defects:
                defects.found = True
        else:
            if defects:
                defects.found = True
            if not _fields_follow(raw, pos + len(line), end):
                return _joined_values(fields), pos
        pos += len(line)
    return _joined_values(fields), end


def _joined_values(fields: list[tuple[str, list[bytes]]]) -> Fields:
    return tuple((name, b"".join(lines)) for name, lines in fields)


def _fields_follow(raw: bytes, pos: int, end: int) -> bool:
    return _FIELD.match(raw, pos, end) is not None or raw.startswith((b"\r\n", b"\n"), pos, end)


@lru_cache(maxsize=512)
def parse_parameters(value: bytes) -> tuple[str, dict[str, Parameter]]:
    """(main value in lower case, parameters by name in lower case); RFC 2231 pieces are joined."""
    flat = value.replace(b"\r", b"").replace(b"\n", b"")
    main = flat.partition(b";")[0]
    if b"(" in main:
        main = _COMMENT.sub(b"", main)
    plain: dict[str, Parameter] = {}
    pieces: dict[str, list[tuple[int, bool, bytes]]] = {}
    for match in _PARAMETER.finditer(flat):
        name = match[1].decode("ascii", "replace").lower()
        text = _ESCAPE.sub(rb"\1", match[2]) if match[2] is not None else match[3].strip()
        if continued := _CONTINUED.fullmatch(name):
            pieces.setdefault(continued[1], []).append((int(continued[2]), bool(continued[3]), text))
        elif name.endswith("*"):
            pieces.setdefault(name[:-1], []).append((0, True, text))
        else:
            plain.setdefault(name, Parameter(text))
    plain.update({name: _joined(found) for name, found in pieces.items()})
    return main.strip().decode("ascii", "replace").lower(), plain


def _joined(pieces: list[tuple[int, bool, bytes]]) -> Parameter:
    pieces.sort(key=lambda piece: piece[0])
    charset: str | None = None
    data = bytearray()
    for position, (_, extended, text) in enumerate(pieces):
        if extended and position == 0 and text.count(b"'") >= 2:
            declared, _, text = text.split(b"'", 2)
            charset = declared.decode("ascii", "replace")
        data += unquote_to_bytes(text) if extended else text
    return Parameter(bytes(data), charset)


def parse_entity(raw: bytes, defects: Defects) -> Entity:
    """The tree of a letter's parts; what is broken is repaired and noted in `defects`."""
    return _parse(raw, 0, len(raw), defects, 0, "text/plain")


def _parse(raw: bytes, start: int, end: int, defects: Defects, depth: int, default: str) -> Entity:
    fields, body = split_fields(raw, defects, start, end)
    declared = first_field(fields, "content-type")
    content_type, parameters = parse_parameters(declared)
    if not _TYPE.fullmatch(content_type):
        defects.found = defects.found or bool(declared)
        content_type = "text/plain" if declared else default
    entity = Entity(fields, body - start, raw, body, end, content_type, parameters)
    if content_type.startswith("multipart/"):
        _split_multipart(entity, defects, depth)
    return entity


def _split_multipart(entity: Entity, defects: Defects, depth: int) -> None:
    delimiters = _declared_delimiters(entity) or _repaired_delimiters(entity, defects)
    if not delimiters or delimiters[0].closing or depth >= _MAX_DEPTH:
        defects.found = True
        entity.content_type = "text/plain"
        entity.end = delimiters[0].start if delimiters and delimiters[0].closing else entity.end
        return
    default = "message/rfc822" if entity.content_type == "multipart/digest" else "text/plain"
    for index, delimiter in enumerate(delimiters):
        if delimiter.closing:
            return
        defects.parts += 1
        if defects.parts > _MAX_PARTS:
            defects.found = True
            return
        if index + 1 < len(delimiters):
            end = _without_last_break(entity.source, delimiter.end, delimiters[index + 1].start)
        else:
            # No closing delimiter: the last part goes on to the end.
            defects.found = True
            end = entity.end
        entity.parts.append(_parse(entity.source, delimiter.end, end, defects, depth + 1, default))


def _declared_delimiters(entity: Entity) -> list[_Delimiter]:
    boundary = entity.parameters["boundary"].value.strip() if "boundary" in entity.parameters else b""
    return _delimiters(entity, boundary) if boundary else []


def _repaired_delimiters(entity: Entity, defects: Defects) -> list[_Delimiter]:
    """Where the boundary is not the declared one, or all the parts together are encoded, against the rules."""
    defects.found = True
    if entity.transfer_encoding in ("base64", "quoted-printable"):
        place = entity.source, entity.start, entity.end
        body, _ = decode_transfer(*place, entity.transfer_encoding)
        entity.source, entity.start, entity.end = body, 0, len(body)
        if delimiters := _declared_delimiters(entity):
            return delimiters
        entity.source, entity.start, entity.end = place
    found = _SEEMS_BOUNDARY.search(entity.source, entity.start, entity.end)
    return _delimiters(entity, found[1]) if found else []


@dataclass(frozen=True, slots=True)
class _Delimiter:
    start: int
    end: int
    closing: bool


def _delimiters(entity: Entity, boundary: bytes) -> list[_Delimiter]:
    # find() goes over a big base64 body many times faster than a regular expression.
    body, mark = entity.source, b"--" + boundary
    found: list[_Delimiter] = []
    start = body.find(mark, entity.start, entity.end)
    while start >= 0:
        # First of all: a line may hold the boundary ten thousand times.
        if start == entity.start or body[start - 1] == 10:
            line_end = body.find(b"\n", start, entity.end)
            end = line_end + 1 if line_end >= 0 else entity.end
            tail = body[start + len(mark) : end].strip()
            if tail in (b"", b"--"):
                found.append(_Delimiter(start, end, tail == b"--"))
        start = body.find(mark, start + len(mark), entity.end)
    return found


def _without_last_break(body: bytes, start: int, end: int) -> int:
    # The line break before a delimiter belongs to the delimiter.
    if end > start and body[end - 1] == 10:
        end -= 1
        if end > start and body[end - 1] == 13:
            end -= 1
    return end
