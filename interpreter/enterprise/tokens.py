"""What the lexer makes and the parser eats."""

from __future__ import annotations

from interpreter.source import Span


class Token:
    """One word or sign. `type` is a terminal of grammar.lark, or ERROR: then the lexer holds a diagnostic for it.

    Not a dataclass: texts have hundreds of thousands of these.
    """

    __slots__ = ("end", "start", "text", "type")

    def __init__(self, type_: str, text: str, start: int, end: int) -> None:
        self.type = type_
        self.text = text
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"{self.type} {self.text!r} {self.start}"
