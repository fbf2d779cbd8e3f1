"""Functions of a script's text become methods of its objects: they get `1c.self`, where the variables are.

What Python takes for globals and the module declares as variables become attributes `:имя` of the object. Calls of the
text's own methods pass the object on, without looking a method up.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.enterprise.scopes import key_of
from interpreter.source import Span
from runtime.enterprise.scripts import SELF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.emit import Emitter
    from interpreter.enterprise.compiler.unit import Unit

    _Function = ast.FunctionDef | ast.AsyncFunctionDef

MODULE = "1c.module"


def attribute_of(python: str) -> str:
    """The attribute that keeps a module's variable, by its Python name."""
    return ":" + key_of(python)


def with_object(unit: Unit, functions: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The functions with the object as their first parameter."""
    # The walk below does not know what is linked for it.
    put = unit.linked(Span(0, 0), "1c.put")
    defined = [each for each in functions if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    methods = {function.name for function in defined} | {facts.python for facts in unit.scope.methods.values()}
    methods |= {unit.scope.methods[key].variant(pattern) for key, pattern in unit.scope.wanted}
    for function in defined:
        _Rewriting(unit, put, function, methods).run()
    return list(functions)


class _Rewriting:
    """One function on its way. Parts of its tree may stand in several places, and each is rewritten once."""

    def __init__(self, unit: Unit, put: ast.expr, function: _Function, methods: set[str]) -> None:
        """`methods`: Python names of the functions that want the object."""
        self.put, self.function, self.methods = put, function, methods
        own = {argument.arg for argument in function.args.args} | _stored(function)
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                own -= set(node.names)
        self.variables = set(unit.scope.variables.values()) - own
        self.emit: Emitter = unit.emit

    def run(self) -> None:
        function = self.function
        function.args.args.insert(0, self.emit.parameter(function, SELF))
        function.body = [each for each in function.body if not isinstance(each, ast.Global)]
        pending: list[ast.AST] = list(function.body)
        seen: set[int] = set()
        while pending:
            node = pending.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            for parent, field, index, child in _children(node):
                made = self._rewritten(child)
                if made is not child:
                    _put_back(parent, field, index, made)
                pending.append(made)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in self.methods:
                node.args.insert(0, self._self(node))

    def _rewritten(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.NamedExpr) and isinstance(node.target, ast.Name) and node.target.id in self.variables:
            name = self.emit.constant(node, attribute_of(node.target.id))
            return self.emit.call(node, self.put, [self._self(node), name, node.value])
        if not isinstance(node, ast.Name):
            return node
        if node.id == MODULE:
            return self._self(node)
        if node.id not in self.variables:
            return node
        reach = self.emit.attribute_target if isinstance(node.ctx, ast.Store) else self.emit.attribute
        return reach(node, self._self(node), attribute_of(node.id))

    def _self(self, node: ast.expr) -> ast.expr:
        return self.emit.name(node, SELF)


def _stored(function: _Function) -> set[str]:
    return {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _children(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield node, field, None, value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield node, field, index, item


def _put_back(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node
