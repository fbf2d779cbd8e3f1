"""What the variables of each method are given, and which methods are called by nothing but this text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from interpreter.element import nodes
from interpreter.element.checked import ModuleMethod
from interpreter.node import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.element.checked import CheckedModule

Body: TypeAlias = nodes.Method | None
"""None for what stands outside of methods."""
Variable: TypeAlias = tuple[Body, str]
"""Scopes of one method may use a name again: the variable then is all that they give it."""
Giving: TypeAlias = nodes.Expression | nodes.Assignment | nodes.ForTo | nodes.VariableDeclaration | None
"""None for what is not looked into."""

ENTRY_METHODS = ("Скрипт", "Script")
_MENTIONING: frozenset[type] = frozenset({nodes.Call, nodes.MethodReference, nodes.Reference, nodes.Member})
_GIVING: frozenset[type] = frozenset({
    nodes.VariableDeclaration, nodes.Assignment, nodes.ForTo, nodes.ForIn, nodes.Use, nodes.LambdaParameter,
    nodes.Catch, nodes.Call, nodes.Ternary, nodes.IfBranch,
})  # fmt: skip
"""What _mention and _gather look at: most nodes are none of these."""
_CUTTING = ("ЦелаяЧасть", "IntegerPart")
_GREATEST_DIVISOR = 10**9
"""A quotient by no more than that is never rounded up to a whole number: it has 27 digits after the point."""


class Givings:
    """`values`: what is given to each variable, with the method where that is written.

    `exact`: divisions that a condition has just shown to leave no rest. `cut`: those whose fraction is not wanted.
    """

    def __init__(self, checked: CheckedModule, *, closed: bool) -> None:
        self.checked = checked
        self.values: dict[Variable, list[tuple[Body, Giving]]] = {}
        self.exact: set[nodes.Binary] = set()
        self.cut: set[nodes.Binary] = set()
        self._calls: list[tuple[Body, nodes.Call, nodes.Method]] = []
        self._callees: set[nodes.Node] = set()
        self._named: dict[nodes.Node, str] = {}
        tree = checked.tree
        own = []
        for member in tree.members if isinstance(tree, nodes.Module) else ():
            if isinstance(member, nodes.Method):
                own.append(member)
            self._look_through(member)
        self._give_parameters(own, self._called_from_outside(own) if closed else None)

    def _look_through(self, member: nodes.ModuleMember) -> None:
        methods: tuple[nodes.Method, ...] = getattr(member, "methods", ())
        for method in methods:
            self._look_through(method)
            for parameter in method.parameters:
                self._give(method, parameter.name, None)
        if isinstance(member, nodes.Method):
            for node in walk(member):
                kind = node.__class__
                if kind in _MENTIONING:
                    self._mention(node, member)
                if kind in _GIVING:
                    self._gather(node, member)
        else:
            parts = getattr(member, "fields", ()) if methods else (member,)
            for node in (node for part in parts for node in walk(part)):
                self._mention(node, None)

    def _mention(self, node: nodes.Node, body: Body) -> None:
        """Notes calls of the text's own methods, and what else names them."""
        match node:
            case nodes.Call(callee=callee):
                shape = self.checked.calls.get(node)
                if shape is not None and isinstance(shape.target, nodes.Method):
                    self._callees.add(callee)
                    self._calls.append((body, node, shape.target))
            case nodes.MethodReference(name=name):
                self._named[node] = name.text
            case nodes.Reference() | nodes.Member():
                meaning = self.checked.meanings.get(node)
                if isinstance(meaning, ModuleMethod):
                    self._named[node] = meaning.method.name.text

    def _called_from_outside(self, own: list[nodes.Method]) -> set[str]:
        found = {name for node, name in self._named.items() if node not in self._callees}
        found |= {method.name.text for method in own if method.annotations}
        return found | set(ENTRY_METHODS) | ({own[0].name.text} if len(own) == 1 else set())

    def _give_parameters(self, own: list[nodes.Method], from_outside: set[str] | None) -> None:
        inside = {method for method in own if from_outside is not None and method.name.text not in from_outside}
        for method in own:
            for parameter in method.parameters:
                if method not in inside:
                    self._give(method, parameter.name, None)
                elif parameter.default is not None:
                    self._give(method, parameter.name, parameter.default)
                else:
                    self.values.setdefault((method, parameter.name.text), [])
        for body, call, target in self._calls:
            if target in inside:
                shape = self.checked.calls[call]
                for argument, index in zip(call.arguments, shape.order, strict=True):
                    self._give(target, target.parameters[index].name, argument.value, body)

    def _give(self, variable_of: Body, name: nodes.Name, value: Giving, written_in: Body = None) -> None:
        self.values.setdefault((variable_of, name.text), []).append((written_in or variable_of, value))

    def _gather(self, node: nodes.Node, body: Body) -> None:
        match node:
            case nodes.VariableDeclaration(name=name, value=value):
                self._give(body, name, node if value is None else value)
            case nodes.Assignment(target=nodes.Reference(path=path), operator=operator, value=value):
                self._give(body, path[-1], value if operator == "=" else node)
            case nodes.ForTo(variable=variable):
                self._give(body, variable, node)
            case nodes.ForIn(variable=variable):
                self._give(body, variable, None)
            case nodes.Use() | nodes.LambdaParameter() | nodes.Catch():
                if node.name is not None:
                    self._give(body, node.name, None)
            case nodes.Call(
                callee=nodes.Member(target=nodes.Binary() as division, name=name, safe=False), arguments=()
            ):
                if name.text in _CUTTING and _divides_safely(division):
                    self.cut.add(division)
            case nodes.Ternary(condition=condition, then=then):
                self._divided(condition, then)
            case nodes.IfBranch(condition=condition, block=nodes.Block(statements=(first, *_))):
                if isinstance(first, nodes.Assignment | nodes.VariableDeclaration) and first.value is not None:
                    self._divided(condition, first.value)

    def _divided(self, condition: nodes.Expression, then: nodes.Expression) -> None:
        """`Н % 2 == 0 ? … Н / 2 …`"""
        match condition:
            case nodes.Comparison(
                first=nodes.Binary(left=nodes.Reference() as left, operator="%", right=nodes.NumberLiteral(value=by)),
                tails=(nodes.ComparisonTail(operator="==", operand=nodes.NumberLiteral(value=0)),),
            ):
                self.exact.update(division for division in _divisions(then, by) if self._same(division.left, left))

    def _same(self, one: nodes.Expression, other: nodes.Expression) -> bool:
        meaning = self.checked.meanings.get(one)
        return meaning is not None and meaning is self.checked.meanings.get(other)


def _divisions(root: nodes.Expression, by: object) -> Iterator[nodes.Binary]:
    for node in walk(root):
        match node:
            case nodes.Binary(left=nodes.Reference(), operator="/", right=nodes.NumberLiteral(value=value)):
                if value == by:
                    yield node


def _divides_safely(node: nodes.Binary) -> bool:
    match node:
        case nodes.Binary(operator="/", right=nodes.NumberLiteral(value=int(divisor))):
            return 0 < divisor <= _GREATEST_DIVISOR
    return False
