"""Limits that keep a tree shallow enough for whatever walks it, CPython's own compiler included."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic, Refused
from interpreter.enterprise.keywords import BLOCK_ENDS, BLOCKS, METHOD_ENDS, METHOD_STARTS
from interpreter.enterprise.tokens import Token
from interpreter.source import Source

NESTING_LIMIT = 200
"""Brackets, blocks and prefix operators that may stand one inside the other."""

CHAIN_LIMIT = 3000
"""Operators and dots in a row: the depth to which `А + Б + В …` and `А.Б().В …` lean to the left."""

_OPENING = frozenset({"LPAR", "LSQB"})
_CLOSING = frozenset({"RPAR", "RSQB"})
_LINKS = frozenset({"SIGN", "FACTOR", "COMPARE", "EQUAL", "AND", "OR", "DOT"})
_PREFIXES = frozenset({"NOT", "AWAIT", "SIGN"})
_VALUES = frozenset({"NAME", "NUMBER", "STRING", "DATE", "TRUE", "FALSE", "UNDEFINED", "NULL", "RPAR", "RSQB"})
_BREAKS = frozenset({"SEMICOLON", "THEN", "DO", "ELSE", "ELSIF", "EXCEPT"}) | METHOD_STARTS | METHOD_ENDS
_IDLE = _VALUES - _CLOSING


def check_nesting(source: Source, tokens: Sequence[Token]) -> None:
    """Raises Refused at the first place where a limit is passed."""
    blocks = nesting = chain = prefixes = 0
    levels: list[tuple[int, int]] = []
    previous = ""
    for token in tokens:
        kind = token.type
        if kind in _IDLE:
            prefixes = 0
        elif kind in _PREFIXES and previous not in _VALUES:
            prefixes += 1
        elif kind in _LINKS:
            chain += 1
        elif kind in _OPENING:
            levels.append((nesting, chain))
            nesting, chain, prefixes = nesting + prefixes + 1, chain + 1, 0
        elif kind in _CLOSING:
            nesting, chain = levels.pop() if levels else (0, 0)
            chain, prefixes = chain + 1, 0
        elif kind == "COMMA":
            chain = levels[-1][1] if levels else 0
        elif kind in BLOCKS or kind in BLOCK_ENDS or kind in _BREAKS:
            blocks = _blocks_after(kind, blocks)
            nesting = chain = prefixes = 0
            levels.clear()
        if blocks + nesting + prefixes > NESTING_LIMIT or chain > CHAIN_LIMIT:
            raise Refused([Diagnostic(source, token.span, "Слишком большая вложенность")])
        previous = kind


def _blocks_after(kind: str, blocks: int) -> int:
    if kind in BLOCKS:
        return blocks + 1
    if kind in BLOCK_ENDS:
        return max(0, blocks - 1)
    return 0 if kind in METHOD_STARTS or kind in METHOD_ENDS else blocks
