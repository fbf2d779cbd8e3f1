"""`Текст = Текст + …`: the pieces are joined first, so that the text grows in place.

CPython extends a string where it stands when nothing but one local variable holds it. A longer chain would copy the
text for each of its pieces. A variable of the module is never alone: there a helper takes the text out first.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from interpreter.enterprise.inference import Kind
from interpreter.enterprise.scopes import EVERYTHING
from interpreter.enterprise.usages import EVALUATE, FILLING
from interpreter.node import walk
from runtime.names import fold

if TYPE_CHECKING:
    from interpreter.enterprise.compiler.expressions import Expressions


def appending(expressions: Expressions, node: nodes.Assign, variable: str, *, is_local: bool) -> list[ast.stmt] | None:
    """The statements of an assignment that appends to a text in `variable`; None when it is another one."""
    pieces = _pieces(node)
    if not pieces or not all(_leaves_alone(expressions, piece, node.target) for piece in pieces):
        return None
    kind = expressions.types.of(node.target)
    if not (kind is Kind.STRING or (kind is Kind.ANY and _has_text(expressions, pieces))):
        return None
    if kind is Kind.STRING and is_local and len(pieces) == 1:
        return None
    emit, span = expressions.emit, node.span
    target = emit.target(node.target.span, variable)
    values = [expressions.value(piece) for piece in pieces]
    made: list[ast.stmt] = []
    for place, value in enumerate(values):
        if not isinstance(value, ast.Name | ast.Constant):
            name = expressions.temporary()
            made.append(emit.assign(pieces[place].span, emit.target(pieces[place].span, name), value))
            values[place] = emit.name(pieces[place].span, name)
    texts = [expressions.as_text(piece, value) for piece, value in zip(pieces, values, strict=True)]
    text = texts[0] if len(texts) == 1 else emit.joined(span, texts)
    old = emit.name(node.target.span, variable)
    if is_local:
        longer: ast.stmt = emit.assign(span, target, emit.binary(span, old, ast.Add(), text))
    else:
        module, name_text = emit.name(span, "1c.module"), emit.constant(span, variable)
        longer = emit.expression(span, expressions.unit.helper(span, "1c.append", module, name_text, text))
    if kind is Kind.STRING and is_local:
        return [*made, longer]
    whole: ast.expr = old
    for value in values:
        whole = expressions.unit.helper(span, "1c.add", whole, value)
    test = expressions.is_of_class(span, old, "1c.str")
    return [*made, emit.if_(span, test, [longer], [emit.assign(span, target, whole)])]


def _pieces(node: nodes.Assign) -> list[nodes.Expression]:
    """What is added to the variable; empty when the assignment does not begin with it."""
    found: list[nodes.Expression] = []
    current = node.value
    while isinstance(current, nodes.Binary) and current.operator == "+":
        found.append(current.right)
        current = current.left
    if not isinstance(current, nodes.Name) or not isinstance(node.target, nodes.Name):
        return []
    return found[::-1] if fold(current.name) == fold(node.target.name) else []


def _leaves_alone(expressions: Expressions, piece: nodes.Expression, target: nodes.Expression) -> bool:
    """Can evaluating the piece not change the variable?"""
    assert isinstance(target, nodes.Name)
    key = fold(target.name)
    for node in walk(piece):
        if isinstance(node, nodes.Await):
            return False
        if not isinstance(node, nodes.Call):
            continue
        given = any(isinstance(argument, nodes.Name) and fold(argument.name) == key for argument in node.arguments)
        if not isinstance(node.callee, nodes.Name):
            if given:
                return False
            continue
        name = fold(node.callee.name)
        facts = expressions.unit.scope.methods.get(name)
        if name in EVALUATE or (given and (facts or name in FILLING)):
            return False
        if facts and not facts.writes.isdisjoint({key, EVERYTHING}):
            return False
    return True


def _has_text(expressions: Expressions, pieces: list[nodes.Expression]) -> bool:
    return any(expressions.types.of(piece) is Kind.STRING for piece in pieces)
