"""`если` and `выбор`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.expressions import Expressions

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable


class Choices(Expressions):
    def if_(self, node: nodes.If) -> list[ast.stmt]:
        otherwise = self.block(node.otherwise) if node.otherwise else []
        # Innermost first, but the temporaries and lambdas of earlier conditions come first.
        tests = [self.condition(branch.condition) for branch in node.branches]
        bodies = [self.block(branch.block) for branch in node.branches]
        for branch, test, body in reversed(list(zip(node.branches, tests, bodies, strict=True))):
            otherwise = [self.emit.if_(branch.span, test, body, otherwise)]
        return [*otherwise, self.emit.pass_(node.end)]

    def case(self, node: nodes.Case) -> list[ast.stmt]:
        """The first branch with a condition that fits; nothing when there is none."""
        steps: list[ast.stmt] = []
        subject: Callable[[], ast.expr] | None = None
        if node.subject is not None:
            value = self.value(node.subject)
            name = self.temporary()
            span = node.subject.span
            steps.append(self.emit.assign(span, self.emit.target(span, name), value))
            subject = lambda: self.emit.name(span, name)  # noqa: E731 - closes over the span
        otherwise = self.block(node.otherwise) if node.otherwise else []
        tests = [self._test_of(node, branch, subject) for branch in node.branches]
        bodies = [self.block(branch.block) for branch in node.branches]
        for branch, test, body in reversed(list(zip(node.branches, tests, bodies, strict=True))):
            otherwise = [self.emit.if_(branch.span, test, body, otherwise)]
        return [*steps, *otherwise, self.emit.pass_(node.end)]

    def _test_of(self, node: nodes.Case, branch: nodes.WhenBranch, subject: Callable[[], ast.expr] | None) -> ast.expr:
        tests = [self._condition_of(node, condition, subject) for condition in branch.conditions]
        return tests[0] if len(tests) == 1 else self.emit.either(branch.conditions[0].span, tests)

    def _condition_of(
        self, node: nodes.Case, condition: nodes.WhenCondition, subject: Callable[[], ast.expr] | None
    ) -> ast.expr:
        span = condition.span
        if subject is None or node.subject is None:
            if isinstance(condition, nodes.WhenValue):
                return self.condition(condition.value)
            self.unit.mistake(span, "Здесь ожидается условие", "После слова «выбор» нет того, с чем сравнивать")
            return self.emit.constant(span, False)
        match condition:
            case nodes.WhenValue(value=value):
                return self.compare(span, subject(), node.subject, "==", self.value(value), value)
            case nodes.WhenComparison(operator=operator, operand=operand):
                return self.compare(span, subject(), node.subject, operator, self.value(operand), operand)
            case nodes.WhenType(negated=negated, type=type_):
                return self.test_value(span, subject(), type_, negated=negated)
