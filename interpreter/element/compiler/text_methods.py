"""Methods of what is certainly a text, as Python has them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.certainty import Sure
from interpreter.element.compiler.members import Members

if TYPE_CHECKING:
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
        span, given = node.span, [argument.value for argument in node.arguments]
        if name == "Длина" and not given:
            return self.unit.helper(span, "1c.len", owner)
        if name == "Подстрока" and given and all(self.sure(one).is_whole for one in given):
            return self.unit.helper(span, "1c.substring", owner, *map(self.value, given))
        if not all(self.sure(one) is Sure.TEXT for one in given):
            return None
        if name == "Содержит" and len(given) == 1:
            # The part is evaluated first: only a text at hand may stand behind it.
            at_hand = isinstance(owner, ast.Name | ast.Constant)
            return self.emit.compare(span, self.value(given[0]), ast.In(), owner) if at_hand else None
        return self._same(span, name, owner, given)

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
