"""`+ - * / % **`. Where types are known the bare Python operator is emitted."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element.compiler.kinds import Kind
from interpreter.element.compiler.part import Part

if TYPE_CHECKING:
    from interpreter.element import nodes
    from interpreter.source import Span

_OPERATORS: dict[str, tuple[type[ast.operator] | None, str]] = {
    "+": (ast.Add, "1c.add"),
    "-": (ast.Sub, "1c.subtract"),
    "*": (ast.Mult, "1c.multiply"),
    "/": (None, "1c.divide"),
    "%": (None, "1c.modulo"),
    "**": (None, "1c.power"),
}


class Arithmetic(Part):
    def binary(self, node: nodes.Binary, left: ast.expr) -> ast.expr:
        kinds = self.kind(node.left), self.kind(node.right)
        return self.operate(node.span, node.operator, left, self.value(node.right), kinds)

    def operate(self, span: Span, operator: str, left: ast.expr, right: ast.expr, kinds: tuple[Kind, Kind]) -> ast.expr:
        """An operation on two values of these kinds."""
        python, helper = _OPERATORS[operator]
        if operator == "+" and kinds[0] is Kind.STRING:
            if kinds[1] is Kind.NUMBER:
                right = self.number_text(span, right)
            elif kinds[1] is not Kind.STRING:
                right = self.unit.helper(span, "1c.operand", right)
            return self.emit.binary(span, left, ast.Add(), right)
        if python and kinds == (Kind.NUMBER, Kind.NUMBER):
            return self.emit.binary(span, left, python(), right)
        if operator == "%" and kinds == (Kind.NUMBER, Kind.NUMBER):
            return self._modulo(span, left, right)
        return self.unit.helper(span, helper, left, right)

    def _modulo(self, span: Span, left: ast.expr, right: ast.expr) -> ast.expr:
        """Python's `%` has the sign of the divisor, ours of the dividend: they agree when both are positive."""
        positive = isinstance(right, ast.Constant) and isinstance(right.value, int) and right.value > 0
        if not positive:
            return self.unit.helper(span, "1c.modulo", left, right)
        first, again = self.twice(span, left)
        zero = self.emit.constant(span, 0)
        whole = self.emit.compare(
            span, self.emit.attribute(span, again(), "__class__"), ast.Is(), self.unit.linked(span, "1c.int")
        )
        test = self.emit.both(span, [self.emit.compare(span, first, ast.GtE(), zero), whole])
        bare = self.emit.binary(span, again(), ast.Mod(), right)
        return self.emit.choice(span, test, bare, self.unit.helper(span, "1c.modulo", again(), right))

    def unary(self, node: nodes.Unary) -> ast.expr:
        value = self.value(node.operand)
        if self.kind(node.operand) is not Kind.NUMBER:
            return self.unit.helper(node.span, "1c.negate" if node.operator == "-" else "1c.affirm", value)
        return self.emit.unary(node.span, ast.USub(), value) if node.operator == "-" else value
