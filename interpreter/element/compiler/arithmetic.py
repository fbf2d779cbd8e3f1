"""`+ - * / % **`. Where types are known the bare Python operator is emitted."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element.compiler.kinds import Kind
from interpreter.element.compiler.part import Part

if TYPE_CHECKING:
    from interpreter.element import nodes
    from interpreter.element.compiler.certainty import Sure
    from interpreter.source import Span

_OPERATORS: dict[str, tuple[type[ast.operator] | None, str]] = {
    "+": (ast.Add, "1c.add"),
    "-": (ast.Sub, "1c.subtract"),
    "*": (ast.Mult, "1c.multiply"),
    "/": (None, "1c.divide"),
    "%": (None, "1c.modulo"),
    "**": (None, "1c.power"),
}
_TIMES = (Kind.TIME, Kind.TIME)


class Arithmetic(Part):
    def binary(self, node: nodes.Binary, left: ast.expr) -> ast.expr:
        if node.operator == "/" and self.sure(node).is_whole:
            return self._whole_part(node, left, self.value(node.right))
        right = self.value(node.right)
        numbers = self.kind(node.left) is self.kind(node.right) is Kind.NUMBER
        if node in self.tested_for_rest and numbers and _is_positive(right):
            return self.emit.binary(node.span, left, ast.Mod(), right)
        return self.operate(node.span, node.operator, left, right, (node.left, node.right))

    def _whole_part(self, node: nodes.Binary, left: ast.expr, right: ast.expr) -> ast.expr:
        """Of a quotient that has no other part, or whose other part is not wanted: that is cut towards zero."""
        span = node.span
        if self.sure(node).is_natural or not self.unit.certainty.is_cut(node):
            return self.emit.binary(span, left, ast.FloorDiv(), right)
        first, again = self.twice(span, left)
        bare = self.emit.binary(span, again(), ast.FloorDiv(), right)
        opposite = self.emit.unary(span, ast.USub(), again())
        cut = self.emit.unary(span, ast.USub(), self.emit.binary(span, opposite, ast.FloorDiv(), right))
        return self.emit.choice(span, self.emit.compare(span, first, ast.GtE(), self.emit.constant(span, 0)), bare, cut)

    def operate(
        self,
        span: Span,
        operator: str,
        left: ast.expr,
        right: ast.expr,
        operands: tuple[nodes.Expression, nodes.Expression],
    ) -> ast.expr:
        """An operation on two values, whose nodes tell their types."""
        python, helper = _OPERATORS[operator]
        kinds = self.kind(operands[0]), self.kind(operands[1])
        if operator == "+" and kinds[0] is Kind.STRING:
            return self.emit.binary(span, left, ast.Add(), self.text_operand(span, right, operands[1]))
        if python and (kinds == (Kind.NUMBER, Kind.NUMBER) or (kinds == _TIMES and operator in "+-")):
            return self.emit.binary(span, left, python(), right)
        if operator == "%" and kinds == (Kind.NUMBER, Kind.NUMBER):
            return self._modulo(span, left, right, self.sure(operands[0]))
        if operator == "/" and kinds == (Kind.NUMBER, Kind.NUMBER):
            return self._divide(span, left, right, self.sure(operands[0]))
        return self.unit.helper(span, helper, left, right)

    def text_operand(self, span: Span, value: ast.expr, node: nodes.Expression) -> ast.expr:
        """What is added to a text."""
        kind = self.kind(node)
        if kind is Kind.NUMBER:
            return self.emit.joined(span, [self.number_text(span, value, node)])
        return value if kind is Kind.STRING else self.unit.helper(span, "1c.operand", value)

    def _divide(self, span: Span, left: ast.expr, right: ast.expr, sure: Sure) -> ast.expr:
        """Halves and the like of whole numbers are often whole: those need no helper."""
        if not _is_positive(right):
            return self.unit.helper(span, "1c.divide", left, right)
        first, again = self.twice(span, left)
        rest = self.emit.binary(span, first if sure.is_whole else again(), ast.Mod(), right)
        test = self.emit.unary(span, ast.Not(), rest)
        if not sure.is_whole:
            test = self.emit.both(span, [self.is_int(span, first), test])
        bare = self.emit.binary(span, again(), ast.FloorDiv(), right)
        divided = self.unit.helper(span, "1c.divide", again(), right)
        return self.emit.choice(span, test, bare, divided)

    def _modulo(self, span: Span, left: ast.expr, right: ast.expr, sure: Sure) -> ast.expr:
        """Python's `%` has the sign of the divisor, ours of the dividend: they agree when both are positive."""
        if not _is_positive(right):
            return self.unit.helper(span, "1c.modulo", left, right)
        if sure.is_natural:
            return self.emit.binary(span, left, ast.Mod(), right)
        first, again = self.twice(span, left)
        not_negative = self.emit.compare(span, first, ast.GtE(), self.emit.constant(span, 0))
        test = not_negative if sure.is_whole else self.emit.both(span, [not_negative, self.is_int(span, again())])
        bare = self.emit.binary(span, again(), ast.Mod(), right)
        return self.emit.choice(span, test, bare, self.unit.helper(span, "1c.modulo", again(), right))

    def unary(self, node: nodes.Unary) -> ast.expr:
        value = self.value(node.operand)
        if self.kind(node.operand) is not Kind.NUMBER:
            return self.unit.helper(node.span, "1c.negate" if node.operator == "-" else "1c.affirm", value)
        return self.emit.unary(node.span, ast.USub(), value) if node.operator == "-" else value


def _is_positive(divisor: ast.expr) -> bool:
    return isinstance(divisor, ast.Constant) and isinstance(divisor.value, int) and divisor.value > 0
