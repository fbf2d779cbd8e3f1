"""CPython lets one function nest twenty blocks. The innermost part of a deeper one becomes a function within it.

That function shares its variables with the outer one (`nonlocal`), which only such deep functions pay for. It returns
None, or how control leaves it: (_BREAK, None), (_CONTINUE, None), (_RETURN, value).
"""

from __future__ import annotations

import ast
from itertools import count
from typing import TYPE_CHECKING

from runtime.native import OUTLINED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LIMIT = 15
_BREAK, _CONTINUE, _RETURN = 1, 2, 3
_BLOCKS = (ast.For, ast.While, ast.Try)
_LOAD, _STORE = ast.Load(), ast.Store()


def outline(tree: ast.Module) -> None:
    """Make every function of the module, and its body, shallow enough."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = _Outlining(node.name, node.body, node).run()
    tree.body = _Outlining("<module>", tree.body, None).run()


class _Outlining:
    """One function, or the module's body when `function` is None."""

    def __init__(
        self, name: str, body: list[ast.stmt], function: ast.FunctionDef | ast.AsyncFunctionDef | None
    ) -> None:
        self.name, self.body, self.is_module = name, body, function is None
        self.is_async = isinstance(function, ast.AsyncFunctionDef)
        self.globals = {name for node in _nodes(body) if isinstance(node, ast.Global) for name in node.names}
        self.parameters = {argument.arg for argument in function.args.args} if function else set()
        self.numbers = count(1)
        self.unbound: set[str] = set()

    def run(self) -> list[ast.stmt]:
        made = self.block(self.body, 0)
        if self.unbound and not self.is_module:
            targets: list[ast.expr] = [ast.Name(name, _STORE) for name in sorted(self.unbound)]
            start = ast.Assign(targets, ast.Constant(None))
            made.insert(0, _at(made[0], start))
        return made

    def block(self, body: Sequence[ast.stmt], depth: int) -> list[ast.stmt]:
        return [made for node in body for made in self.statement(node, depth)]

    def statement(self, node: ast.stmt, depth: int) -> list[ast.stmt]:
        if isinstance(node, _BLOCKS) and depth >= _LIMIT and _deeper(node):
            return self.outlined(node)
        if isinstance(node, ast.If):
            node.body, node.orelse = self.block(node.body, depth), self.block(node.orelse, depth)
        elif isinstance(node, _BLOCKS):
            node.body = self.block(node.body, depth + 1)
            node.orelse = self.block(node.orelse, depth)
        if isinstance(node, ast.Try):
            for handler in node.handlers:
                handler.body = self.block(handler.body, depth + 2)
        return [node]

    def outlined(self, node: ast.stmt) -> list[ast.stmt]:
        """The statement as a function, and its call."""
        stored = {each.id for each in _nodes([node]) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        own = stored if self.is_module else stored & self.globals
        shared = set() if self.is_module else stored - own
        self.unbound |= shared - self.parameters
        leaving = _Leaving()
        body = self.block([leaving.statement(node, in_loop=False)], 0)
        declared: list[ast.stmt] = [ast.Global(sorted(own))] if own else []
        declared += [ast.Nonlocal(sorted(shared))] if shared else []
        number = next(self.numbers)
        name, result = f"1c.inner {number}", f"1c.left {number}"
        nothing = ast.arguments([], [], None, [], [], None, [])
        kind = ast.AsyncFunctionDef if self.is_async else ast.FunctionDef
        function = kind(self.name + OUTLINED, nothing, [*declared, *body], [], None)
        keep = ast.Assign([ast.Name(name, _STORE)], ast.Name(function.name, _LOAD))
        given: ast.expr = ast.Call(ast.Name(name, _LOAD), [], [])
        call = ast.Assign([ast.Name(result, _STORE)], ast.Await(given) if self.is_async else given)
        steps: list[ast.stmt] = [function, keep, call]
        if leaving.ways:
            left = ast.Compare(ast.Name(result, _LOAD), [ast.IsNot()], [ast.Constant(None)])
            steps.append(ast.If(left, list(_onward(result, leaving.ways)), []))
        return [_at(node, step) for step in steps]


class _Leaving:
    """Rewrites what leaves a statement as returns of the function that the statement becomes."""

    def __init__(self) -> None:
        self.ways: set[int] = set()

    def statement(self, node: ast.stmt, *, in_loop: bool) -> ast.stmt:
        match node:
            case ast.Return(value=value):
                return self._way(node, _RETURN, value or ast.Constant(None))
            case ast.Break() if not in_loop:
                return self._way(node, _BREAK, ast.Constant(None))
            case ast.Continue() if not in_loop:
                return self._way(node, _CONTINUE, ast.Constant(None))
            case ast.For() | ast.While():
                node.body = [self.statement(each, in_loop=True) for each in node.body]
                node.orelse = [self.statement(each, in_loop=in_loop) for each in node.orelse]
            case ast.If() | ast.Try():
                node.body = [self.statement(each, in_loop=in_loop) for each in node.body]
                node.orelse = [self.statement(each, in_loop=in_loop) for each in node.orelse]
        if isinstance(node, ast.Try):
            for handler in node.handlers:
                handler.body = [self.statement(each, in_loop=in_loop) for each in handler.body]
        return node

    def _way(self, node: ast.stmt, way: int, value: ast.expr) -> ast.stmt:
        self.ways.add(way)
        return _at(node, ast.Return(ast.Tuple([ast.Constant(way), value], _LOAD)))


def _onward(result: str, ways: set[int]) -> Iterator[ast.stmt]:
    """Behind the call: leave as the statement did."""
    for way in sorted(ways):
        code, value = (ast.Subscript(ast.Name(result, _LOAD), ast.Constant(place), _LOAD) for place in (0, 1))
        onward: ast.stmt = ast.Return(value) if way == _RETURN else ast.Break() if way == _BREAK else ast.Continue()
        yield ast.If(ast.Compare(code, [ast.Eq()], [ast.Constant(way)]), [onward], [])


def _deeper(node: ast.stmt) -> bool:
    """Does the statement hold another block? The last one need not be moved."""
    return any(isinstance(each, _BLOCKS) for each in _nodes([node]) if each is not node)


def _nodes(body: Sequence[ast.stmt]) -> Iterator[ast.AST]:
    for statement in body:
        yield from ast.walk(statement)


def _at(place: ast.stmt, node: ast.stmt) -> ast.stmt:
    """Give a new statement, and what is new below it, the place of another."""
    waiting: list[ast.AST] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, ast.stmt | ast.expr) and not hasattr(each, "lineno"):
            ast.copy_location(each, place)
        waiting += (child for child in ast.iter_child_nodes(each) if not hasattr(child, "lineno"))
    return node
