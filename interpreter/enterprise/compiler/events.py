"""ДобавитьОбработчик and УдалитьОбработчик."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from runtime.names import fold

if TYPE_CHECKING:
    import ast

    from interpreter.enterprise.compiler.expressions import Expressions

_FORM = "Напишите так: ДобавитьОбработчик Объект.Событие, Метод;"


def event_statement(expressions: Expressions, node: nodes.AddHandler | nodes.RemoveHandler) -> ast.stmt:
    """Tell an object what to call when its event comes, or no longer to."""
    unit, emit, span, event = expressions.unit, expressions.emit, node.span, node.event
    if not isinstance(event, nodes.Member):
        unit.mistake(span, "Ожидается событие объекта", _FORM)
        return emit.pass_(span)
    owner = expressions.value(event.owner)
    name = emit.constant(event.name.span, event.name.name)
    handler = _handler(expressions, node.handler)
    if handler is None:
        unit.mistake(node.handler.span, "Ожидается обработчик события", _FORM)
        return emit.pass_(span)
    helper = "1c.add_handler" if isinstance(node, nodes.AddHandler) else "1c.remove_handler"
    return emit.expression(span, unit.helper(span, helper, owner, name, handler))


def _handler(expressions: Expressions, node: nodes.Expression) -> ast.expr | None:
    """A method of the text by its name, or `Объект.Метод`; None when it is neither."""
    unit, emit, span = expressions.unit, expressions.emit, node.span
    if isinstance(node, nodes.Member):
        called = emit.constant(node.name.span, unit.key(node.name.name) + "()")
        return unit.helper(node.name.span, "1c.handler_of", expressions.value(node.owner), called)
    if not isinstance(node, nodes.Name):
        return None
    facts = unit.scope.methods.get(fold(node.name))
    if facts is None:
        names = (each.name for each in unit.scope.methods.values())
        hint = unit.catalog.hint_for("function", node.name, names)
        unit.mistake(span, f"Процедура или функция с указанным именем не определена ({node.name})", hint)
        return emit.constant(span, None)
    limits = (emit.constant(span, count) for count in (facts.required, len(facts.parameters)))
    returned = emit.tuple_(span, [emit.constant(span, index) for index in facts.returned])
    module, python = emit.name(span, "1c.module"), emit.constant(span, facts.python)
    return unit.helper(span, "1c.own_handler", module, python, *limits, returned)
