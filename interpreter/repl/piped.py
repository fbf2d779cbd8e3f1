"""Entries read from a pipe or a file: no prompts, values on the output, messages beside it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from interpreter.detection import detect
from interpreter.diagnostics import Refused
from interpreter.repl.leaving import Leaving
from interpreter.repl.pieces import cut
from interpreter.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from interpreter.repl.dialogue import Dialogue
    from interpreter.repl.pieces import Piece
    from interpreter.repl.room import Room

_METHODS = frozenset({"PROCEDURE", "FUNCTION", "METHOD"})
_LONG = 20
_REGION = re.compile(r"\s*#\s*(?:область|region|если|if)\b", re.IGNORECASE)
_REGION_END = re.compile(r"\s*#\s*(?:конецобласти|endregion|конецесли|endif)\b", re.IGNORECASE)


def obey_lines(dialogue: Dialogue, read_line: Callable[[], str]) -> int:
    """Do the entries of a text; 1 when any of them failed, else 0, or what the script left with."""
    failed = False
    try:
        for entry in joined_methods(dialogue, entries(dialogue, read_line)):
            failed = not dialogue.enter(entry) or failed
    except Leaving as leaving:
        return leaving.code
    return int(failed)


def with_language(dialogue: Dialogue, read_line: Callable[[], str]) -> Callable[[], str]:
    """The same lines, after the dialogue has taken the language of the first one that is no remark.

    No more is read ahead: what follows an entry may be the input of its code.
    """
    head = []
    while line := read_line():
        head.append(line)
        if line.strip() and not line.lstrip().startswith("//"):
            break
    with suppress(Refused):
        dialogue.switch(detect(Source("<ввод>", "".join(head))))
    remembered = iter(head)
    return lambda: next(remembered, None) or read_line()


def entries(dialogue: Dialogue, read_line: Callable[[], str]) -> Iterator[str]:
    """Lines until they make a whole, as Enter would have it; `read_line` gives an empty text at the end."""
    text, balance, count = "", 0, 0
    while line := read_line():
        if not text and not line.strip():
            continue
        text += line
        balance += _balance(dialogue.room, line)
        count += 1
        # Asking the parser after each line of a long block would take time by the square of its length.
        if (count > _LONG and balance > 0) or dialogue.is_incomplete(text):
            continue
        yield text
        text, balance, count = "", 0, 0
    if text:
        yield text


def joined_methods(dialogue: Dialogue, found: Iterator[str]) -> Iterator[str]:
    """Methods that stand side by side make one entry: each may call those below it."""
    methods = ""
    for entry in found:
        if _declares_method(dialogue.room, entry):
            methods += entry if entry.endswith("\n") else entry + "\n"
            continue
        if methods and not _is_remark(dialogue.room, entry):
            yield methods
            methods = ""
        if methods:
            methods += entry
        else:
            yield entry
    if methods:
        yield methods


def _declares_method(room: Room, entry: str) -> bool:
    solid = _solid(room, entry)
    # Асинх, статический and annotations may stand before.
    return any(piece.word in _METHODS for piece in solid[:2])


def _is_remark(room: Room, entry: str) -> bool:
    return not entry.lstrip().startswith(("!", "?")) and not _solid(room, entry)


def _solid(room: Room, entry: str) -> list[Piece]:
    pieces = cut(entry, room.pattern, room.keyword)
    return [piece for piece in pieces if piece.kind not in ("blank", "comment", "directive")]


def _balance(room: Room, line: str) -> int:
    """How many more blocks a line opens than it closes."""
    if _REGION.match(line):
        return 1
    if _REGION_END.match(line):
        return -1
    pieces = list(cut(line, room.pattern, room.keyword))
    marks = [room.mark(pieces, index) for index in range(len(pieces))]
    return marks.count("open") - marks.count("close")
