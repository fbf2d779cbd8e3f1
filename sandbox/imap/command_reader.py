"""Reads one command with its literals (RFC 3501, 2.2; LITERAL+: RFC 7888) within the limits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.connection import Connection
from sandbox.imap.failures import BadCommand
from sandbox.line_reader import LineTooLong

_LITERAL = re.compile(rb"\{(\d{1,12})(\+?)\}\Z")
_HEAD = re.compile(rb"(?P<tag>[!#$&',-\[\]^-z|}~]+) +(?P<name>[A-Za-z0-9]+)(?: +|\Z)")
_LOGIN = re.compile(rb"\S+ +(?:LOGIN|AUTHENTICATE)\b", re.I)
_MOST_LITERALS = 100


class LiteralTooLarge(Exception):
    """The client was told not to send it; the connection can go on. The argument is the tag."""


@dataclass(frozen=True, slots=True)
class RawCommand:
    """A command not understood yet: lines of arguments at even places, literals between them at odd ones."""

    tag: str
    name: str
    pieces: tuple[bytes, ...]


class CommandReader:
    """Commands of one client; `literal_limit` bounds all literals of a command together."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.literal_limit = 0

    async def command(self) -> RawCommand:
        """The next command; raises BadCommand (no tag to answer to), LiteralTooLarge and what Connection raises."""
        pieces = [await self._connection.line()]
        left = self.literal_limit
        while (match := _LITERAL.search(pieces[-1])) is not None:
            size = int(match[1])
            if size > left or len(pieces) > 2 * _MOST_LITERALS:
                if match[2]:
                    # It is on its way already, and nobody can tell where the next command begins.
                    raise LineTooLong
                raise LiteralTooLarge(_head(pieces[0])["tag"].decode("ascii"))
            left -= size
            pieces[-1] = pieces[-1][: match.start()]
            if not match[2]:
                self._connection.write(b"+ go ahead\r\n")
            pieces.append(await self._connection.octets(size))
            # The line behind a name, of a user or of a way to log in, that came as a literal has the password.
            pieces.append(await self._connection.line(secret=_LOGIN.match(pieces[0]) is not None))
            if sum(map(len, pieces[::2])) > self._connection.line_limit:
                raise LineTooLong
        head = _head(pieces[0])
        pieces[0] = pieces[0][head.end() :]
        return RawCommand(head["tag"].decode("ascii"), head["name"].decode("ascii").upper(), tuple(pieces))


def _head(line: bytes) -> re.Match[bytes]:
    match = _HEAD.match(line)
    if match is None:
        raise BadCommand("a tag and a command are expected")
    return match
