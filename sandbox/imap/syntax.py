"""The arguments of a command: atoms, strings and parenthesised lists (RFC 3501, 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from sandbox.imap.failures import BadCommand
from sandbox.imap.folder_names import decode_name

_DEEPEST = 50
# No bracket within a section: a line of opened ones would be gone through to its end for each of them.
# A section is one word with spaces and parentheses inside; elsewhere a bracket is a letter as any other ([Gmail]).
_TOKEN = re.compile(
    rb'[ \t]*(?:(?P<open>\()|(?P<close>\))|"(?P<quoted>(?:[^"\\]++|\\.)*+)"'
    rb'|(?P<atom>(?i:BODY(?:\.PEEK)?)\[[^\[\]]*+\](?:<[^>\s]*+>)?|[^\s()"]+))'
)
_ESCAPE = re.compile(rb"\\(.)")


class Atom(bytes):
    """A word without quotes: a keyword, a number, NIL, or a string that needs no quotes."""


class Text(bytes):
    """A quoted string or a literal: never a keyword."""


Argument: TypeAlias = "Atom | Text | list[Argument]"


def parse(pieces: Sequence[bytes]) -> list[Argument]:
    """Arguments from pieces of a command: lines at even places, the literals between them at odd ones."""
    stack: list[list[Argument]] = [[]]
    for place, piece in enumerate(pieces):
        if place % 2:
            stack[-1].append(Text(piece))
        else:
            _parse_line(piece, stack)
    if len(stack) > 1:
        raise BadCommand("a parenthesis is not closed")
    return stack[0]


def _parse_line(line: bytes, stack: list[list[Argument]]) -> None:
    place = 0
    line = line.rstrip(b" \t")
    while place < len(line):
        match = _TOKEN.match(line, place)
        if match is None:
            raise BadCommand("cannot understand the arguments")
        place = match.end()
        if match["open"]:
            if len(stack) > _DEEPEST:
                raise BadCommand("too many parentheses")
            stack.append([])
        elif match["close"]:
            if len(stack) == 1:
                raise BadCommand("a parenthesis too many")
            inner = stack.pop()
            stack[-1].append(inner)
        elif match["atom"]:
            stack[-1].append(Atom(match["atom"]))
        else:
            stack[-1].append(Text(_ESCAPE.sub(rb"\1", match["quoted"])))


class Arguments:
    """Takes arguments one after another; whatever is not as expected raises BadCommand."""

    def __init__(self, items: Sequence[Argument]) -> None:
        self._items = items
        self._place = 0

    def __bool__(self) -> bool:
        return self._place < len(self._items)

    def left(self) -> int:
        return len(self._items) - self._place

    def any(self) -> Argument:
        if not self:
            raise BadCommand("an argument is missing")
        self._place += 1
        return self._items[self._place - 1]

    def peek(self) -> Argument | None:
        return self._items[self._place] if self else None

    def string(self) -> bytes:
        """An atom or a string."""
        found = self.any()
        if isinstance(found, list):
            raise BadCommand("a string is expected, not a list")
        return bytes(found)

    def text(self) -> str:
        try:
            return self.string().decode()
        except UnicodeDecodeError as error:
            raise BadCommand("a string is not UTF-8") from error

    def keyword(self) -> str:
        """A word of the protocol, in capitals."""
        found = self.any()
        if not isinstance(found, Atom) or not found.isascii():
            raise BadCommand("a keyword is expected")
        return found.decode("ascii").upper()

    def number(self) -> int:
        found = self.string()
        if not found.isdigit() or len(found) > 12:
            raise BadCommand("a number is expected")
        return int(found)

    def folder(self) -> str:
        """The name of a folder, decoded."""
        return decode_name(self.string())

    def group(self) -> list[Argument]:
        found = self.any()
        if not isinstance(found, list):
            raise BadCommand("a list is expected")
        return found

    def group_or_one(self) -> list[Argument]:
        found = self.any()
        return found if isinstance(found, list) else [found]

    def end(self) -> None:
        if self:
            raise BadCommand("too many arguments")
