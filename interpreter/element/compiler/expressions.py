"""Expressions of one body."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.chains import LINKS, Chains
from interpreter.element.compiler.kinds import PRIMITIVE, Kind
from interpreter.element.compiler.literals import Literals

if TYPE_CHECKING:
    from interpreter.source import Span

COMPARISONS: dict[str, tuple[type[ast.cmpop], str]] = {
    "==": (ast.Eq, "1c.equal"),
    "!=": (ast.NotEq, "1c.not_equal"),
    "<": (ast.Lt, "1c.less"),
    "<=": (ast.LtE, "1c.less_or_equal"),
    ">": (ast.Gt, "1c.greater"),
    ">=": (ast.GtE, "1c.greater_or_equal"),
}
_EQUALITIES = ("==", "!=")
_ORDERED = (Kind.NUMBER, Kind.STRING)


class Expressions(Chains, Literals):
    def value(self, node: nodes.Expression) -> ast.expr:
        if isinstance(node, LINKS):
            return self.chain(node)
        match node:
            case nodes.Reference():
                return self.reference(node)
            case nodes.This():
                return self.emit.name(node.span, "этот")
            case nodes.New():
                return self.new(node)
            case nodes.Throw():
                return self.unit.helper(node.span, "1c.throw", self.value(node.value))
            case nodes.Unary():
                return self.unary(node)
            case nodes.Not(operand=operand):
                return self.emit.unary(node.span, ast.Not(), self.condition(operand))
            case nodes.Comparison():
                return self._comparison(node)
            case nodes.Logical(operator=operator, operands=operands):
                join = self.emit.both if operator == "и" else self.emit.either
                return join(node.span, [self.condition(operand) for operand in operands])
            case nodes.Coalesce():
                return self._coalesce(node)
            case nodes.Ternary(condition=test, then=then, otherwise=otherwise):
                return self.emit.choice(node.span, self.condition(test), self.value(then), self.value(otherwise))
            case nodes.Lambda():
                return self.lambda_(node)
            case nodes.MethodReference():
                return self.method_reference(node)
            case nodes.Global():
                self.unit.mistake(node.span, "После слова «глобальный» ожидается имя")
                return self.emit.constant(node.span, None)
        return self.literal(node)

    def condition(self, node: nodes.Expression) -> ast.expr:
        """An expression as Python's truth: a Булево and nothing else."""
        value = self.value(node)
        return value if self.kind(node) is Kind.BOOLEAN else self.unit.helper(node.span, "1c.condition", value)

    def _coalesce(self, node: nodes.Coalesce) -> ast.expr:
        left, again = self.twice(node.left.span, self.value(node.left))
        return self.emit.choice(node.span, self.emit.is_none(node.span, left), self.value(node.right), again())

    def _comparison(self, node: nodes.Comparison) -> ast.expr:
        """`a < b <= c` holds when each pair does."""
        if _asks_for_rest(node):
            self.tested_for_rest.add(node.first)
        left, left_node = self.value(node.first), node.first
        pairs: list[ast.expr] = []
        for number, tail in enumerate(node.tails):
            right = self.value(tail.operand)
            again = None
            if number < len(node.tails) - 1:
                right, again = self.twice(tail.operand.span, right)
            pairs.append(self.compare(node.span, left, left_node, tail.operator, right, tail.operand))
            if again:
                left, left_node = again(), tail.operand
        return pairs[0] if len(pairs) == 1 else self.emit.both(node.span, pairs)

    def compare(
        self,
        span: Span,
        left: ast.expr,
        left_node: nodes.Expression,
        operator: nodes.ComparisonOperator,
        right: ast.expr,
        right_node: nodes.Expression,
    ) -> ast.expr:
        """One comparison of two values whose nodes tell their types."""
        python, helper = COMPARISONS[operator]
        kinds = self.kind(left_node), self.kind(right_node)
        if operator in _EQUALITIES:
            if isinstance(left_node, nodes.UndefinedLiteral) or isinstance(right_node, nodes.UndefinedLiteral):
                return self.emit.compare(span, left, ast.Is() if operator == "==" else ast.IsNot(), right)
            bare = (kinds[0] is kinds[1] and kinds[0] in PRIMITIVE) or Kind.ENUMERATION in kinds
        else:
            bare = kinds[0] is kinds[1] and kinds[0] in _ORDERED
        if bare:
            return self.emit.compare(span, left, python(), right)
        return self.unit.helper(span, helper, left, right)


def _asks_for_rest(node: nodes.Comparison) -> bool:
    """`Н % 3 == 0`"""
    match node:
        case nodes.Comparison(
            first=nodes.Binary(operator="%"),
            tails=(nodes.ComparisonTail(operator="==" | "!=", operand=nodes.NumberLiteral(value=0)),),
        ):
            return True
    return False
