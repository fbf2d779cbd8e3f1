"""`попытка` and `исп`."""

from __future__ import annotations

import ast
from copy import copy
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
        span, name = node.handlers[0].name.span, self.temporary()
        told = self.emit.assign(span, self.emit.target(span, name), self.unit.helper(span, "1c.caught"))
        raised_on = self.emit.raise_(span)
        only = node.handlers[0] if len(node.handlers) == 1 else None
        if only and not self._catches_all(only.type) and (wanted := self._class_of(only.type)):
            # What is of the class needs no telling.
            again = self.emit.if_(span, self._is_no(span, name, copy(wanted)), [raised_on])
            opening = self.emit.if_(span, self._is_no(span, name, wanted), [told, again])
            handling = self._handling(only, name)
        else:
            known = self.unit.linked(span, "1c.ElementException")
            opening = self.emit.if_(span, self._is_no(span, name, known), [told])
            handling = [raised_on]
            for handler in reversed(node.handlers):
                handling = self._handler(handler, name, handling)
        exception = self.unit.linked(span, "1c.Exception")
        return self.emit.try_except(node.span, body, exception, name, [opening, *handling])

    def _handler(self, handler: nodes.Catch, name: str, otherwise: list[ast.stmt]) -> list[ast.stmt]:
        body = self._handling(handler, name)
        if self._catches_all(handler.type):
            return body
        return [self.emit.if_(handler.span, self._test(handler.type, name), body, otherwise)]

    def _handling(self, handler: nodes.Catch, name: str) -> list[ast.stmt]:
        span = handler.name.span
        target = self.emit.target(span, python_name(handler.name.text))
        return [self.emit.assign(span, target, self.emit.name(span, name)), *self.block(handler.block)]

    def _test(self, type_: nodes.TypeExpression, name: str) -> ast.expr:
        """Is what was caught, an exception of Element by now, of the type?"""
        wanted = self._class_of(type_)
        if wanted is None:
            return self.test_value(type_.span, self.emit.name(type_.span, name), type_, negated=False)
        return self.unit.helper(type_.span, "1c.isinstance", self.emit.name(type_.span, name), wanted)

    def _class_of(self, type_: nodes.TypeExpression) -> ast.expr | None:
        """A class of exceptions, which is its own test; None for unions and the like."""
        known = self.unit.checked.types.get(type_)
        return self.test_of_type(type_.span, known) if known is not None and is_exception(known) else None

    def _is_no(self, span: Span, name: str, cls: ast.expr) -> ast.expr:
        return self.emit.unary(
            span, ast.Not(), self.unit.helper(span, "1c.isinstance", self.emit.name(span, name), cls)
        )

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
