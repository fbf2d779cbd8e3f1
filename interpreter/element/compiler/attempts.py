"""`попытка` and `исп`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.expressions import Expressions
from interpreter.element.compiler.kinds import is_exception
from interpreter.element.compiler.unit import python_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.source import Span

_EVERY = frozenset({"Исключение", "Exception"})


class Attempts(Expressions):
    def try_(self, node: nodes.Try) -> list[ast.stmt]:
        """Python's own errors are told as the script's before a handler is chosen; what is not the script's goes on."""
        body = self.block(node.block)
        if node.handlers:
            body = [self._with_handlers(node, body)]
        if node.final is not None:
            body = [self.emit.try_finally(node.span, body, self.block(node.final))]
        return [*body, self.emit.pass_(node.end)]

    def _with_handlers(self, node: nodes.Try, body: list[ast.stmt]) -> ast.stmt:
        first = node.handlers[0]
        span, name = first.name.span, self.temporary()
        is_known = self._is_instance(span, name, self.unit.linked(span, "1c.ElementException"))
        told = self.emit.assign(span, self.emit.target(span, name), self.unit.helper(span, "1c.caught"))
        caught = self.emit.if_(span, self.emit.unary(span, ast.Not(), is_known), [told])
        chain: list[ast.stmt] = [self.emit.raise_(span)]
        for handler in reversed(node.handlers):
            chain = self._handler(handler, name, chain)
        exception = self.unit.linked(span, "1c.Exception")
        return self.emit.try_except(node.span, body, exception, name, [caught, *chain])

    def _handler(self, handler: nodes.Catch, name: str, otherwise: list[ast.stmt]) -> list[ast.stmt]:
        span = handler.name.span
        target = self.emit.target(span, python_name(handler.name.text))
        body = [self.emit.assign(span, target, self.emit.name(span, name)), *self.block(handler.block)]
        if self._catches_all(handler.type):
            return body
        return [self.emit.if_(handler.span, self._test(handler.type, name), body, otherwise)]

    def _test(self, type_: nodes.TypeExpression, name: str) -> ast.expr:
        """Is what was caught, an exception of Element by now, of the type?"""
        known = self.unit.checked.types.get(type_)
        test = self.test_of_type(type_.span, known) if known is not None and is_exception(known) else None
        if test is None:
            return self.test_value(type_.span, self.emit.name(type_.span, name), type_, negated=False)
        return self._is_instance(type_.span, name, test)

    def _is_instance(self, span: Span, name: str, cls: ast.expr) -> ast.expr:
        return self.unit.helper(span, "1c.isinstance", self.emit.name(span, name), cls)

    def throw(self, span: Span, value: nodes.Expression) -> ast.stmt:
        """`выбросить` as a statement."""
        known = self.unit.checked.types.get(value)
        raised = self.value(value)
        if isinstance(value, nodes.New) and known is not None and is_exception(known):
            return self.emit.raise_(span, raised)
        return self.emit.raise_(span, self.unit.helper(span, "1c.thrown", raised))

    def _catches_all(self, type_: nodes.TypeExpression) -> bool:
        named = isinstance(type_, nodes.NamedType) and type_.path[-1].text in _EVERY
        return named and type_.path[-1].text not in self.unit.types  # type: ignore[union-attr]

    def use(self, node: nodes.Use, rest: Callable[[], list[ast.stmt]]) -> list[ast.stmt]:
        """The resource is closed when the rest of its block is left."""
        manager = self.unit.helper(node.span, "1c.use", self.value(node.value))
        name = python_name(node.name.text) if node.name else None
        body = rest() or [self.emit.pass_(node.span)]
        return [self.emit.with_(node.span, manager, name, body)]
