"""The argument of MAIL and RCPT (RFC 5321, 4.1.2): a path and the parameters behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATH = re.compile(r'<((?:"(?:[^"\\]|\\.)*"|[^">])*)>\s*(.*)\Z', re.DOTALL)
_SOURCE_ROUTE = re.compile(r"\A@[^:@]+(?:,@[^:@]+)*:")


class PathError(Exception):
    """The argument makes no sense; the text is the answer."""


@dataclass(frozen=True, slots=True)
class Path:
    """An address and the parameters of its command, their names in capitals."""

    address: str
    """Empty: the sender of a report."""
    parameters: dict[str, str]

    @property
    def size(self) -> int:
        """SIZE (RFC 1870): what the client thinks the letter has; 0 when it does not say."""
        text = self.parameters.get("SIZE", "0")
        if not text.isascii() or not text.isdigit() or len(text) > 20:
            raise PathError("501 5.5.4 SIZE is a number")
        return int(text)


def parse_path(argument: str, keyword: str, known: frozenset[str]) -> Path:
    """`FROM:<address> NAME=VALUE…`; the brackets may be missing, as in real servers. Raises PathError."""
    if argument[: len(keyword)].upper() != keyword:
        raise PathError(f"501 5.5.4 {keyword}<address> is expected")
    address, rest = _address(argument[len(keyword) :].lstrip())
    parameters = {}
    for word in rest.split():
        name, _, value = word.partition("=")
        if name.upper() not in known:
            raise PathError("555 5.5.4 unknown parameter")
        parameters[name.upper()] = value
    return Path(address, parameters)


def _address(text: str) -> tuple[str, str]:
    if not text.startswith("<"):
        address, _, rest = text.partition(" ")
        if not address:
            raise PathError("501 5.1.7 an address is expected")
        return address, rest
    match = _PATH.match(text)
    if match is None:
        raise PathError("501 5.1.7 malformed address")
    return _SOURCE_ROUTE.sub("", match[1]), match[2]
