"""Content-Transfer-Encoding undone, however spoilt the text is."""

from __future__ import annotations

import binascii
import re
from io import BytesIO

from stdlib.mail.mime.headers import base64_bytes, decode_header

_BLANKS = b"\r\n \t"
_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_DIGITS_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_PIECE = 1 << 18
_UU_BLOCK = re.compile(
    rb"^begin [0-7]{3,4} ([^\r\n]+)\r?\n((?:[ -`]{1,80}\r?\n)*?)([`\x20]?[ \t]*\r?\n)?end[ \t]*\r?$", re.M
)


def decode_transfer(source: bytes, start: int, end: int, encoding: str) -> tuple[bytes, bool]:
    """(data, whether it was sound) of the body source[start:end] in this transfer encoding (in lower case)."""
    if encoding == "base64":
        # Neither the body nor its digits are ever there as a whole beside the data: files may be big.
        data = _sound_base64(source, start, end)
        return (data, True) if data is not None else _spoilt_base64(source, start, end)
    body = source[start:end]
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body), True
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        _, files = extract_uuencoded(body, "")
        return (files[0][1], True) if files else (body, False)
    return body, encoding in ("", "7bit", "8bit", "binary")


def _sound_base64(source: bytes, start: int, end: int) -> bytes | None:
    """None where there is anything but digits, blanks, and padding at the end."""
    data = BytesIO()
    rest = b""
    padded = False
    for pos in range(start, end, _PIECE):
        digits = rest + source[pos : min(pos + _PIECE, end)].translate(None, _BLANKS)
        whole, rest = digits[: len(digits) // 4 * 4], digits[len(digits) // 4 * 4 :]
        if padded and digits:
            return None
        try:
            data.write(binascii.a2b_base64(whole, strict_mode=True))
        except binascii.Error:
            return None
        padded = whole.endswith(b"=")
    return None if rest else data.getvalue()


def _spoilt_base64(source: bytes, start: int, end: int) -> tuple[bytes, bool]:
    data = BytesIO()
    digits_count = octets_count = 0
    rest = b""
    pos = start
    while pos < end:
        piece = source[pos : (source.find(b"\n", pos + _PIECE, end) + 1 or end)]
        pos += len(piece)
        octets_count += len(piece.translate(None, _BLANKS))
        # Advertising of a mailing list or of an antivirus stands on lines of its own; lines of digits are the data.
        good = b"".join([_digits(line.strip()) for line in piece.splitlines()])
        digits_count += len(good)
        # Padding in the middle: several encodings one after another.
        *ended, rest = (rest + good).split(b"=")
        data.writelines(base64_bytes(segment) for segment in ended)
        whole = len(rest) // 4 * 4
        data.write(base64_bytes(rest[:whole]))
        rest = rest[whole:]
    if digits_count * 2 < octets_count:
        # It was never encoded.
        return source[start:end], False
    data.write(base64_bytes(rest))
    return data.getvalue(), False


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
