"""Methods of what is certainly a text, as Python has them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.certainty import Sure
from interpreter.element.compiler.kinds import Kind
from interpreter.element.compiler.members import Members

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.source import Span

_SAME = {
    ("ВВерхнийРегистр", 0): "upper",
    ("ВНижнийРегистр", 0): "lower",
    ("Обрезать", 0): "strip",
    ("ОбрезатьСлева", 0): "lstrip",
    ("ОбрезатьСправа", 0): "rstrip",
    ("НачинаетсяС", 1): "startswith",
    ("ЗаканчиваетсяНа", 1): "endswith",
    ("Найти", 1): "find",
    ("НайтиСКонца", 1): "rfind",
}
"""What Python names otherwise and does alike with that many arguments, when they are texts."""


class TextMethods(Members):
    def text_method(self, node: nodes.Call, name: str, owner: ast.expr) -> ast.expr | None:
        """A call of a method of Строка; None where the library must look at what it is given."""
        assert isinstance(node.callee, nodes.Member)
        if self.sure(node.callee.target) is not Sure.TEXT or any(argument.name for argument in node.arguments):
            return None
        given = [argument.value for argument in node.arguments]
        if name != "Подстрока" and not all(self.sure(one) is Sure.TEXT for one in given):
            return None
        return self._of_python(node.span, name, owner, given)

    def guarded_text_method(
        self, node: nodes.Call, name: str, owner: ast.expr, slow: Callable[[ast.expr], ast.expr]
    ) -> ast.expr | None:
        """The same where only the static types say that all are texts: a test decides while the script runs.

        `slow` makes the library's call. What is evaluated twice must be at hand.
        """
        span, given = node.span, [argument.value for argument in node.arguments]
        if any(argument.name for argument in node.arguments) or not all(map(_is_at_hand, given)):
            return None
        first, again = self.twice(span, owner)
        tests = [self._is_text(span, first)]
        for one in given:
            if self.kind(one) is Kind.STRING and self.sure(one) is not Sure.TEXT:
                tests.append(self._is_text(span, self.value(one)))
        direct = self._of_python(span, name, again(), given)
        if direct is None:
            return None
        test = tests[0] if len(tests) == 1 else self.emit.both(span, tests)
        return self.emit.choice(span, test, direct, slow(again()))

    def _is_text(self, span: Span, value: ast.expr) -> ast.expr:
        cls = self.unit.helper(span, "1c.type", value)
        return self.emit.compare(span, cls, ast.Is(), self.unit.linked(span, "1c.str"))

    def _of_python(self, span: Span, name: str, owner: ast.expr, given: list[nodes.Expression]) -> ast.expr | None:
        """What Python does with texts that are certain."""
        if name == "Длина" and not given:
            return self.unit.helper(span, "1c.len", owner)
        if name == "Пусто" and not given:
            return self.emit.unary(span, ast.Not(), owner)
        if name == "Подстрока":
            if not given or not all(self.sure(one).is_whole for one in given):
                return None
            return self._substring(span, owner, given)
        if not all(self.kind(one) is Kind.STRING for one in given):
            return None
        if name == "Содержит" and len(given) == 1:
            # The part is evaluated first: only a text at hand may stand behind it.
            at_hand = isinstance(owner, ast.Name | ast.Constant)
            return self.emit.compare(span, self.value(given[0]), ast.In(), owner) if at_hand else None
        return self._same(span, name, owner, given)

    def _substring(self, span: Span, owner: ast.expr, given: list[nodes.Expression]) -> ast.expr:
        """A slice where the bounds are inside of the text and in order; the helper tells what is wrong with others."""
        last = self.value(given[-1])
        if not isinstance(owner, ast.Name | ast.Constant) or not all(map(_is_at_hand, given[:-1])):
            before = [self.value(one) for one in given[:-1]]
            return self.unit.helper(span, "1c.substring", owner, *before, last)
        last, again = self.twice(span, last)
        size = self.unit.helper(span, "1c.len", owner)
        tests = [self.emit.compare(span, last, ast.LtE(), size)]
        bounds = [self.value(one) for one in given[:-1]] + [again()]
        if len(bounds) == 2 and not _are_in_order(bounds):
            tests.append(self.emit.compare(span, bounds[0], ast.LtE(), again()))
        if not self.sure(given[0]).is_natural:
            tests.append(self.emit.compare(span, bounds[0], ast.GtE(), self.emit.constant(span, 0)))
        cut = self.emit.cut(span, owner, bounds[0], bounds[1] if len(bounds) == 2 else None)
        helped = self.unit.helper(span, "1c.substring", owner, *bounds)
        test = tests[0] if len(tests) == 1 else self.emit.both(span, tests)
        return self.emit.choice(span, test, cut, helped)

    def _same(self, span: Span, name: str, owner: ast.expr, given: list[nodes.Expression]) -> ast.expr | None:
        python = _SAME.get((name, len(given)))
        separates = isinstance(given[0], nodes.StringLiteral) and bool(given[0].value) if given else False
        if name == "Заменить" and len(given) == 2 and separates:
            python = "replace"
        if name == "Разделить" and len(given) == 1 and separates:
            python = "split"
        if python is None:
            return None
        called = self.emit.call(span, self.emit.attribute(span, owner, python), [self.value(one) for one in given])
        return self.unit.helper(span, "1c.array", called) if python == "split" else called


def _are_in_order(bounds: list[ast.expr]) -> bool:
    match bounds:
        case [ast.Constant(value=int(first)), ast.Constant(value=int(last))]:
            return first <= last
    return False


def _is_at_hand(node: nodes.Expression) -> bool:
    """May it be evaluated twice?"""
    return isinstance(node, nodes.StringLiteral | nodes.NumberLiteral) or (
        isinstance(node, nodes.Reference) and len(node.path) == 1
    )
