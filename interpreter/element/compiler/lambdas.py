"""Lambdas and method references.

A lambda keeps the values that variables around it have when it is made: they are keyword-only parameters whose
defaults are those values. What does not fit into a Python lambda becomes a function before the statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import (
    DeclaredMember,
    DeclaredType,
    LibraryName,
    Local,
    MethodOfThis,
    ModuleMethod,
    SessionVariable,
)
from interpreter.element.compiler.members import Members
from interpreter.element.compiler.names import declared_names
from interpreter.element.compiler.unit import python_name
from interpreter.node import walk

if TYPE_CHECKING:
    import ast
    from collections.abc import Sequence

    from interpreter.source import Span


class Lambdas(Members):
    def lambda_(self, node: nodes.Lambda) -> ast.expr:
        names = [python_name(parameter.name.text) for parameter in node.parameters]
        captured = self._captured(node)
        if isinstance(node.body, nodes.Block):
            assert node.end is not None
            body = self.body_of_lambda(node.body, node.end)
        elif isinstance(node.body, nodes.Assignment):
            body = self.body_of_lambda(nodes.Block(node.body.span, (node.body,)), node.body.span)
        else:
            return self.function_of(node.span, names, node.body, captured)
        return self._hoist(node.span, names, body, captured)

    def function_of(
        self, span: Span, names: Sequence[str], body: nodes.Expression, captured: Sequence[str] = ()
    ) -> ast.expr:
        """A function whose result is an expression."""
        outer, self.hoisted = self.hoisted, []
        value = self.value(body)
        before, self.hoisted = self.hoisted, outer
        if not before:
            return self.emit.lambda_(span, names, value, captured)
        return self._hoist(span, names, [*before, self.emit.return_(body.span, value)], captured)

    def _hoist(self, span: Span, names: Sequence[str], body: list[ast.stmt], captured: Sequence[str]) -> ast.expr:
        name = f"лямбда {self.temporary().removeprefix('1c.')}"
        parameters = self.emit.parameters(span, names, captured=captured)
        self.hoisted.append(self.emit.function(span, name, parameters, body))
        return self.emit.name(span, name)

    def _captured(self, node: nodes.Lambda) -> list[str]:
        """Variables from around the lambda that it reads."""
        own = set(declared_names(node))
        found: dict[str, None] = {}
        for inside in walk(node):
            if isinstance(inside, nodes.Reference) and inside.path[-1].text not in own and self._is_local(inside):
                found[python_name(inside.path[-1].text)] = None
        return sorted(found)

    def _is_local(self, node: nodes.Reference) -> bool:
        return isinstance(self.meaning(node), Local | SessionVariable)

    def method_reference(self, node: nodes.MethodReference) -> ast.expr:
        """`&Метод`, `&этот.Метод`, `&Тип.новый`."""
        span, name, target = node.span, node.name.text, node.target
        meaning = self.meaning(node)
        if isinstance(meaning, MethodOfThis):
            owner = "тип " + self.owner if meaning.method.static else "этот"
            return self.emit.attribute(span, self.emit.name(span, owner), self.unit.method_name(meaning.method))
        if isinstance(meaning, ModuleMethod):
            return self.emit.name(span, self.unit.method_name(meaning.method))
        if isinstance(meaning, LibraryName) and meaning.entry.kind == "function":
            return self.unit.library(span, meaning.entry, "call")
        if target is None or isinstance(target, nodes.Global):
            return self.emit.name(span, f"{name}()")
        member = self.unit.checked.members.get(node)
        if isinstance(member, DeclaredMember) and isinstance(member.member, nodes.Method):
            return self.emit.attribute(span, self.value(target), self.unit.method_name(member.member))
        if name in ("новый", "new"):
            return self._constructor(target)
        if isinstance(target, nodes.This) or self.is_type_name(target):
            return self.emit.attribute(span, self.value(target), name + "()")
        return self.unit.helper(span, "1c.bound", self.value(target), self.emit.constant(node.name.span, name))

    def _constructor(self, target: nodes.Expression) -> ast.expr:
        meaning = self.meaning(target)
        if isinstance(meaning, LibraryName):
            return self.unit.library(target.span, meaning.entry, "new")
        if not isinstance(meaning, DeclaredType):
            self.unit.mistake(target.span, "Слева от «новый» ожидается тип")
        return self.value(target)
