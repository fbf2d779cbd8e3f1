"""How far a line stands from the margin: inside blocks and brackets, and back at their closing words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.repl.pieces import Piece, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.repl.room import Room

STEP = "    "
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def next_indent(room: Room, text: str) -> str:
    """The blanks that a line after this text begins with."""
    opened = _opened(room, text)
    return opened[-1] + STEP if opened else ""


def settled(room: Room, text: str) -> str:
    """The text with its last line drawn back when that begins with a word that closes or parts a block."""
    head, newline, last = text.rpartition("\n")
    line = _line_pieces(room, last)
    first = next((index for index, piece in enumerate(line) if piece.kind != "blank"), None)
    if not newline or first is None:
        return text
    opened = _opened(room, head)
    mark = room.mark(line, first)
    if not opened or not (mark in ("close", "middle") or line[first].text in _CLOSING):
        return text
    # Blanks that the author put there on purpose stay: only the usual place inside the block is given up.
    inside = opened[-1] + STEP
    return head + newline + opened[-1] + last.lstrip() if last.startswith(inside) else text


def _opened(room: Room, text: str) -> list[str]:
    """The blanks before each line that opened a block or a bracket that is open still."""
    opened: list[str] = []
    for line in _lines(room, text):
        blanks = line[0].text if line[0].kind == "blank" else ""
        for index, piece in enumerate(line):
            mark = room.mark(line, index)
            if mark == "open" or piece.text in _OPENING:
                opened.append(blanks)
            elif opened and (mark == "close" or piece.text in _CLOSING):
                opened.pop()
    return opened


def _lines(room: Room, text: str) -> Iterator[list[Piece]]:
    """The pieces that begin on each line; lines without any are left out."""
    line: list[Piece] = []
    for piece in cut(text, room.pattern, room.keyword):
        if piece.kind != "blank" or "\n" not in piece.text:
            line.append(piece)
            continue
        if line:
            yield line
        line = [Piece("blank", piece.text.rpartition("\n")[2], piece.start)]
    if line:
        yield line


def _line_pieces(room: Room, line: str) -> list[Piece]:
    return list(cut(line, room.pattern, room.keyword))
