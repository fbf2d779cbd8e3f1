"""What every part of Expressions has."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element.compiler.certainty import Sure
from interpreter.element.compiler.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element import nodes
    from interpreter.element.compiler.givings import Body
    from interpreter.element.compiler.unit import Unit
    from interpreter.element.types import Type
    from interpreter.emit import Emitter
    from interpreter.source import Span


class Part:
    """State of one body on its way through the compiler.

    `hoisted` takes statements that must stand before the one that is being compiled: definitions of lambdas.
    """

    def __init__(self, unit: Unit, owner: str = "") -> None:
        self.unit = unit
        self.emit: Emitter = unit.emit
        self.owner = owner
        self.hoisted: list[ast.stmt] = []
        self.method: Body = None
        self.tested_for_rest: set[nodes.Expression] = set()
        """Remainders of which only is asked whether they are zero: their signs do not matter."""
        self.pairs: set[str] = set()
        """Variables of loops through maps whose key and value are variables of their own, see pair_part."""
        self._temporaries = 0

    def value(self, node: nodes.Expression) -> ast.expr:
        raise NotImplementedError

    def condition(self, node: nodes.Expression) -> ast.expr:
        raise NotImplementedError

    def block(self, block: nodes.Block) -> list[ast.stmt]:
        raise NotImplementedError

    def body_of_lambda(self, block: nodes.Block, end: Span) -> list[ast.stmt]:
        raise NotImplementedError

    def type_test_of(self, node: nodes.TypeExpression, *, of_value: bool = True) -> ast.expr:
        raise NotImplementedError

    def type_value(self, span: Span, type_: nodes.TypeExpression) -> ast.expr:
        raise NotImplementedError

    def fitted(self, span: Span, value: ast.expr, node: nodes.Expression, type_: nodes.TypeExpression) -> ast.expr:
        raise NotImplementedError

    def fitted_to(self, span: Span, value: ast.expr, node: nodes.Expression, target: Type) -> ast.expr:
        raise NotImplementedError

    def kind(self, node: nodes.Node) -> Kind:
        return self.unit.kinds.of(node)

    def is_plain(self, key: nodes.Expression) -> bool:
        """Does a dictionary have it as it is? A Булево it keeps apart from 0 and 1."""
        return self.kind(key) in (Kind.STRING, Kind.NUMBER)

    def sure(self, node: nodes.Expression) -> Sure:
        """What the value is for certain."""
        return self.unit.certainty.of(node, self.method) or Sure.NOTHING

    def is_int(self, span: Span, value: ast.expr) -> ast.expr:
        """The test that CPython specialises; `__class__` it looks up each time."""
        cls = self.unit.helper(span, "1c.type", value)
        return self.emit.compare(span, cls, ast.Is(), self.unit.linked(span, "1c.int"))

    def temporary(self) -> str:
        self._temporaries += 1
        return f"1c.{self._temporaries}"

    def number_text(self, span: Span, value: ast.expr, node: nodes.Expression) -> ast.expr:
        """A number as a part of an f-string; Python itself refuses to write very long ones."""
        if self.sure(node) is Sure.SHORT:
            return self.emit.constant(span, str(value.value)) if isinstance(value, ast.Constant) else value
        return self.unit.helper(span, "1c.number_text", value)

    def twice(self, span: Span, value: ast.expr) -> tuple[ast.expr, Callable[[], ast.expr]]:
        """A value for its first reading, and what makes its further readings; evaluated once."""
        if isinstance(value, ast.Name):
            name = value.id
        elif isinstance(value, ast.Constant):
            constant = value.value
            return value, lambda: self.emit.at(span, ast.Constant(constant))
        else:
            name = self.temporary()
            value = self.emit.keep(span, name, value)
        return value, lambda: self.emit.name(span, name)
