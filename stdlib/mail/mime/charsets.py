"""Code pages as the world spells them, and the guess when they are not named or named wrongly."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_ALIASES = {
    "cp-1251": "cp1251",
    "win-1251": "cp1251",
    "win1251": "cp1251",
    "windows1251": "cp1251",
    "koi8r": "koi8-r",
    "koi-8": "koi8-r",
    "koi8": "koi8-r",
    "unicode-1-1-utf-7": "utf-7",
    "unicode": "utf-8",
    "utf": "utf-8",
    "utf8mb4": "utf-8",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "ksc_5601": "cp949",
    "windows-949": "cp949",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    # Mail programs declare the small set and send the big one.
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
}
# Python calls these text encodings, but they are not character sets: some warn, some run on for ever on odd input.
_NOT_CHARSETS = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"))
_WESTERN = frozenset(("utf-8", "cp1252", "iso8859-1"))
_CYRILLIC = ("cp1251", "koi8-r", "cp866")
# Weight of a Cyrillic letter by its frequency in Russian: the most frequent weighs 33.
_WEIGHT = {letter: 33 - place for place, letter in enumerate("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")}
_TYPOGRAPHY = frozenset("№«»—–…")
_LOW_BYTES = bytes(range(9))
_SMALL_THEN_CAPITAL = re.compile("[а-яё][А-ЯЁ]")


@lru_cache(maxsize=256)
def charset_name(declared: str) -> str | None:
    """Python's name of a declared charset, None when there is no such charset."""
    name = declared.strip().strip("'\"").strip().lower()
    name = _ALIASES.get(name, name)
    if name.replace("-", "_") in _NOT_CHARSETS:
        return None
    try:
        "".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def is_decodable(data: bytes, declared: str) -> bool:
    """Whether the bytes can be text in the declared charset."""
    charset = charset_name(declared)
    return charset is not None and _decoded(data, charset) is not None


def guess_text(data: bytes, declared: str = "") -> str:
    """Text of bytes: UTF-8 if it is, else the declared charset, else the likeliest Cyrillic code page."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # A broken letter or two, as where a text was cut: code pages make hardly anything that is right in UTF-8.
    broken = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) > 5 * broken:
        return text
    charset = charset_name(declared) if declared else None
    # A western charset decodes any bytes, so its name proves nothing about 8-bit text.
    if charset and charset not in _WESTERN and (decoded := _decoded(data, charset)) is not None:
        return decoded
    candidates = [data.decode(page, "replace") for page in _CYRILLIC]
    best = max(candidates, key=_cyrillic_likeness)
    # Western words have a few letters beyond ASCII, Cyrillic ones have nothing else.
    if charset == "cp1252" and sum(byte > 127 for byte in data) * 2 < sum(char.isalpha() for char in best):
        return data.decode("cp1252", "replace")
    return best


def decode_text(data: bytes, declared: str) -> str:
    """Text of bytes in the declared charset; guessed when the declaration is empty, unknown or plainly wrong."""
    charset = charset_name(declared) if declared else None
    if charset and charset not in _WESTERN and (text := _decoded(data, charset)) is not None:
        return text
    return guess_text(data, charset or "")


def _decoded(data: bytes, charset: str) -> str | None:
    """None when the bytes cannot be text in this charset."""
    if charset.startswith(("utf-16", "utf-32")) and not _is_wide(data):
        return None
    try:
        text = data.decode(charset)
    except UnicodeError:
        return None
    # Python lets halves of characters through, which are no text to anybody else.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if charset == "utf-7" else text


def _is_wide(data: bytes) -> bool:
    """Whether this may be UTF-16: then it has bytes that no other text has, or is no UTF-8."""
    if len(data.translate(None, _LOW_BYTES)) < len(data):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _cyrillic_likeness(text: str) -> int:
    sample = text[:4096]
    score = -8 * len(_SMALL_THEN_CAPITAL.findall(sample))
    for char in sample:
        if char < "\x80":
            continue
        weight = _WEIGHT.get(char)
        if weight is not None:
            score += weight
        elif char in _TYPOGRAPHY:
            score += 8
        elif char.lower() in _WEIGHT:
            score -= 6
        else:
            score -= 25
    return score
