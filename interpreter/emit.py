"""The only module that builds Python `ast` nodes: none can be built without the Span that it stands for.

Names may be any text: CPython takes `ast.Name("1c.add")` or an attribute `.тема` as they are, and no Python identifier
that a script could spell reaches them. `col_offset` is in UTF-8 bytes, which `Source.byte_column` computes.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.source import Source, Span

N = TypeVar("N", bound=ast.AST)
Place: TypeAlias = "Span | ast.expr | ast.stmt"
"""Where a node belongs: a stretch of the source, or what another node stands for."""

_LOAD, _STORE = ast.Load(), ast.Store()


class Emitter:
    """Builds nodes for one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._known: dict[int, tuple[int, int]] = {}

    def at(self, span: Place, node: N) -> N:
        """Give a node its position. Every node goes through here."""
        if isinstance(span, ast.AST):
            return ast.copy_location(node, span)
        known, start, end = self._known, span.start, span.end
        node.lineno, node.col_offset = known.get(start) or self._column(start)  # type: ignore[attr-defined]
        node.end_lineno, node.end_col_offset = known.get(end) or self._column(end)  # type: ignore[attr-defined]
        return node

    def _column(self, offset: int) -> tuple[int, int]:
        found = self._known[offset] = self.source.byte_column(offset)
        return found

    # Expressions

    def constant(self, span: Place, value: str | int | bytes | bool | None) -> ast.expr:
        return self.at(span, ast.Constant(value))

    def name(self, span: Place, name: str) -> ast.Name:
        return self.at(span, ast.Name(name, _LOAD))

    def target(self, span: Span, name: str) -> ast.Name:
        return self.at(span, ast.Name(name, _STORE))

    def attribute(self, span: Place, value: ast.expr, name: str) -> ast.expr:
        return self.at(span, ast.Attribute(value, name, _LOAD))

    def attribute_target(self, span: Place, value: ast.expr, name: str) -> ast.expr:
        return self.at(span, ast.Attribute(value, name, _STORE))

    def item(self, span: Span, value: ast.expr, index: ast.expr) -> ast.expr:
        return self.at(span, ast.Subscript(value, index, _LOAD))

    def item_target(self, span: Span, value: ast.expr, index: ast.expr) -> ast.expr:
        return self.at(span, ast.Subscript(value, index, _STORE))

    def cut(self, span: Span, value: ast.expr, start: ast.expr, end: ast.expr | None) -> ast.expr:
        """`value[start:end]`"""
        return self.at(span, ast.Subscript(value, self.at(span, ast.Slice(start, end)), _LOAD))

    def call(
        self, span: Place, function: ast.expr, arguments: Sequence[ast.expr], named: Sequence[tuple[str, ast.expr]] = ()
    ) -> ast.expr:
        keywords = [self.at(span, ast.keyword(name, value)) for name, value in named]
        return self.at(span, ast.Call(function, list(arguments), keywords))

    def helper(self, span: Span, name: str, *arguments: ast.expr) -> ast.expr:
        """A call of what the linker gives under `name` (such as `1c.add`)."""
        return self.call(span, self.name(span, name), arguments)

    def binary(self, span: Span, left: ast.expr, operator: ast.operator, right: ast.expr) -> ast.expr:
        return self.at(span, ast.BinOp(left, operator, right))

    def unary(self, span: Span, operator: ast.unaryop, operand: ast.expr) -> ast.expr:
        return self.at(span, ast.UnaryOp(operator, operand))

    def compare(self, span: Span, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> ast.expr:
        return self.at(span, ast.Compare(left, [operator], [right]))

    def compare_chain(self, span: Span, left: ast.expr, pairs: Sequence[tuple[ast.cmpop, ast.expr]]) -> ast.expr:
        return self.at(span, ast.Compare(left, [op for op, _ in pairs], [value for _, value in pairs]))

    def is_none(self, span: Span, value: ast.expr) -> ast.expr:
        return self.compare(span, value, ast.Is(), self.constant(span, None))

    def both(self, span: Span, values: Sequence[ast.expr]) -> ast.expr:
        return self.at(span, ast.BoolOp(ast.And(), list(values)))

    def either(self, span: Span, values: Sequence[ast.expr]) -> ast.expr:
        return self.at(span, ast.BoolOp(ast.Or(), list(values)))

    def choice(self, span: Span, test: ast.expr, then: ast.expr, otherwise: ast.expr) -> ast.expr:
        return self.at(span, ast.IfExp(test, then, otherwise))

    def await_(self, span: Span, value: ast.expr) -> ast.expr:
        return self.at(span, ast.Await(value))

    def keep(self, span: Span, name: str, value: ast.expr) -> ast.expr:
        """Evaluate, keep in a local and yield the value (`name := value`)."""
        return self.at(span, ast.NamedExpr(self.target(span, name), value))

    def tuple_(self, span: Span, items: Sequence[ast.expr]) -> ast.expr:
        return self.at(span, ast.Tuple(list(items), _LOAD))

    def list_(self, span: Span, items: Sequence[ast.expr]) -> ast.expr:
        return self.at(span, ast.List(list(items), _LOAD))

    def dict_(self, span: Span, pairs: Sequence[tuple[ast.expr, ast.expr]]) -> ast.expr:
        return self.at(span, ast.Dict([key for key, _ in pairs], [value for _, value in pairs]))

    def joined(self, span: Span, texts: Sequence[ast.expr]) -> ast.expr:
        """One string of values that are all strings."""
        parts: list[ast.expr] = [
            text if isinstance(text, ast.Constant) else self.at(span, ast.FormattedValue(text, -1, None))
            for text in texts
        ]
        return self.at(span, ast.JoinedStr(parts))

    def list_of(
        self, span: Span, element: ast.expr, name: str, items: ast.expr, test: ast.expr | None = None
    ) -> ast.expr:
        """`[element for name in items if test]`."""
        walk = ast.comprehension(self.target(span, name), items, [test] if test is not None else [], 0)
        return self.at(span, ast.ListComp(element, [walk]))

    def lambda_(self, span: Span, parameters: Sequence[str], body: ast.expr, captured: Sequence[str] = ()) -> ast.expr:
        return self.at(span, ast.Lambda(self.parameters(span, parameters, captured=captured), body))

    # Statements

    def expression(self, span: Span, value: ast.expr) -> ast.stmt:
        return self.at(span, ast.Expr(value))

    def assign(self, span: Span, target: ast.expr, value: ast.expr) -> ast.stmt:
        return self.at(span, ast.Assign([target], value))

    def assign_all(self, span: Span, names: Sequence[str], value: ast.expr) -> ast.stmt:
        """`А = Б = … = value`."""
        return self.at(span, ast.Assign([self.target(span, name) for name in names], value))

    def unpack(self, span: Span, names: Sequence[str], value: ast.expr) -> ast.stmt:
        target = self.at(span, ast.Tuple([self.target(span, name) for name in names], _STORE))
        return self.at(span, ast.Assign([target], value))

    def if_(self, span: Span, test: ast.expr, body: Sequence[ast.stmt], otherwise: Sequence[ast.stmt] = ()) -> ast.stmt:
        return self.at(span, ast.If(test, list(body), list(otherwise)))

    def while_(self, span: Span, test: ast.expr, body: Sequence[ast.stmt]) -> ast.stmt:
        return self.at(span, ast.While(test, list(body), []))

    def for_(
        self, span: Span, name: str, items: ast.expr, body: Sequence[ast.stmt], after: Sequence[ast.stmt] = ()
    ) -> ast.stmt:
        """`after` runs when the items have run out, not after a break."""
        return self.at(span, ast.For(self.target(span, name), items, list(body), list(after)))

    def for_each(self, span: Span, names: Sequence[str], items: ast.expr, body: Sequence[ast.stmt]) -> ast.stmt:
        """A loop through tuples."""
        target = self.at(span, ast.Tuple([self.target(span, name) for name in names], _STORE))
        return self.at(span, ast.For(target, items, list(body), []))

    def try_except(
        self, span: Span, body: Sequence[ast.stmt], exception: ast.expr, name: str | None, handler: Sequence[ast.stmt]
    ) -> ast.stmt:
        clause = self.at(span, ast.ExceptHandler(exception, name, list(handler)))
        return self.at(span, ast.Try(list(body), [clause], [], []))

    def try_finally(self, span: Span, body: Sequence[ast.stmt], final: Sequence[ast.stmt]) -> ast.stmt:
        return self.at(span, ast.Try(list(body), [], [], list(final)))

    def with_(self, span: Span, manager: ast.expr, name: str | None, body: Sequence[ast.stmt]) -> ast.stmt:
        item = ast.withitem(manager, self.target(span, name) if name else None)
        return self.at(span, ast.With([item], list(body)))

    def return_(self, span: Span, value: ast.expr | None) -> ast.stmt:
        return self.at(span, ast.Return(value))

    def raise_(self, span: Span, value: ast.expr | None = None, cause: ast.expr | None = None) -> ast.stmt:
        return self.at(span, ast.Raise(value, cause))

    def break_(self, span: Span) -> ast.stmt:
        return self.at(span, ast.Break())

    def continue_(self, span: Span) -> ast.stmt:
        return self.at(span, ast.Continue())

    def pass_(self, span: Span) -> ast.stmt:
        return self.at(span, ast.Pass())

    def parameter(self, span: Place, name: str) -> ast.arg:
        return self.at(span, ast.arg(name))

    def global_(self, span: Span, names: Sequence[str]) -> ast.stmt:
        return self.at(span, ast.Global(list(names)))

    def parameters(
        self, span: Span, names: Sequence[str], defaults: Sequence[ast.expr] = (), captured: Sequence[str] = ()
    ) -> ast.arguments:
        """The last `len(defaults)` parameters are optional; `captured` variables keep the values they have now."""
        return ast.arguments(
            posonlyargs=[],
            args=[self.parameter(span, name) for name in names],
            vararg=None,
            kwonlyargs=[self.parameter(span, name) for name in captured],
            kw_defaults=[self.name(span, name) for name in captured],
            kwarg=None,
            defaults=list(defaults),
        )

    def function(
        self, span: Span, name: str, parameters: ast.arguments, body: Sequence[ast.stmt],
        decorators: Sequence[ast.expr] = (), *, is_async: bool = False,
    ) -> ast.stmt:  # fmt: skip
        node: dict[str, Any] = {"returns": None, "type_comment": None}
        kind = ast.AsyncFunctionDef if is_async else ast.FunctionDef
        made = kind(name, parameters, list(body), list(decorators), **node)
        if "type_params" in kind._fields:
            made.type_params = []  # type: ignore[union-attr]
        return self.at(span, made)

    # Whole texts

    def module(self, body: Sequence[ast.stmt]) -> ast.Module:
        return ast.Module(list(body), [])
