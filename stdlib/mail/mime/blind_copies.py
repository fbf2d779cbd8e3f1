"""Blind copies taken out of the bytes of a letter: whom it goes to in secret is a matter of the envelope."""

from __future__ import annotations

import re

# A lone CR ends a line too: servers write it as CR LF, and a field would come to light.
_LINE = re.compile(rb"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_BLIND = re.compile(rb"(?:resent-)?bcc[ \t]*:", re.IGNORECASE)


def without_blind_copies(raw: bytes) -> bytes:
    """The letter without its fields Bcc and Resent-Bcc, all else as it was; the very same bytes when it has none."""
    kept: list[bytes] = []
    start = 0
    pos = len(raw) - len(raw.lstrip(b"\r\n"))
    dropping = False
    while pos < len(raw) and (line := _LINE.match(raw, pos)) and line[1]:
        # What is no field continues the one before, with a blank at its start or without.
        if _FIELD.match(line[1]):
            blind = _BLIND.match(line[1]) is not None
            if blind and not dropping:
                kept.append(raw[start:pos])
            elif dropping and not blind:
                start = pos
            dropping = blind
        pos = line.end()
    if dropping:
        start = pos
    if not kept:
        return raw
    return b"".join([*kept, raw[start:]])
