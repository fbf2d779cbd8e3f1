"""Statements of one body. A closing `;` becomes a `pass` on its line, so that breakpoints there fire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.assignments import Assignments
from interpreter.element.compiler.attempts import Attempts
from interpreter.element.compiler.certainty import Sure
from interpreter.element.compiler.choices import Choices
from interpreter.element.compiler.collection_methods import MAPS, SETS
from interpreter.element.compiler.kinds import Kind
from interpreter.element.compiler.members import PAIR_PARTS, pair_part
from interpreter.element.compiler.unit import python_name
from interpreter.element.types import LibraryType
from interpreter.node import walk

if TYPE_CHECKING:
    import ast
    from collections.abc import Collection, Sequence

    from interpreter.element.compiler.unit import Unit
    from interpreter.source import Span


class Statements(Assignments, Attempts, Choices):
    """Compiles the statements of a method, or what has none: a constant, an input of the REPL."""

    def __init__(self, unit: Unit, owner: str = "", method: nodes.Method | None = None) -> None:
        super().__init__(unit, owner)
        self.result = method.return_type if method else None
        self.method = method

    def block(self, block: nodes.Block) -> list[ast.stmt]:
        """A block's statements, at least one."""
        return self.sequence(block.statements) or [self.emit.pass_(block.span)]

    def sequence(self, statements: Sequence[nodes.Statement]) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        for number, statement in enumerate(statements):
            outer, self.hoisted = self.hoisted, []
            if isinstance(statement, nodes.Use):
                rest = statements[number + 1 :]
                compiled = self.use(statement, lambda rest=rest: self.sequence(rest))  # type: ignore[misc]
            else:
                compiled = self._statement(statement)
            made += [*self.hoisted, *compiled]
            self.hoisted = outer
            if isinstance(statement, nodes.Use):
                break
        return made

    def _statement(self, node: nodes.Statement) -> list[ast.stmt]:
        match node:
            case nodes.VariableDeclaration():
                return [self.declare(node)]
            case nodes.Assignment():
                return self.assign(node)
            case nodes.ExpressionStatement(expression=nodes.Throw(value=value)):
                return [self.throw(node.span, value)]
            case nodes.ExpressionStatement(expression=expression) if node is self.unit.checked.answer:
                return [self.emit.assign(node.span, self.emit.target(node.span, "1c.result"), self.value(expression))]
            case nodes.ExpressionStatement(expression=expression):
                return [self.emit.expression(node.span, self.appending(expression) or self.value(expression))]
            case nodes.If():
                return self.if_(node)
            case nodes.Case():
                return self.case(node)
            case nodes.Try():
                return self.try_(node)
            case nodes.Return(value=value):
                return [self._return(node.span, value)]
            case nodes.Scope(block=block, end=end):
                return [*self.sequence(block.statements), self.emit.pass_(end)]
            case nodes.Break():
                return [self.emit.break_(node.span)]
            case nodes.Continue():
                return [self.emit.continue_(node.span)]
        return self._loop(node)

    def _loop(self, node: nodes.Statement) -> list[ast.stmt]:
        match node:
            case nodes.While():
                body = [*self.block(node.block), self.emit.pass_(node.end)]
                return [self.emit.while_(node.span, self.condition(node.condition), body)]
            case nodes.ForIn() if self._walks_pairs(node):
                return [self._for_pairs(node)]
            case nodes.ForIn():
                return self._for(node.variable, self._iterated(node.iterable), node.block, node.end)
            case nodes.ForTo():
                return self._for_to(node)
        raise TypeError(f"no such statement: {node!r}")

    def _walks_pairs(self, node: nodes.ForIn) -> bool:
        """Is it a map, whose keys are as the dictionary has them, and its pairs only asked for their parts?"""
        if not self._holds_plain(node.iterable, MAPS):
            return False
        named, asked = set(), set()
        for inside in walk(node.block):
            match inside:
                case nodes.Lambda():
                    return False
                case nodes.Member(target=nodes.Reference() as pair, name=part, safe=False) if part.text in PAIR_PARTS:
                    asked.add(pair)
                case nodes.Reference(path=(name, *_)) if name.text == node.variable.text:
                    named.add(inside)
        return named <= asked

    def _holds_plain(self, node: nodes.Expression, collections: Collection[str]) -> bool:
        """Is it one of these collections, whose dictionary has the keys as they are?"""
        known = self.unit.checked.types.get(node)
        if not isinstance(known, LibraryType) or known.info.ru not in collections or not known.arguments:
            return False
        return self.unit.kinds.of_type(known.arguments[0]) in (Kind.STRING, Kind.NUMBER)

    def _for_pairs(self, node: nodes.ForIn) -> ast.stmt:
        name, span = python_name(node.variable.text), node.variable.span
        entries = self.emit.attribute(node.iterable.span, self.value(node.iterable), "entries")
        pairs = self.emit.call(node.iterable.span, self.emit.attribute(node.iterable.span, entries, "items"), [])
        self.pairs.add(name)
        body = [*self.block(node.block), self.emit.pass_(node.end)]
        self.pairs.discard(name)
        return self.emit.for_each(span, [pair_part(name, "Ключ"), pair_part(name, "Значение")], pairs, body)

    def _iterated(self, node: nodes.Expression) -> ast.expr:
        value = self.value(node)
        if self.kind(node) is Kind.ARRAY:
            return self.emit.attribute(node.span, value, "items")
        if self._holds_plain(node, SETS):
            return self.emit.attribute(node.span, value, "entries")
        return value if self.sure(node) is Sure.TEXT else self.unit.helper(node.span, "1c.iterate", value)

    def _for_to(self, node: nodes.ForTo) -> list[ast.stmt]:
        bounds = [self.value(node.start), self.value(node.stop)]
        if node.step is not None or node.down:
            bounds.append(self.value(node.step) if node.step else self.emit.constant(node.span, 1))
        if node.down:
            bounds.append(self.emit.constant(node.span, True))
        span = node.start.span.to((node.step or node.stop).span)
        return self._for(node.variable, self.unit.helper(span, "1c.counter", *bounds), node.block, node.end)

    def _for(self, variable: nodes.Name, items: ast.expr, block: nodes.Block, end: Span) -> list[ast.stmt]:
        body = [*self.block(block), self.emit.pass_(end)]
        return [self.emit.for_(variable.span, python_name(variable.text), items, body)]

    def _return(self, span: Span, value: nodes.Expression | None) -> ast.stmt:
        if value is None:
            return self.emit.return_(span, None)
        result = self.value(value)
        if self.result is not None:
            result = self.fitted(value.span, result, value, self.result)
        return self.emit.return_(span, result)

    def body_of_lambda(self, block: nodes.Block, end: Span) -> list[ast.stmt]:
        outer, self.result = self.result, None
        body = [*self.block(block), self.emit.return_(end, None)]
        self.result = outer
        return body
