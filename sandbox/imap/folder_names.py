"""Modified UTF-7: names of folders on the wire (RFC 3501, 5.1.3)."""

from __future__ import annotations

import base64
import binascii
import re

_FOREIGN = re.compile(r"[^ -~]+|&")
_SHIFTED = re.compile(r"&([^-&]*+)-")


def encode_name(name: str) -> bytes:
    """A name as IMAP sends it."""
    return _FOREIGN.sub(_shift, name).encode("ascii")


def decode_name(raw: bytes) -> str:
    """A name as IMAP sent it. Raw UTF-8 and broken sequences, which some clients send, stand for themselves."""
    return _SHIFTED.sub(_unshift, raw.decode("utf-8", "replace"))


def _shift(match: re.Match[str]) -> str:
    if match[0] == "&":
        return "&-"
    digits = base64.b64encode(match[0].encode("utf-16-be", "replace")).decode("ascii")
    return "&" + digits.rstrip("=").replace("/", ",") + "-"


def _unshift(match: re.Match[str]) -> str:
    if not match[1]:
        return "&"
    digits = match[1].replace(",", "/")
    try:
        return base64.b64decode(digits + "=" * (-len(digits) % 4), validate=True).decode("utf-16-be")
    except (binascii.Error, ValueError):
        return match[0]
