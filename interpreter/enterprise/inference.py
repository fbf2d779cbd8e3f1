"""Types of a body's variables, as far as they can be told cheaply and for certain.

Only assignments count, not their order: a variable has a type when every value that is ever assigned to it has. It may
still be Неопределено before the first assignment; Python's arithmetic refuses None, so bare operators stay right.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from interpreter.enterprise.scopes import ModuleScope, Usage


class Kind(IntEnum):
    """What is known of a value. INTEGER is a NUMBER whose Python type is int."""

    NOTHING = 0
    INTEGER = 1
    NUMBER = 2
    STRING = 3
    BOOLEAN = 4
    ANY = 5

    @property
    def is_number(self) -> bool:
        return self in (Kind.INTEGER, Kind.NUMBER)


def join(one: Kind, other: Kind) -> Kind:
    if one is other or other is Kind.NOTHING:
        return one
    if one is Kind.NOTHING:
        return other
    return Kind.NUMBER if one.is_number and other.is_number else Kind.ANY


RESULTS = {"int": Kind.INTEGER, "Number": Kind.NUMBER, "str": Kind.STRING, "bool": Kind.BOOLEAN}
"""Annotations of library functions and what they promise."""


class Types:
    """Kinds of the variables of one body. Names that are not here may hold anything."""

    def __init__(self, function_kind: Callable[[str], Kind]) -> None:
        self.known: dict[str, Kind] = {}
        self._function_kind = function_kind

    def of(self, node: nodes.Expression) -> Kind:
        """The kind of an expression."""
        match node:
            case nodes.Number(value=value):
                return Kind.INTEGER if isinstance(value, int) else Kind.NUMBER
            case nodes.String():
                return Kind.STRING
            case nodes.Boolean() | nodes.Not():
                return Kind.BOOLEAN
            case nodes.Name(name=name):
                return self.known.get(fold(name), Kind.ANY)
            case nodes.Unary(operand=operand):
                kind = self.of(operand)
                return kind if kind in (Kind.INTEGER, Kind.NOTHING) else Kind.NUMBER
            case nodes.Binary():
                return self._of_chain(node)
            case nodes.Ternary(then=then, otherwise=otherwise):
                return join(self.of(then), self.of(otherwise))
            case nodes.Call(callee=nodes.Name(name=name)):
                return self._function_kind(fold(name))
        return Kind.ANY

    def _of_chain(self, node: nodes.Binary) -> Kind:
        operators: list[nodes.Binary] = []
        current: nodes.Expression = node
        while isinstance(current, nodes.Binary):
            operators.append(current)
            current = current.left
        kind = self.of(current)
        for binary in reversed(operators):
            kind = result_kind(binary.operator, kind, self.of(binary.right))
        return kind


def result_kind(operator: str, left: Kind, right: Kind) -> Kind:
    """The kind of an operation's result by the kinds of its operands."""
    if operator in ("=", "<>", "<", "<=", ">", ">=", "and", "or"):
        return Kind.BOOLEAN
    if operator == "+" and left is Kind.STRING:
        return Kind.STRING
    if Kind.NOTHING in (left, right):
        return Kind.NOTHING
    if left.is_number and right.is_number:
        return Kind.NUMBER if operator == "/" else max(left, right)
    # Whatever else these operators accept becomes a number; only `+` and `-` also know dates and strings.
    return Kind.NUMBER if operator in ("*", "/", "%") else Kind.ANY


def infer(
    body: Iterable[nodes.Statement],
    usage: Usage,
    local: Mapping[str, str],
    scope: ModuleScope,
    function_kind: Callable[[str], Kind],
) -> Types:
    """Kinds of the variables in `local` (folded name → anything) that nothing but plain assignment changes."""
    from interpreter.enterprise.scopes import handed_back

    types = Types(function_kind)
    if usage.executes:
        return types
    untold = {name for call in usage.passed for name in handed_back(call, scope)}
    values: dict[str, list[nodes.Expression]] = {name: [] for name in local if name not in untold}
    for statement in body:
        for node in nodes.walk(statement):
            if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
                values.get(fold(node.target.name), []).append(node.value)
            elif isinstance(node, nodes.ForRange):
                values.get(fold(node.variable.name), []).append(node.first)
            elif isinstance(node, nodes.ForEach):
                values.pop(fold(node.variable.name), None)
    types.known = dict.fromkeys(values, Kind.NOTHING)
    changed = True
    while changed:
        changed = False
        for name, assigned in values.items():
            kind = types.known[name]
            for value in assigned:
                kind = join(kind, types.of(value))
            if kind is not types.known[name]:
                types.known[name], changed = kind, True
    types.known = {name: kind for name, kind in types.known.items() if kind is not Kind.NOTHING}
    return types
