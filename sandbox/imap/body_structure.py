"""BODYSTRUCTURE and BODY (RFC 3501, 7.4.2)."""

from __future__ import annotations

import re

from sandbox.imap.envelope import envelope
from sandbox.imap.mime_part import MimePart, Parameters, split_parameters
from sandbox.imap.output import nstring, string

# A multipart must have parts; one without them gets an empty text, as in Dovecot.
_EMPTY_TEXT = b'"text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0'
_TOKEN = re.compile(rb"\s*([^\s;]+)")


def body_structure(part: MimePart, extended: bool) -> bytes:
    """The structure of a part and of those inside it; `extended` is BODYSTRUCTURE, else BODY."""
    if part.type == b"multipart":
        return _multipart(part, extended)
    encoding = part.header.get(b"content-transfer-encoding") or b"7bit"
    fields = [
        string(part.type),
        string(part.subtype),
        _parameters(part.parameters or (((b"charset", b"us-ascii"),) if part.type == b"text" else ())),
        nstring(part.header.get(b"content-id")),
        nstring(part.header.get(b"content-description")),
        string(encoding),
        b"%d" % (part.end - part.body),
    ]
    lines = b"%d" % part.raw.count(b"\n", part.body, part.end)
    if part.message is not None:
        fields += [envelope(part.message.header), body_structure(part.message, extended), lines]
    elif part.type == b"text":
        fields.append(lines)
    if extended:
        fields += [nstring(part.header.get(b"content-md5")), *_extension(part)]
    return b"(" + b" ".join(fields) + b")"


def _multipart(part: MimePart, extended: bool) -> bytes:
    empty = b"(" + _EMPTY_TEXT + (b" NIL NIL NIL NIL)" if extended else b")")
    children = b"".join(body_structure(child, extended) for child in part.children) or empty
    fields = [children, string(part.subtype)]
    if extended:
        fields += [_parameters(part.parameters), *_extension(part)]
    return b"(" + b" ".join(fields) + b")"


def _extension(part: MimePart) -> tuple[bytes, bytes, bytes]:
    """Disposition, language, location."""
    return (
        _disposition(part.header.get(b"content-disposition")),
        _languages(part.header.get(b"content-language")),
        nstring(part.header.get(b"content-location")),
    )


def _disposition(value: bytes | None) -> bytes:
    kind = _TOKEN.match(value or b"")
    if value is None or kind is None:
        return b"NIL"
    return b"(" + string(kind[1].lower()) + b" " + _parameters(split_parameters(value)) + b")"


def _languages(value: bytes | None) -> bytes:
    names = [string(name.strip()) for name in (value or b"").split(b",") if name.strip()]
    return b"(" + b" ".join(names) + b")" if names else b"NIL"


def _parameters(parameters: Parameters) -> bytes:
    if not parameters:
        return b"NIL"
    return b"(" + b" ".join(string(name) + b" " + string(value) for name, value in parameters) + b")"
