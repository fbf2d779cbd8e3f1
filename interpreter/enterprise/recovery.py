"""Every mistake of a text that the parser refused.

After a mistake the text is read on behind the statement of the method's (or module's) own level that holds it, else
from the next method. What such a leap makes senseless, a КонецЕсли whose Если was misspelt, is passed over in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interpreter.enterprise.keywords import BLOCK_ENDS, BLOCK_MIDDLES, BLOCKS, METHOD_ENDS, METHOD_STARTS
from interpreter.enterprise.lexer import MISTAKE_LIMIT
from interpreter.enterprise.syntax_messages import Failure, explain
from interpreter.enterprise.tables import Recogniser, Start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.diagnostics import Diagnostic
    from interpreter.enterprise.lexer import Lexed
    from interpreter.enterprise.tokens import Token
    from interpreter.source import Source

_TAILS = BLOCK_ENDS | BLOCK_MIDDLES
_BORDERS = METHOD_ENDS | METHOD_STARTS | {"$END"}


@dataclass(slots=True)
class _Stretch:
    """What is read in one go: tokens from `first`; in a leap (`after_mistake`) up to the end of the method."""

    start: Start
    first: int
    end: int
    after_mistake: bool = False


def find_mistakes(source: Source, lexed: Lexed, start: Start) -> list[Diagnostic]:
    """At least one diagnostic, in the order of the text."""
    tokens = lexed.tokens
    found: list[Diagnostic] = []
    stretch: _Stretch | None = _Stretch(start, 0, len(tokens) - 1)
    while stretch is not None and len(found) < MISTAKE_LIMIT:
        failure = _first_failure(tokens, stretch)
        if failure is None:
            stretch = _next_method(tokens, stretch.end) if start == "module" else None
            continue
        depth = _depth(tokens[_beginning(tokens, stretch.first, failure.index) : failure.index])
        senseless = stretch.after_mistake and depth == 0 and tokens[failure.index].type in _TAILS
        if not senseless:
            found.append(explain(source, lexed, failure))
        stretch = _leap(tokens, failure.index, depth, start)
    return found


def _first_failure(tokens: Sequence[Token], stretch: _Stretch) -> Failure | None:
    recogniser = Recogniser(stretch.start)
    for index in range(stretch.first, stretch.end):
        if not recogniser.feed(tokens[index].type):
            return Failure(index, stretch.first, recogniser.accepted(), recogniser.accepted_before())
    if recogniser.feed("$END"):
        return None
    return Failure(stretch.end, stretch.first, recogniser.accepted(), recogniser.accepted_before())


def _beginning(tokens: Sequence[Token], first: int, index: int) -> int:
    """Where the method that holds a token, or the module's body, begins."""
    for position in range(index - 1, first - 1, -1):
        if tokens[position].type in METHOD_ENDS or tokens[position].type in METHOD_STARTS:
            return position + 1
    return first


def _depth(tokens: Sequence[Token]) -> int:
    depth = 0
    for token in tokens:
        if token.type in BLOCKS:
            depth += 1
        elif token.type in BLOCK_ENDS:
            depth -= 1
    return max(0, depth)


def _leap(tokens: Sequence[Token], index: int, depth: int, start: Start) -> _Stretch | None:
    """Go on behind the statement that holds a mistake; `depth` blocks are open there."""
    if start == "expression":
        return None
    for position in range(index, len(tokens)):
        kind = tokens[position].type
        if kind in BLOCKS:
            depth += 1
        elif kind in BLOCK_ENDS:
            depth = max(0, depth - 1)
        elif kind == "SEMICOLON" and depth == 0:
            return _Stretch("statements", position + 1, _method_border(tokens, position + 1), after_mistake=True)
        elif kind in _BORDERS:
            return _next_method(tokens, position) if start == "module" else None
    return None


def _method_border(tokens: Sequence[Token], position: int) -> int:
    while tokens[position].type not in _BORDERS:
        position += 1
    return position


def _next_method(tokens: Sequence[Token], border: int) -> _Stretch | None:
    """What follows a border: the end of a method, the start of the next one, or the end of the text."""
    kind = tokens[border].type
    if kind == "$END":
        return None
    if kind in METHOD_ENDS:
        return _Stretch("module", border + 1, len(tokens) - 1)
    return _Stretch("module", border, len(tokens) - 1, after_mistake=True)
