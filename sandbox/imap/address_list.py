"""Address fields as ENVELOPE shows them: the bytes of the letter, split but not decoded."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    rb'"(?P<quoted>(?:[^"\\]++|\\.)*+)"?|\((?P<comment>(?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+)\)?|<(?P<angle>[^>]*)>?'
    rb"|(?P<mark>[,;:])|(?P<word>[^\s\"(<,;:]+)"
)
_ESCAPE = re.compile(rb"\\(.)")
_SOURCE_ROUTE = re.compile(rb"\A@[^:]*:")


@dataclass(frozen=True, slots=True)
class EnvelopeAddress:
    """An address; or the beginning of a group (no host), or its end (neither host nor mailbox)."""

    name: bytes | None
    mailbox: bytes | None
    host: bytes | None


class _Gathered:
    """The pieces of the address being read."""

    def __init__(self) -> None:
        self.words: list[bytes] = []
        self.bare: list[bytes] = []
        self.comment: bytes | None = None
        self.angle: bytes | None = None

    def address(self) -> EnvelopeAddress | None:
        if self.angle is not None:
            text, name = _SOURCE_ROUTE.sub(b"", self.angle.strip()), b" ".join(self.words) or None
        else:
            text, name = b"".join(self.bare), self.comment
        if not text and name is None:
            return None
        mailbox, at, host = text.rpartition(b"@")
        # Without "@" the word is the mailbox; an empty host says that something is missing (Dovecot does so too).
        return EnvelopeAddress(name, mailbox if at else host, host if at else b"")


def split_addresses(value: bytes) -> list[EnvelopeAddress]:
    """Addresses and groups of a field value."""
    found: list[EnvelopeAddress] = []
    gathered = _Gathered()
    in_group = False
    for match in _TOKEN.finditer(value):
        mark = match["mark"]
        if mark == b":" and not in_group and gathered.angle is None:
            found.append(EnvelopeAddress(None, b" ".join(gathered.words), None))
            gathered, in_group = _Gathered(), True
        elif mark in (b",", b";"):
            _add(found, gathered)
            gathered = _Gathered()
            if mark == b";" and in_group:
                found.append(EnvelopeAddress(None, None, None))
                in_group = False
        elif mark is None:
            _gather(gathered, match)
    _add(found, gathered)
    if in_group:
        found.append(EnvelopeAddress(None, None, None))
    return found


def _gather(gathered: _Gathered, match: re.Match[bytes]) -> None:
    if match["quoted"] is not None:
        gathered.words.append(_ESCAPE.sub(rb"\1", match["quoted"]))
        gathered.bare.append(match[0])
    elif match["comment"] is not None:
        gathered.comment = _ESCAPE.sub(rb"\1", match["comment"]).strip()
    elif match["angle"] is not None:
        gathered.angle = match["angle"]
    else:
        gathered.words.append(match["word"])
        gathered.bare.append(match["word"])


def _add(found: list[EnvelopeAddress], gathered: _Gathered) -> None:
    address = gathered.address()
    if address is not None:
        found.append(address)
