"""Names of flags from the wire."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sandbox.imap.failures import BadCommand
from sandbox.imap.syntax import Argument, Atom
from sandbox.records import SYSTEM_FLAGS

_SYSTEM = {flag.lower(): flag for flag in SYSTEM_FLAGS}
_KEYWORD = re.compile(r"[^\x00-\x20\x7f(){%*\"\\\]]{1,100}")


def canonical_flag(raw: bytes) -> str:
    """A system flag in its usual spelling, or a keyword; raises BadCommand when it is neither."""
    try:
        name = raw.decode()
    except UnicodeDecodeError as error:
        raise BadCommand("a flag is not UTF-8") from error
    flag = _SYSTEM.get(name.lower())
    if flag is None and _KEYWORD.fullmatch(name) is None:
        raise BadCommand("no such flag")
    return flag or name


def flag_set(arguments: Sequence[Argument]) -> frozenset[str]:
    """Flags of STORE and APPEND; raises BadCommand."""
    if not all(isinstance(argument, Atom) for argument in arguments):
        raise BadCommand("flags are expected")
    return frozenset(canonical_flag(bytes(argument)) for argument in arguments if isinstance(argument, Atom))
