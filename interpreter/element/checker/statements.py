"""Statements: one entry a node class; each says whether what follows it can never be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from interpreter.element import nodes
from interpreter.element.checked import Local
from interpreter.element.checker.advice import advice_of_idle, warn_of_scope, warn_of_unused
from interpreter.element.checker.assignments import check_assignment, require
from interpreter.element.checker.branches import check_case, check_if, check_try
from interpreter.element.checker.defaults import has_default
from interpreter.element.checker.operators import check_condition, element_type
from interpreter.element.types import (
    DYNAMIC,
    NEVER,
    UNDEFINED,
    VOID,
    Type,
    assignable,
    show,
    without_undefined,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element.checker.context import Context
    from interpreter.source import Span

Check: TypeAlias = "Callable[[Context, Any], bool]"

_GIVES_VALUE = (nodes.VariableDeclaration, nodes.Use, nodes.Assignment)
_BLOCK_WORDS = ("иначе", "когда", "поймать", "вконце", "else", "when", "catch", "finally")


def check_block(context: Context, block: nodes.Block) -> bool:
    """Whether the end of the block is never reached. The caller has opened its scope."""
    ended = False
    told = False
    for statement in block.statements:
        if ended and not told:
            context.reports.error(statement.span, "Недостижимый код")
            told = True
        if _CHECKS[type(statement)](context, statement):
            # A value that is never had has been told of at its own place.
            told = told or statement.__class__ in _GIVES_VALUE
            ended = True
    return ended


def _variable(context: Context, node: nodes.VariableDeclaration) -> bool:
    wanted = context.resolve(node.type) if node.type is not None else None
    found = context.type_of(node.value, wanted) if node.value is not None else None
    if wanted is None and found is None:
        advice = f"Укажите тип или значение: пер {node.name.text}: Число, пер {node.name.text} = 0"
        context.reports.error(node.name.span, f"У переменной «{node.name.text}» нет ни типа, ни значения", advice)
    elif wanted is not None and node.value is not None and found is not None:
        require(context, node.value.span, found, wanted)
    elif wanted is not None and not has_default(context, wanted):
        message = f"Тип {show(wanted)} не имеет значения по умолчанию: задайте значение"
        context.reports.error(node.name.span, message)
    if wanted is None and isinstance(node.value, nodes.Lambda):
        _require_types(context, node.value)
    type_ = wanted or found or DYNAMIC
    held = DYNAMIC if type_ in (NEVER, UNDEFINED) else type_
    context.declare(node.name, held, writable=node.kind == "пер", must_be_read=found != NEVER)
    return _never_given(context, node.name.span, found)


def _require_types(context: Context, node: nodes.Lambda) -> None:
    """Where nothing tells the types of a lambda's parameters, they are written."""
    for one in node.parameters:
        if one.type is None:
            advice = f"Укажите его: ({one.name.text}: Число) -> …, или укажите тип переменной."
            context.reports.error(one.name.span, f"Тип параметра «{one.name.text}» неизвестен", advice)


def _never_given(context: Context, target: Span, found: Type | None) -> bool:
    """`пер х = выбросить …`: nothing is ever assigned."""
    if found == NEVER:
        context.reports.error(target, "Недостижимый код: значение никогда не будет получено")
    return found == NEVER


def _use(context: Context, node: nodes.Use) -> bool:
    wanted = context.resolve(node.type) if node.type is not None else None
    found = context.type_of(node.value, wanted)
    if wanted is not None:
        require(context, node.value.span, found, wanted)
    closeable = context.library.named("Закрываемое")
    if not assignable(found, closeable):
        message = f"Тип {show(found)} не является Закрываемое"
        advice = "Словом «исп» объявляют то, что нужно закрыть (потоки, соединения); остальное — словом «знч»."
        context.reports.error(node.value.span, message, advice)
    if node.name is not None:
        context.declare(node.name, wanted or found, writable=False, is_resource=True)
    return _never_given(context, (node.name or node.value).span, found)


def _assignment(context: Context, node: nodes.Assignment) -> bool:
    return _never_given(context, node.target.span, check_assignment(context, node))


def _expression(context: Context, node: nodes.ExpressionStatement) -> bool:
    if isinstance(node.expression, nodes.Lambda) and node is not context.checked.answer:
        advice = "Члены объекта пишут через точку: Объект.Метод(…)"
        context.reports.error(node.expression.span, "Выражение не является вызовом и ничего не делает", advice)
        return False
    found = context.any_type(node.expression)
    if node is context.checked.answer:
        return found == NEVER
    if not isinstance(node.expression, nodes.Call | nodes.Throw):
        if not context.reports.has_error_beside(node.expression.span):
            advice = advice_of_idle(context, node.expression, found)
            context.reports.error(node.expression.span, "Выражение не является вызовом и ничего не делает", advice)
    elif isinstance(node.expression, nodes.Call) and _wants_use(context, node.expression):
        context.reports.error(node.expression.span, "Результат этого метода нужно использовать")
    elif isinstance(node.expression, nodes.Call):
        warn_of_unused(context, node.expression, found)
    return found == NEVER


def _wants_use(context: Context, node: nodes.Call) -> bool:
    shape = context.checked.calls.get(node)
    if shape is None or not isinstance(shape.target, nodes.Method):
        return False
    return any(one.path[-1].text == "ПроверятьИспользованиеЗначения" for one in shape.target.annotations)


def _while(context: Context, node: nodes.While) -> bool:
    check_condition(context, node.condition)
    _loop(context, node, node.block, ())
    return False


def _for_in(context: Context, node: nodes.ForIn) -> bool:
    found = context.type_of(node.iterable)
    item = element_type(context, found)
    if item is None:
        shown = show(found if found == UNDEFINED else without_undefined(found))
        context.reports.error(node.iterable.span, f"Значение типа {shown} нельзя обойти")
    _loop(context, node, node.block, ((node.variable, item or DYNAMIC),))
    return False


def _for_to(context: Context, node: nodes.ForTo) -> bool:
    number = context.library.number
    for bound in (node.start, node.stop, node.step):
        if bound is not None:
            require(context, bound.span, context.type_of(bound), number)
    _loop(context, node, node.block, ((node.variable, number),))
    return False


def _loop(
    context: Context, node: nodes.Node, block: nodes.Block, variables: tuple[tuple[nodes.Name, Type], ...]
) -> None:
    scopes = context.scopes
    outer = scopes.loops
    scopes.loops = (*outer, node)
    context.frame.barriers.append("loop")
    scopes.enter()
    for name, type_ in variables:
        # A counter is often there only to count.
        context.declare(name, type_, writable=False, must_be_read=isinstance(node, nodes.ForIn))
    context.block(block)
    scopes.leave()
    context.frame.barriers.pop()
    scopes.loops = outer


def _scope(context: Context, node: nodes.Scope) -> bool:
    warn_of_scope(context, node)
    return context.block(node.block)


def _jump(context: Context, node: nodes.Break | nodes.Continue) -> bool:
    word = "прервать" if isinstance(node, nodes.Break) else "продолжить"
    barriers = context.frame.barriers
    if not barriers:
        context.reports.error(node.span, f"«{word}» вне цикла")
    elif barriers[-1] == "finally":
        context.reports.error(node.span, f"«{word}» не может покинуть «вконце»")
    return True


def _return(context: Context, node: nodes.Return) -> bool:
    frame = context.frame
    if frame is context.outside:
        context.reports.error(node.span, "Оператор «возврат» возможен только в методе")
        return True
    found = context.type_of(node.value, frame.result) if node.value is not None else VOID
    if "finally" in frame.barriers:
        context.reports.error(node.span, "«возврат» не может покинуть «вконце»")
    if frame.result is None:
        frame.returned.append(found)
    elif frame.result == NEVER:
        context.reports.error(node.span, "Метод с типом «никогда» не возвращает управления")
    elif node.value is None:
        if frame.result not in (VOID, DYNAMIC):
            advice = "Значение начинают на той же строке, что и «возврат»."
            message = f"Нужно вернуть значение типа {show(frame.result)}"
            context.reports.error(node.span, message, advice if _goes_on(context, node) else "")
    elif frame.result == VOID:
        advice = f"Если значение нужно вернуть, укажите его тип: метод Имя(…): {show(found)}" if found != VOID else ""
        context.reports.error(node.value.span, "Метод без типа результата не возвращает значения", advice)
    else:
        require(context, node.value.span, found, frame.result)
        frame.returned.append(found)
    if node.value is not None:
        _refuse_resource(context, node.value)
    return True


def _goes_on(context: Context, node: nodes.Return) -> bool:
    """Whether a value seems to stand on the next line."""
    rest = context.source.text[node.span.end : node.span.end + 200].lstrip()
    return rest[:1] not in ("", ";", "/") and not rest.startswith(_BLOCK_WORDS)


def _refuse_resource(context: Context, value: nodes.Expression) -> None:
    """A `исп` value is closed when its block is left: returned, it would be closed already."""
    waiting: list[nodes.Expression] = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, nodes.NonNull | nodes.Cast):
            waiting.append(one.operand)
        elif isinstance(one, nodes.Ternary):
            waiting += (one.then, one.otherwise)
        elif isinstance(one, nodes.Coalesce):
            waiting += (one.left, one.right)
        elif isinstance(one, nodes.Reference):
            meaning = context.checked.meanings.get(one)
            if isinstance(meaning, Local) and context.scopes.is_resource(meaning):
                message = f"Переменную «{meaning.name}» нельзя вернуть: она закрывается при выходе из блока"
                context.reports.error(one.span, message)


_CHECKS: dict[type, Check] = {
    nodes.VariableDeclaration: _variable,
    nodes.Use: _use,
    nodes.Assignment: _assignment,
    nodes.ExpressionStatement: _expression,
    nodes.If: check_if,
    nodes.Case: check_case,
    nodes.While: _while,
    nodes.ForIn: _for_in,
    nodes.ForTo: _for_to,
    nodes.Try: check_try,
    nodes.Scope: _scope,
    nodes.Break: _jump,
    nodes.Continue: _jump,
    nodes.Return: _return,
}
