"""Expressions. Where types are known the bare Python operator is emitted; elsewhere one class test guards it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from interpreter.enterprise.compiler.calls import Calls
from interpreter.enterprise.compiler.unit import returned_annotation
from interpreter.enterprise.inference import Kind, Types, result_kind
from interpreter.enterprise.object_calls import THIS
from interpreter.enterprise.unavailable import reason_of
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.enterprise.compiler.unit import Unit
    from interpreter.enterprise.scopes import Variables
    from interpreter.source import Span

_ARITHMETIC: dict[str, tuple[type[ast.operator], str]] = {
    "+": (ast.Add, "1c.add"),
    "-": (ast.Sub, "1c.subtract"),
    "*": (ast.Mult, "1c.multiply"),
    "/": (ast.Div, "1c.divide"),
    "%": (ast.Mod, "1c.modulo"),
}
_ORDER: dict[str, tuple[type[ast.cmpop], str]] = {
    "<": (ast.Lt, "1c.less"),
    "<=": (ast.LtE, "1c.less_equal"),
    ">": (ast.Gt, "1c.greater"),
    ">=": (ast.GtE, "1c.greater_equal"),
}
_FUNCTION = "Это функция: после имени нужны скобки ()"
_PROCEDURE = "Это процедура: значения у неё нет, её вызывают отдельной строкой, со скобками ()"
FLAT_FROM = 40
"""A chain of more operators is evaluated step by step: CPython's compiler recurses into nested operators."""


class Expressions(Calls):
    """Compiles the expressions of one body."""

    def __init__(self, unit: Unit, variables: Variables, types: Types) -> None:
        self.unit, self.variables, self.types = unit, variables, types
        self.emit = unit.emit
        self._temporaries = 0

    def value(self, node: nodes.Expression) -> ast.expr:
        span = node.span
        match node:
            case nodes.Number(value=number):
                return self._number(span, number)
            case nodes.String(value=text) | nodes.Boolean(value=text):
                return self.emit.constant(span, text)
            case nodes.Undefined():
                return self.emit.constant(span, None)
            case nodes.Null():
                return self.unit.linked(span, "1c.null")
            case nodes.Date(value=digits):
                return self.unit.constant(span, "1c.date", digits)
            case nodes.Name():
                return self.read(node)
            case nodes.Unary() | nodes.Not() | nodes.Binary() | nodes.Ternary():
                return self._operation(node)
            case nodes.Await(operand=operand):
                return self.awaited(node.span, operand)
            case nodes.Member(owner=owner, name=name):
                return self.emit.attribute(name.span, self.value(owner), "." + self.unit.key(name.name))
            case nodes.Index():
                return self._index(node)
            case nodes.Call():
                return self.call(node)
            case nodes.New():
                return self.new(node)
            case nodes.NewDynamic():
                return self.new_dynamic(node)
        raise TypeError(f"no such expression: {node!r}")

    def read(self, node: nodes.Name) -> ast.expr:
        """A variable, else a property of the global context."""
        key = fold(node.name)
        if key in self.variables.names:
            return self.emit.name(node.span, self.variables.names[key])
        if key in self.unit.scope.modules:
            return self.emit.name(node.span, self.unit.scope.modules[key])
        if key in THIS:
            return self.this_object(node.span)
        if entry := self.unit.catalog.properties.get(key):
            return self.unit.library(node.span, entry, "value")
        self._undefined(node)
        return self.emit.constant(node.span, None)

    def this_object(self, span: Span) -> ast.expr:
        """ЭтотОбъект: the object whose text this is, else what the module shows of itself."""
        # In the text of an object this name stands for the object: see compiler.members.
        module = self.emit.name(span, "1c.module")
        return module if self.unit.scope.of_object else self.unit.helper(span, "1c.this", module)

    def awaited(self, span: Span, operand: nodes.Expression) -> ast.expr:
        """What a promise gives when it is done; any other value is there already."""
        first, again = self.twice(span, self.value(operand))
        is_promise = self.is_of_class(span, first, "1c.Promise")
        return self.emit.choice(span, is_promise, self.emit.await_(span, again), again)

    def condition(self, node: nodes.Expression) -> ast.expr:
        """An expression as Python's truth."""
        value = self.value(node)
        if self.types.of(node) is Kind.BOOLEAN and self.is_certain(node):
            return value
        first, again = self.twice(node.span, value)
        test = self.is_of_class(node.span, first, "1c.bool")
        return self.emit.choice(node.span, test, again, self.unit.helper(node.span, "1c.truth", again))

    def twice(self, span: Span, value: ast.expr) -> tuple[ast.expr, ast.expr]:
        """A value to be read twice: a name or constant as it is, anything else kept in a temporary."""
        if isinstance(value, ast.Name | ast.Constant):
            return value, value
        name = self.temporary()
        return self.emit.keep(span, name, value), self.emit.name(span, name)

    def temporary(self) -> str:
        self._temporaries += 1
        return f"1c.{self._temporaries}"

    def _undefined(self, node: nodes.Name) -> None:
        key = fold(node.name)
        hint = ""
        if facts := self.unit.scope.methods.get(key):
            hint = _FUNCTION if facts.is_function else _PROCEDURE
        elif entry := self.unit.catalog.functions.get(key):
            hint = _PROCEDURE if returned_annotation(entry) == "None" else _FUNCTION
        hint = (
            hint
            or reason_of(node.name)
            or self.unit.catalog.hint_for("property", node.name, self.variables.names.values())
        )
        self.unit.mistake(node.span, f"Переменная не определена ({node.name})", hint)

    def _number(self, span: Span, value: int | str) -> ast.expr:
        if isinstance(value, int):
            return self.emit.constant(span, value)
        return self.unit.constant(span, "1c.decimal", value)

    def _operation(self, node: nodes.Unary | nodes.Not | nodes.Binary | nodes.Ternary) -> ast.expr:
        match node:
            case nodes.Unary(operator=operator, operand=operand):
                value = self.value(operand)
                if operator == "+":
                    return self.unit.helper(node.span, "1c.positive", value)
                # A bare minus would round a fraction to the digits of the context.
                if not self.types.of(operand).is_integer:
                    return self.unit.helper(node.span, "1c.negate", value)
                return self.emit.unary(node.span, ast.USub(), value)
            case nodes.Not(operand=operand):
                return self.emit.unary(node.span, ast.Not(), self.condition(operand))
            case nodes.Ternary(condition=test, then=then, otherwise=otherwise):
                return self.emit.choice(node.span, self.condition(test), self.value(then), self.value(otherwise))
            case nodes.Binary():
                return self._chain(node)

    def _chain(self, node: nodes.Binary) -> ast.expr:
        """A left-leaning chain of operators, without recursion along it."""
        links: list[nodes.Binary] = []
        current: nodes.Expression = node
        while isinstance(current, nodes.Binary):
            links.append(current)
            current = current.left
        if links[-1].operator in ("and", "or"):
            result, kind = self.condition(current), Kind.BOOLEAN
        else:
            result, kind = self.value(current), self.types.of(current)
        steps: list[ast.expr] = []
        for number, link in enumerate(reversed(links)):
            if number and number % FLAT_FROM == 0:
                name = self.temporary()
                steps.append(self.emit.keep(link.left.span, name, result))
                result = self.emit.name(link.left.span, name)
            result = self._binary(link, result, kind)
            kind = result_kind(link.operator, kind, self.types.of(link.right))
        if not steps:
            return result
        last = self.emit.constant(node.span, len(steps))
        return self.emit.item(node.span, self.emit.tuple_(node.span, [*steps, result]), last)

    def _binary(self, node: nodes.Binary, left: ast.expr, left_kind: Kind) -> ast.expr:
        operator, span = node.operator, node.span
        if operator in ("and", "or"):
            if left_kind is not Kind.BOOLEAN:
                left = self.unit.helper(span, "1c.truth", left)
            join = self.emit.both if operator == "and" else self.emit.either
            return join(span, [left, self.condition(node.right)])
        right, right_kind = self.value(node.right), self.types.of(node.right)
        if operator in ("=", "<>"):
            return self.emit.compare(span, left, ast.Eq() if operator == "=" else ast.NotEq(), right)
        if operator in _ORDER:
            return self._order(span, operator, left, left_kind, right, right_kind)
        if operator == "+" and left_kind is Kind.STRING:
            return self.emit.binary(span, left, ast.Add(), self.as_text(node.right, right))
        return self._arithmetic(span, operator, left, left_kind, right, right_kind)

    def is_text(self, node: nodes.Expression) -> bool:
        """Is the value surely a string?"""
        return self.types.of(node) is Kind.STRING and self.is_certain(node)

    def as_text(self, node: nodes.Expression, value: ast.expr) -> ast.expr:
        """The value as Строка() gives it."""
        span, kind = node.span, self.types.of(node)
        if self.is_text(node):
            return value
        if kind not in (Kind.STRING, Kind.ANY):
            return self.unit.helper(span, "1c.text", value)
        first, again = self.twice(span, value)
        test = self.is_of_class(span, first, "1c.str")
        return self.emit.choice(span, test, again, self.unit.helper(span, "1c.text", again))

    def _order(
        self, span: Span, operator: str, left: ast.expr, left_kind: Kind, right: ast.expr, right_kind: Kind
    ) -> ast.expr:
        compare, helper = _ORDER[operator]

        def bare(left: ast.expr, right: ast.expr) -> ast.expr:
            return self.emit.compare(span, left, compare(), right)

        return self._of_numbers(span, bare, helper, left, left_kind, right, right_kind)

    def _arithmetic(
        self, span: Span, operator: str, left: ast.expr, left_kind: Kind, right: ast.expr, right_kind: Kind
    ) -> ast.expr:
        if operator == "/":
            return self._divide(span, left, left_kind, right)
        if operator == "%":
            return self._modulo(span, left, left_kind, right)
        python, helper = _ARITHMETIC[operator]

        def bare(left: ast.expr, right: ast.expr) -> ast.expr:
            return self.emit.binary(span, left, python(), right)

        return self._of_numbers(span, bare, helper, left, left_kind, right, right_kind)

    def _of_numbers(
        self,
        span: Span,
        bare: Callable[[ast.expr, ast.expr], ast.expr],
        helper: str,
        left: ast.expr,
        left_kind: Kind,
        right: ast.expr,
        right_kind: Kind,
    ) -> ast.expr:
        """Python's own operator where both operands are numbers, after a test when need be; else the helper."""
        if left_kind.is_number and right_kind.is_number:
            return bare(left, right)
        guard = self._numbers(span, left, left_kind, right, right_kind)
        if guard is None:
            return self.unit.helper(span, helper, left, right)
        test, left, right = guard
        return self.emit.choice(span, test, bare(left, right), self.unit.helper(span, helper, left, right))

    def _divide(self, span: Span, left: ast.expr, left_kind: Kind, right: ast.expr) -> ast.expr:
        """Halves and the like of whole numbers are often whole: those need no helper."""
        positive = isinstance(right, ast.Constant) and isinstance(right.value, int) and right.value > 0
        if not positive or not (left_kind.is_number or left_kind is Kind.ANY):
            return self.unit.helper(span, "1c.divide", left, right)
        first, again = self.twice(span, left)
        rest = self.emit.binary(span, again, ast.Mod(), right)
        test = [self.is_of_class(span, first, "1c.int"), self.emit.unary(span, ast.Not(), rest)]
        bare = self.emit.binary(span, again, ast.FloorDiv(), right)
        divided = self.unit.helper(span, "1c.divide", again, right)
        return self.emit.choice(span, self.emit.both(span, test), bare, divided)

    def _modulo(self, span: Span, left: ast.expr, left_kind: Kind, right: ast.expr) -> ast.expr:
        """Python's `%` has the sign of the divisor, ours of the dividend: they agree when both are positive."""
        positive = isinstance(right, ast.Constant) and isinstance(right.value, int) and right.value > 0
        if not positive or not (left_kind.is_number or left_kind is Kind.ANY):
            return self.unit.helper(span, "1c.modulo", left, right)
        if left_kind is Kind.NATURAL:
            return self.emit.binary(span, left, ast.Mod(), right)
        first, again = self.twice(span, left)
        not_negative = self.emit.compare(span, again, ast.GtE(), self.emit.constant(span, 0))
        if left_kind is Kind.INTEGER and isinstance(left, ast.BinOp):
            # Nothing else is surely a number: variables may have no value yet.
            test = self.emit.compare(span, first, ast.GtE(), self.emit.constant(span, 0))
        else:
            test = self.emit.both(span, [self.is_of_class(span, first, "1c.int"), not_negative])
        bare = self.emit.binary(span, again, ast.Mod(), right)
        return self.emit.choice(span, test, bare, self.unit.helper(span, "1c.modulo", again, right))

    def _numbers(
        self, span: Span, left: ast.expr, left_kind: Kind, right: ast.expr, right_kind: Kind
    ) -> tuple[ast.expr, ast.expr, ast.expr] | None:
        """A test that both are numbers, one of them a whole one, and the operands to use after it; None when there is
        no such test. Known numbers of any kind go with whole ones without a helper."""
        if not all(kind.is_number or kind is Kind.ANY for kind in (left_kind, right_kind)):
            return None
        if _may_change(right, left):
            return None
        if left_kind.is_number and isinstance(left, ast.Constant | ast.Name):
            first, again = self.twice(span, right)
            return self.is_of_class(span, first, "1c.int"), left, again
        if left_kind.is_integer:
            return None
        left_first, left_again = self.twice(span, left)
        if right_kind.is_number and isinstance(right, ast.Constant | ast.Name):
            return self.is_of_class(span, left_first, "1c.int"), left_again, right
        if right_kind.is_integer:
            return None
        right_first, right_again = self.twice(span, right)
        classes = [self.emit.attribute(span, value, "__class__") for value in (left_first, right_first)]
        pairs = [(ast.Is(), classes[1]), (ast.Is(), self.unit.linked(span, "1c.int"))]
        return self.emit.compare_chain(span, classes[0], pairs), left_again, right_again

    def is_of_class(self, span: Span, value: ast.expr, class_name: str) -> ast.expr:
        cls = self.emit.attribute(span, value, "__class__")
        return self.emit.compare(span, cls, ast.Is(), self.unit.linked(span, class_name))

    def is_certain(self, node: nodes.Expression) -> bool:
        """Can it not be Неопределено although its kind is known?

        A variable can, before its first assignment, and so can the result of a function that returns one.
        """
        if isinstance(node, nodes.Call) and isinstance(node.callee, nodes.Name):
            return fold(node.callee.name) not in self.unit.scope.methods
        return not isinstance(node, nodes.Name | nodes.Ternary)

    def _index(self, node: nodes.Index) -> ast.expr:
        owner, index = self.value(node.owner), self.value(node.index)
        if self.is_plain_key(node):
            return self.emit.item(node.span, owner, index)
        guard = self.array_guard(node, owner, index)
        if guard is None:
            return self.unit.helper(node.span, "1c.item", owner, index)
        test, owner, index = guard
        bare = self.emit.item(node.span, owner, index)
        if test is None:
            return bare
        return self.emit.choice(node.span, test, bare, self.unit.helper(node.span, "1c.item", owner, index))

    def is_plain_key(self, node: nodes.Index) -> bool:
        """Is it a map indexed by what a dict files as the map does? Only Истина and Ложь are not."""
        kind = self.types.of(node.index)
        return self.types.of(node.owner) is Kind.MAP and (kind is Kind.STRING or kind.is_number)

    def array_guard(
        self, node: nodes.Index, owner: ast.expr, index: ast.expr
    ) -> tuple[ast.expr | None, ast.expr, ast.expr] | None:
        """A test that it is an array indexed by a whole number from 0 up, where Python's own indexing is right.

        No test is needed where the types are known. None instead of all when both parts are more than names: one of
        them would be evaluated on one way only.
        """
        span, kind = node.span, self.types.of(node.index)
        simple_owner, simple_index = (isinstance(part, ast.Name | ast.Constant) for part in (owner, index))
        if not (kind.is_integer or kind is Kind.ANY) or not (simple_owner or simple_index) or _may_change(index, owner):
            return None
        is_array = self.types.of(node.owner) is Kind.ARRAY
        if kind is Kind.NATURAL and is_array:
            return None, owner, index
        owner_first, owner_again = (owner, owner) if is_array else self.twice(node.owner.span, owner)
        of_array = [] if is_array else [self.is_of_class(span, owner_first, "1c.Array")]
        index_first, index_again = self.twice(node.index.span, index)
        of_index: list[ast.expr] = []
        if kind is Kind.ANY or (kind is Kind.INTEGER and not isinstance(index, ast.BinOp)):
            of_index.append(self.is_of_class(span, index_first, "1c.int"))
            index_first = index_again
        if kind is not Kind.NATURAL:
            of_index.append(self.emit.compare(span, index_first, ast.GtE(), self.emit.constant(span, 0)))
        elif not simple_index:
            # No test reads it before the owner's: it is evaluated where it is used, on either way.
            index_again = index
        tests = [*of_index, *of_array] if simple_owner else [*of_array, *of_index]
        test = tests[0] if len(tests) == 1 else self.emit.both(span, tests)
        return test, owner_again, index_again


def _may_change(later: ast.expr, earlier: ast.expr) -> bool:
    """Could evaluating one operand change the variable that the other one reads? Calls hand values back into names,
    and while one waits others go on."""
    if not isinstance(earlier, ast.Name) or isinstance(later, ast.Name | ast.Constant):
        return False
    if any(isinstance(part, ast.Await) for part in ast.walk(later)):
        return True
    return any(isinstance(part, ast.Call) and isinstance(part.func, ast.Name) for part in ast.walk(later)) and any(
        isinstance(part, ast.NamedExpr) or (isinstance(part, ast.Name) and part.id.endswith("()"))
        for part in ast.walk(later)
    )
