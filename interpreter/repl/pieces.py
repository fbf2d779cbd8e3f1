"""A text cut into pieces that are coloured and that make lines stand apart; unlike the parsers' lexers never fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind`: keyword, name, type, number, string, date, comment, directive, sign or blank.

    `word` is the kind of a keyword in the language's table, else empty.
    """

    kind: str
    text: str
    start: int
    word: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def cut(text: str, pattern: re.Pattern[str], keyword: Callable[[str], str]) -> Iterator[Piece]:
    """The pieces of a whole text. The pattern's groups are kinds; `keyword` tells a keyword's kind, or nothing."""
    place, previous = 0, Piece("sign", "", 0)
    for match in pattern.finditer(text):
        start, end = match.span()
        if start > place:
            yield Piece("blank", text[place:start], place)
        piece = _classified(match.lastgroup or "sign", match[0], start, previous, keyword)
        yield piece
        place = end
        if piece.kind != "comment":
            previous = piece
    if place < len(text):
        yield Piece("blank", text[place:], place)


def _classified(kind: str, text: str, start: int, previous: Piece, keyword: Callable[[str], str]) -> Piece:
    if kind != "name" or previous.text in (".", "?."):
        return Piece(kind, text, start)
    word = keyword(text)
    if word:
        return Piece("keyword", text, start, word)
    return Piece("type" if previous.word == "NEW" else "name", text, start)
