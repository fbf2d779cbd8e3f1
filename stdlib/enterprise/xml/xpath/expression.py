"""What a parsed expression is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.xpath.conversion import Value


class Context:
    """The node that an expression is evaluated at, its number among `size`, counted from 1."""

    __slots__ = ("node", "number", "size")

    def __init__(self, node: DOMNode, number: int = 1, size: int = 1) -> None:
        self.node, self.number, self.size = node, number, size


class Expression:
    """`kind` is "nodes", "string", "number" or "boolean"; `positional`: asks for the place of the node."""

    __slots__ = ("evaluate", "kind", "literal", "positional")

    def __init__(
        self,
        kind: str,
        evaluate: Callable[[Context], Value],
        *,
        positional: bool = False,
        literal: float | None = None,
    ) -> None:
        self.kind, self.evaluate, self.positional, self.literal = kind, evaluate, positional, literal
