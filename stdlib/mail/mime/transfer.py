"""Content-Transfer-Encoding undone, however spoilt the text is."""

from __future__ import annotations

import binascii
import re

from stdlib.mail.mime.headers import base64_bytes, decode_header

_BLANKS = b"\r\n \t"
_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_DIGITS_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_SEGMENT = re.compile(rb"[A-Za-z0-9+/]+")
_UU_BLOCK = re.compile(
    rb"^begin [0-7]{3,4} ([^\r\n]+)\r?\n((?:[ -`]{1,80}\r?\n)*?)([`\x20]?[ \t]*\r?\n)?end[ \t]*\r?$", re.M
)


def decode_transfer(body: bytes, encoding: str) -> tuple[bytes, bool]:
    """(data, whether it was sound) of a body written in this transfer encoding (in lower case)."""
    if encoding == "base64":
        return _decode_base64(body)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body), True
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        _, files = extract_uuencoded(body, "")
        return (files[0][1], True) if files else (body, False)
    return body, encoding in ("", "7bit", "8bit", "binary")


def _decode_base64(body: bytes) -> tuple[bytes, bool]:
    digits = body.translate(None, _BLANKS)
    if not digits:
        return b"", True
    try:
        return binascii.a2b_base64(digits, strict_mode=True), True
    except binascii.Error:
        pass
    # Advertising of a mailing list or of an antivirus stands on lines of its own; lines of digits are the data.
    good = b"".join(_digits(line.strip()) for line in body.splitlines())
    if len(good) * 2 < len(digits):
        # It was never encoded.
        return body, False
    # Padding in the middle: several encodings one after another.
    return b"".join(base64_bytes(segment) for segment in _SEGMENT.findall(good)), False


def _digits(line: bytes) -> bytes:
    if _DIGITS_LINE.fullmatch(line):
        return line
    rubbish = line.translate(None, _DIGITS)
    return line.translate(None, rubbish) if len(rubbish) * 20 <= len(line) and b" " not in line else b""


def extract_uuencoded(body: bytes, hint: str) -> tuple[bytes, list[tuple[str, bytes]]]:
    """(body without uuencoded files, [(name, data)])."""
    if b"begin " not in body:
        return body, []
    files: list[tuple[str, bytes]] = []

    def take(match: re.Match[bytes]) -> bytes:
        data = _decode_uu(match[2])
        # An empty file has at least its last line; "begin 644 …" and "end" alone are words of the text.
        if data is None or not (match[2] or match[3]):
            return match[0]
        files.append((decode_header(match[1], hint).strip(), data))
        return b""

    return _UU_BLOCK.sub(take, body), files


def _decode_uu(lines: bytes) -> bytes | None:
    data = bytearray()
    for line in lines.splitlines():
        if not line.strip():
            continue
        try:
            data += binascii.a2b_uu(line)
        except binascii.Error:
            # Some encoders write more characters than the length at the start of the line says.
            length = ((line[0] - 32 & 63) * 4 + 5) // 3
            try:
                data += binascii.a2b_uu(line[:length])
            except binascii.Error:
                return None
    return bytes(data)
