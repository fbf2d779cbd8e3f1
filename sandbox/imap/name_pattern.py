"""Patterns of LIST (RFC 3501, 6.3.8): `*` is anything, `%` anything within one level; INBOX is the same in any case.

Not a regular expression: for each wildcard that would try every place anew, within every one of the wildcard before,
so that a pattern of six against a name of a hundred letters takes minutes.
"""

from __future__ import annotations

import re

from sandbox.folders import DELIMITER, INBOX

_WILDCARDS = re.compile(r"([*%]+)")


class NamePattern:
    """What a name must be like."""

    def __init__(self, pattern: str) -> None:
        if pattern[: len(INBOX)].upper() == INBOX:
            pattern = INBOX + pattern[len(INBOX) :]
        self._pieces = _WILDCARDS.split(pattern)

    def fits(self, name: str) -> bool:
        if name[: len(INBOX)].upper() == INBOX and self._pieces[0].startswith(INBOX):
            name = INBOX + name[len(INBOX) :]
        # How much of the name the pieces so far may have taken: every length at once.
        taken = {0}
        for place, piece in enumerate(self._pieces):
            if not taken:
                return False
            if place % 2 == 0:
                taken = {end + len(piece) for end in taken if name.startswith(piece, end)}
            elif "*" in piece:
                taken = set(range(min(taken), len(name) + 1))
            else:
                taken = _within_a_level(name, taken)
        return len(name) in taken


def _within_a_level(name: str, taken: set[int]) -> set[int]:
    found: set[int] = set()
    for start in sorted(taken):
        end = start
        while end not in found:
            found.add(end)
            if end == len(name) or name[end] == DELIMITER:
                break
            end += 1
    return found
