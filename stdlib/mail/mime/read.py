"""Bytes of any letter -> ParsedLetter. Never raises: what is broken is repaired, guessed or kept as a file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdlib.mail.mime.charsets import charset_name, decode_text, is_decodable
from stdlib.mail.mime.head import Head, head_of
from stdlib.mail.mime.headers import decode_header
from stdlib.mail.mime.letter import LETTER_TYPES
from stdlib.mail.mime.partial import Partial, partial_of
from stdlib.mail.mime.structure import Defects, Entity, from_first_field, parse_entity, parse_parameters
from stdlib.mail.mime.tnef import tnef_files
from stdlib.mail.mime.transfer import decode_transfer, extract_uuencoded

# With the depth of structure.py this stays well below Python's limit of nested calls.
_MAX_NESTING = 10
_OCTETS = "application/octet-stream"
_TNEF_TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_WINDOWS_PATH = re.compile(r"[A-Za-z]:\\|\\\\|(?:.*[/\\])?\.\.[/\\]|/")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
# They turn the order of letters round, so that "gpj.exe" is shown as "exe.jpg"; a colon names a stream or a drive.
_MISLEADING = re.compile("[:\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])[ ]*(?:\.|\Z)", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class ParsedText:
    """One form of the text: decoded (lines end with \\n) and the bytes before decoding; `charset` as declared."""

    content_type: str
    charset: str
    text: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class ParsedAttachment:
    """One attached file; `letter` is set for a letter within the letter, `data` is then its exact bytes."""

    name: str
    content_type: str
    data: bytes
    content_id: str = ""
    inline: bool = False
    letter: ParsedLetter | None = None


@dataclass(frozen=True, slots=True)
class ParsedLetter:
    """A received letter; `defects` tells that something was repaired or guessed."""

    raw: bytes
    head: Head
    texts: tuple[ParsedText, ...]
    attachments: tuple[ParsedAttachment, ...]
    partial: Partial | None
    defects: bool

    def text(self, content_type: str = "text/plain") -> str | None:
        """Text of this type (several are joined by line breaks), None without one."""
        found = [part.text for part in self.texts if part.content_type == content_type]
        return "\n".join(found) if found else None


class _Reading:
    """What is gathered while the tree of one letter is walked."""

    def __init__(self, defects: Defects, hint: str, nesting: int) -> None:
        self.defects = defects
        self.hint = hint
        self.nesting = nesting
        self.texts: list[ParsedText] = []
        self.attachments: list[ParsedAttachment] = []


def read_letter(raw: bytes) -> ParsedLetter:
    """The letter in these bytes, sound or not."""
    return _read(bytes(raw), 0)


def _read(raw: bytes, nesting: int) -> ParsedLetter:
    defects = Defects()
    sound = from_first_field(raw, defects)
    entity = parse_entity(sound, defects)
    hint = _declared_charset(entity)
    reading = _Reading(defects, hint, nesting)
    _walk(entity, reading)
    head = head_of(entity.fields, sound[: entity.header_size], hint)
    return ParsedLetter(raw, head, tuple(reading.texts), tuple(reading.attachments), partial_of(entity), defects.found)


def _declared_charset(entity: Entity) -> str:
    """First known charset of the parts: raw 8-bit headers and names are usually in the same one."""
    declared = entity.parameters.get("charset")
    if declared and (name := charset_name(declared.value.decode("ascii", "replace"))):
        return name
    for part in entity.parts:
        if name := _declared_charset(part):
            return name
    return ""


def _walk(entity: Entity, reading: _Reading) -> None:
    if entity.parts:
        for part in entity.parts:
            _walk(part, reading)
        return
    disposition, parameters = parse_parameters(entity.value("content-disposition"))
    named = parameters.get("filename") or entity.parameters.get("name")
    name = _file_name(named.text(reading.hint)) if named else ""
    data = _decoded_body(entity, reading)
    if entity.content_type.startswith("text/") and _is_text(entity, disposition, name):
        _take_text(entity, data, reading)
    elif entity.content_type in _TNEF_TYPES or name.lower() == "winmail.dat":
        _take_tnef(entity, name, data, reading)
    else:
        inline = disposition == "inline" or (not disposition and bool(entity.value("content-id")))
        _take_file(entity, name, data, inline, reading)


def _is_text(entity: Entity, disposition: str, name: str) -> bool:
    return disposition != "attachment" and not name and entity.content_type != "text/rfc822-headers"


def _decoded_body(entity: Entity, reading: _Reading) -> bytes:
    data, sound = decode_transfer(entity.source, entity.start, entity.end, entity.transfer_encoding)
    if not sound:
        reading.defects.found = True
    return data


def _take_text(entity: Entity, data: bytes, reading: _Reading) -> None:
    if entity.content_type == "text/plain":
        data, files = extract_uuencoded(data, reading.hint)
        reading.attachments.extend(ParsedAttachment(_file_name(name), _OCTETS, found) for name, found in files)
    declared = entity.parameters.get("charset")
    charset = declared.text().strip("'\" ") if declared else ""
    text = _text_of(data, charset, entity.content_type, reading)
    reading.texts.append(ParsedText(entity.content_type, charset, text, data))


def _text_of(data: bytes, charset: str, content_type: str, reading: _Reading) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace").replace("\r\n", "\n")
    if not charset and content_type == "text/html" and (found := _META_CHARSET.search(data[:2048])):
        charset = found[1].decode("ascii")
    if not data.isascii() and not is_decodable(data, charset):
        reading.defects.found = True
    return decode_text(data, charset or reading.hint).replace("\r\n", "\n")


def _take_tnef(entity: Entity, name: str, data: bytes, reading: _Reading) -> None:
    files = tnef_files(data)
    if not files:
        _take_file(entity, name, data, False, reading)
    reading.attachments.extend(ParsedAttachment(_file_name(inner), _OCTETS, found) for inner, found in files)


def _take_file(entity: Entity, name: str, data: bytes, inline: bool, reading: _Reading) -> None:
    identifier = decode_header(entity.value("content-id"), reading.hint).strip().strip("<>")
    letter = None
    if entity.content_type in LETTER_TYPES and reading.nesting < _MAX_NESTING:
        # One empty line too many before the inner header is a common fault.
        data = data.lstrip(b"\r\n")
        letter = _read(data, reading.nesting + 1)
        reading.defects.found = reading.defects.found or letter.defects
    reading.attachments.append(ParsedAttachment(name, entity.content_type, data, identifier, inline, letter))


def _file_name(name: str) -> str:
    """Name without folders: scripts join it to a folder of their own, so it must not lead out of there."""
    name = _CONTROLS.sub("", name).strip()
    if _WINDOWS_PATH.match(name):
        name = re.split(r"[/\\]", name)[-1]
    name = _MISLEADING.sub("_", name.replace("/", "_").replace("\\", "_"))
    if _DEVICE.match(name):
        # Windows writes to the device, whatever the extension.
        return f"_{name}"
    return "" if name in (".", "..") else name
