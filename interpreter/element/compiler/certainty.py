"""What a value certainly is, whatever the library and other texts do: types of generic code are not checked while it
runs, and a Число may be a Decimal. Where it is certain the compiler emits what Python does for such values.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import LibraryMember, Local
from interpreter.element.compiler.givings import Givings
from interpreter.element.compiler.kinds import Kind
from interpreter.element.types import LibraryType

if TYPE_CHECKING:
    from interpreter.element.checked import CheckedModule
    from interpreter.element.compiler.givings import Body, Giving, Variable
    from interpreter.element.compiler.kinds import Kinds


class Sure(Enum):
    """Each of the first four is one of the next, too."""

    SHORT = 0
    """A natural number that can be written at once: Python refuses to write those of thousands of digits."""
    NATURAL = 1
    """Whole, from zero up."""
    WHOLE = 2
    NUMBER = 3
    TEXT = 4
    NOTHING = 5

    @property
    def is_natural(self) -> bool:
        return self.value <= Sure.NATURAL.value

    @property
    def is_whole(self) -> bool:
        return self.value <= Sure.WHOLE.value

    @property
    def is_number(self) -> bool:
        return self.value <= Sure.NUMBER.value


_SIZES = frozenset({"Длина", "Размер"})
_MOST_ROUNDS = 20
_BY_ANNOTATION = {"int": Sure.WHOLE, "str": Sure.TEXT, "Value": Sure.NUMBER, "Number": Sure.NUMBER}


class Certainty:
    def __init__(self, checked: CheckedModule, kinds: Kinds, *, closed: bool) -> None:
        """`closed`: nothing outside of the text calls its methods, but the first one."""
        self._checked, self._kinds = checked, kinds
        self._givings = Givings(checked, closed=closed)
        self._variables: dict[Variable, Sure] = {}
        """Those that no value has been found for yet are missing."""
        self._known: dict[nodes.Expression, Sure] | None = None
        self._settle()
        self._known = {}

    def _settle(self) -> None:
        for _ in range(_MOST_ROUNDS):
            changed = False
            for variable, given in self._givings.values.items():
                before = found = self._variables.get(variable)
                for body, value in given:
                    found = _either(found, self._given(body, value))
                    if found is Sure.NOTHING:
                        break
                if found is not None and found is not before:
                    self._variables[variable] = found
                    changed = True
            if not changed:
                return
        self._variables = dict.fromkeys(self._givings.values, Sure.NOTHING)

    def _given(self, body: Body, value: Giving) -> Sure | None:
        match value:
            case None:
                return Sure.NOTHING
            case nodes.VariableDeclaration():
                kind = self._kinds.of(value.type) if value.type else Kind.ANY
                return {Kind.NUMBER: Sure.SHORT, Kind.STRING: Sure.TEXT}.get(kind, Sure.NOTHING)
            case nodes.Assignment():
                now, added = self.of(value.target, body), self.of(value.value, body)
                return self._operation(value.operator[0], now, added)
            case nodes.ForTo():
                return self._counted(body, value)
        return self.of(value, body)

    def _counted(self, body: Body, loop: nodes.ForTo) -> Sure | None:
        start = self.of(loop.start, body)
        step = self.of(loop.step, body) if loop.step else Sure.SHORT
        if start is None or step is None:
            return None
        if not loop.down:
            # Counting does not come far within a lifetime, so what begins short stays short.
            return _either(start, step)
        stop = self.of(loop.stop, body)
        if stop is None:
            return None
        if not (start.is_whole and step.is_whole):
            return _either(start, step)
        return start if start.is_natural and stop.is_natural else Sure.WHOLE

    def of(self, node: nodes.Expression, body: Body) -> Sure | None:
        """None only before the variables are settled. A chain of operators may be long: it is walked in a loop."""
        chain: list[nodes.Binary] = []
        while isinstance(node, nodes.Binary) and not (self._known and node in self._known):
            chain.append(node)
            node = node.left
        result = self._known[node] if self._known and node in self._known else self._simple(node, body)
        for link in reversed(chain):
            if link.operator == "/":
                cut = link in self._givings.exact or link in self._givings.cut
                if not cut or not (result is None or result.is_whole):
                    result = self._operation("/", result, self.of(link.right, body))
            else:
                result = self._operation(link.operator, result, self.of(link.right, body))
            if self._known is not None:
                self._known[link] = result or Sure.NOTHING
        return result

    def is_cut(self, division: nodes.Binary) -> bool:
        """Is only the whole part of a quotient wanted?"""
        return division in self._givings.cut

    def _operation(self, operator: str, left: Sure | None, right: Sure | None) -> Sure | None:
        if left is None or right is None:
            return None
        if operator == "+" and Sure.TEXT in (left, right):
            return Sure.TEXT
        if not (left.is_number and right.is_number):
            return Sure.NOTHING
        if not (left.is_whole and right.is_whole):
            return Sure.NUMBER
        natural = left.is_natural and right.is_natural
        if operator in ("+", "*"):
            return Sure.NATURAL if natural else Sure.WHOLE
        if operator == "%":
            if natural and (Sure.SHORT in (left, right)):
                return Sure.SHORT
            return Sure.NATURAL if natural else Sure.WHOLE
        return Sure.WHOLE if operator == "-" else Sure.NUMBER

    def _simple(self, node: nodes.Expression, body: Body) -> Sure | None:
        match node:
            case nodes.NumberLiteral(value=value):
                return Sure.SHORT if isinstance(value, int) else Sure.NUMBER
            case nodes.StringLiteral() | nodes.Interpolated():
                return Sure.TEXT
            case nodes.Unary(operand=operand, operator=operator):
                inner = self.of(operand, body)
                return inner if inner in (None, Sure.NOTHING) or operator != "-" else _either(inner, Sure.WHOLE)
            case nodes.Reference():
                meaning = self._checked.meanings.get(node)
                variable = (body, node.path[-1].text)
                if not isinstance(meaning, Local) or variable not in self._givings.values:
                    return Sure.NOTHING
                return self._variables.get(variable, None if self._known is None else Sure.NOTHING)
            case nodes.Ternary(then=then, otherwise=otherwise):
                return _either(self.of(then, body), self.of(otherwise, body))
            case nodes.Call(callee=nodes.Member() as callee):
                return self._answer(node, callee)
            case nodes.Member():
                return self._answer(node, node)
        return Sure.NOTHING

    def _answer(self, node: nodes.Call | nodes.Member, member: nodes.Member) -> Sure:
        """Of a method or property of the library: what its Python annotation says."""
        found = self._checked.members.get(member)
        if not isinstance(found, LibraryMember) or self._kinds.of(node) not in (Kind.NUMBER, Kind.STRING):
            return Sure.NOTHING
        if found.info.ru == "Исключение" and not self._is_of_library(member.target):
            # A script's exception may tell what it pleases.
            return Sure.NOTHING
        if found.member.ru in _SIZES:
            return Sure.SHORT
        annotations = getattr(found.member.target, "__annotations__", {})
        return _BY_ANNOTATION.get(annotations.get("return", ""), Sure.NOTHING)

    def _is_of_library(self, exception: nodes.Expression) -> bool:
        known = self._checked.types.get(exception)
        return isinstance(known, LibraryType) and known.info.ru != "Исключение"


def _either(one: Sure | None, other: Sure | None) -> Sure | None:
    """What holds for both."""
    if one is None or one is other:
        return other
    if other is None:
        return one
    return max(one, other, key=lambda sure: sure.value) if one.is_number and other.is_number else Sure.NOTHING
