"""Calls of library functions whose arguments need no check: the function itself is called, not its checked twin.

Only functions that cannot fail once their arguments are of the right class stand here: an error of theirs would miss
«Ошибка при вызове метода контекста».
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from interpreter.enterprise.inference import Kind
from runtime.typeinfo import Member
from stdlib.enterprise.strings.templates import form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.enterprise.compiler.expressions import Expressions
    from runtime.catalog import Entry

_SURE = frozenset(
    {"StrLen", "Left", "Right", "Mid", "TrimL", "TrimR", "TrimAll", "IsBlankString", "Upper", "Lower", "Round", "Int"}
    | {"ErrorDescription"}
)
_PLACE = "\0"
_BUILT_IN = {"StrLen": "1c.len"}
_GUARDS = {"str": "1c.str", "int": "1c.int"}


def sure_call(
    expressions: Expressions, node: nodes.Call, entry: Entry, arguments: Sequence[ast.expr]
) -> ast.expr | None:
    """The call, behind tests where classes are not known; None when the checked function must be called."""
    tests = []
    values = list(arguments)
    annotations = _annotations(entry)
    if entry.en not in _SURE or len(values) > len(annotations):
        return None
    for index, (argument, annotation) in enumerate(zip(node.arguments, annotations, strict=False)):
        if argument is None:
            return None
        if _fits(expressions, argument, annotation):
            continue
        guard = _GUARDS.get(annotation)
        if guard is None or (index and not isinstance(values[index], ast.Name)):
            return None
        first, values[index] = expressions.twice(argument.span, values[index])
        tests.append(expressions.is_of_class(argument.span, first, guard))
    unit, span = expressions.unit, node.span
    built_in = _BUILT_IN.get(entry.en)
    function = unit.linked(node.callee.span, built_in) if built_in else unit.library(node.callee.span, entry, "raw")
    bare = expressions.emit.call(span, function, values)
    if not tests:
        return bare
    checked = expressions.emit.call(span, unit.library(node.callee.span, entry, "call"), values)
    test = tests[0] if len(tests) == 1 else expressions.emit.both(span, tests)
    return expressions.emit.choice(span, test, bare, checked)


def template_text(expressions: Expressions, node: nodes.Call, arguments: Sequence[ast.expr]) -> ast.expr | None:
    """`СтрШаблон("…", …)` with a literal that takes each value once and in order: one joined string."""
    template, *given = node.arguments or (None,)
    if not isinstance(template, nodes.String):
        return None
    form, order = form_of(template.value)
    if not order or order != tuple(range(len(given))):
        return None
    emit, span = expressions.emit, node.span
    pieces = (form % tuple(_PLACE * len(order))).split(_PLACE)
    if len(pieces) != len(order) + 1:
        return None
    texts = [emit.constant(span, pieces[0])]
    for argument, value, piece in zip(given, arguments[1:], pieces[1:], strict=True):
        texts.append(expressions.as_text(argument, value) if argument else emit.constant(span, ""))
        texts.append(emit.constant(span, piece))
    return emit.joined(span, [text for text in texts if not (isinstance(text, ast.Constant) and text.value == "")])


def _annotations(entry: Entry) -> list[str]:
    assert isinstance(entry.declaration, Member)
    given = entry.declaration.target.__annotations__
    return [str(text).removesuffix(" | None") for name, text in given.items() if name != "return"]


def _fits(expressions: Expressions, argument: nodes.Expression, annotation: str) -> bool:
    """Is the argument surely of the annotated class?"""
    kind = expressions.types.of(argument)
    if not expressions.is_certain(argument):
        return False
    if annotation == "Number":
        return kind.is_number
    return kind.is_integer if annotation == "int" else annotation == "str" and kind is Kind.STRING
