"""Where in which text the parser is, for those who make nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.element.syntax_messages import TOO_DEEP, Mistake
from interpreter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element import nodes

CHAIN_LIMIT = 500
"""Operators of one rank, or suffixes, in a row: as deep the tree may lean to the left."""


class Place:
    """The parser sets `start` and `end` to the place of a rule before it has the rule's node made.

    `parse_part` reads the expression of an interpolation.
    """

    def __init__(self) -> None:
        self.text = ""
        self.start = self.end = 0
        self.parse_part: Callable[[Span], nodes.Expression]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def bounded(self, chain: list[Any]) -> tuple[Any, ...]:
        """A chain that is not too long."""
        if len(chain) > CHAIN_LIMIT:
            raise Mistake(self.span, TOO_DEEP)
        return tuple(chain)
