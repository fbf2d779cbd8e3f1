"""Where the parser stopped, and what was open there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from interpreter.element import nodes
from interpreter.element.lexer import Token
from interpreter.source import Span

if TYPE_CHECKING:
    from interpreter.source import Source

BLOCKS = frozenset("METHOD STRUCTURE EXCEPTION ENUM IF CASE CASE_BARE FOR WHILE TRY SCOPE".split())
STATEMENT_STARTS = frozenset(
    "VAR VAL USE IF CASE CASE_BARE WHILE FOR TRY SCOPE BREAK CONTINUE RETURN RETURN_BARE THROW NEW THIS IDENT".split()
)
_ROUND = frozenset({"LPAR", "LPAR_NL", "LAM_LPAR"})
_CLOSERS = {
    "SEMI": BLOCKS,
    "RPAR": _ROUND,
    "RBR": frozenset({"LBR", "LBR_NL"}),
    "RBRACE": frozenset({"LBRACE"}),
    "GT": frozenset({"LT_GEN", "LT_LIT"}),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the parser stopped: the token at `position` fits no terminal of `accepted`; `values` is what is open."""

    source: Source
    tokens: list[Token]
    first: int
    position: int
    accepted: frozenset[str]
    values: list[Any]

    @property
    def token(self) -> Token:
        return self.tokens[self.position]

    @property
    def before(self) -> Token | None:
        return self.tokens[self.position - 1] if self.position > self.first else None

    @property
    def following(self) -> Token:
        """The token behind the one at which the parser stopped; that one again at the end of the text."""
        return self.tokens[min(self.position + 1, len(self.tokens) - 1)]

    @property
    def gap(self) -> Span:
        """The place right behind the last token that was understood."""
        before = self.before
        end = before.end if before else self.token.start
        return Span(end, end)

    def opened(self, types: frozenset[str]) -> Token | None:
        """The innermost token of some types that opens something still open."""
        closed: list[frozenset[str]] = []
        for value in reversed(self.values):
            if not isinstance(value, Token):
                # The word «если» is part of a branch by the time its `;` comes.
                if closed and isinstance(value, nodes.IfBranch) and closed[-1] is BLOCKS:
                    closed.pop()
                continue
            if value.type in _CLOSERS:
                closed.append(_CLOSERS[value.type])
            elif closed and value.type in closed[-1]:
                closed.pop()
            elif value.type in types:
                return value
        return None


def unexpected(token: Token) -> str:
    """The message about a token that does not belong there, as far as it fits on a line."""
    if token.type == "$END":
        return "Неожиданный конец текста"
    shown = token.text if len(token.text) <= 30 and "\n" not in token.text else f"{token.text[:20].split(chr(10))[0]}…"
    return f"Неожиданно: «{shown}»"
