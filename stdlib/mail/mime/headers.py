"""Header value -> text, however it was written: encoded words, split ones, raw 8-bit, folded lines."""

from __future__ import annotations

import binascii
import re

from stdlib.mail.mime.charsets import decode_text, guess_text

_FOLD = re.compile(rb"\r?\n[ \t]*|\r(?!\n)[ \t]*")
# A question mark may stand within a word, where it should have been encoded; the beginning of another word may not.
_ENCODED_WORD = re.compile(rb"=\?([^?\s]+)\?([bBqQ])\?((?:[^?=]++|=(?!\?(?!=))|\?(?!=))*+)\?=")
_Q_BYTE = re.compile(rb"=([0-9A-Fa-f]{2})")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_LINE_BREAKS = re.compile(r"[\r\n\0]+")


def decode_header(raw: bytes | str, charset: str = "") -> str:
    """Text of a header value; `charset` is the hint for raw 8-bit (usually that of the letter's body).

    A str may hold surrogates (bytes that email could not decode). The result is one line, without surrogates.
    Never raises. RFC 2047; neighbouring words of one charset are joined first, since many programs split letters.
    """
    data = _bytes_of(raw) if isinstance(raw, str) else raw
    # No program shows zero characters, and no letter may be sent with them.
    data = _FOLD.sub(b" ", data.replace(b"\0", b""))
    if b"=?" not in data:
        return data.decode("ascii") if data.isascii() else guess_text(data, charset)
    return _LINE_BREAKS.sub(" ", "".join(_pieces(data, charset)))


def _bytes_of(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        # A script has cut a character in two: no byte of a letter was that, and no address will be taken for another.
        return text.encode("utf-8", "backslashreplace")


def _pieces(data: bytes, hint: str) -> list[str]:
    pieces: list[str] = []
    words: list[tuple[bytes, bytes]] = []
    words_charset = ""
    end = 0
    for match in _ENCODED_WORD.finditer(data):
        gap = data[end : match.start()]
        charset = match[1].split(b"*")[0].decode("ascii", "replace").lower()
        if words and (gap.strip() or charset != words_charset):
            pieces.append(_decode_words(words, words_charset))
            words = []
            if not gap.strip():
                gap = b""
        if gap and not words and (gap.strip() or not pieces):
            pieces.append(guess_text(gap, hint))
        words.append((match[2].upper(), match[3]))
        words_charset = charset
        end = match.end()
    if words:
        pieces.append(_decode_words(words, words_charset))
    if end < len(data):
        pieces.append(guess_text(data[end:], hint))
    return pieces


def _decode_words(words: list[tuple[bytes, bytes]], charset: str) -> str:
    data = bytearray()
    pending = b""
    for kind, text in words:
        if kind == b"B":
            text = pending + text
            pending = b""
            digits = _NOT_BASE64.sub(b"", text)
            # Some programs cut the base64 text itself, not the letters: the odd end belongs to the next word.
            odd = 0 if text.endswith(b"=") else len(digits) % 4
            if odd:
                pending, digits = digits[-odd:], digits[:-odd]
            data += base64_bytes(digits)
        else:
            data += base64_bytes(pending)
            pending = b""
            data += _Q_BYTE.sub(lambda match: bytes((int(match[1], 16),)), text.replace(b"_", b" "))
    data += base64_bytes(pending)
    return decode_text(bytes(data), charset)


def base64_bytes(digits: bytes) -> bytes:
    """Bytes of base64 digits without padding or rubbish; an odd last digit is dropped."""
    usable = digits.rstrip(b"=")
    if len(usable) % 4 == 1:
        usable = usable[:-1]
    return binascii.a2b_base64(usable + b"=" * (-len(usable) % 4))
