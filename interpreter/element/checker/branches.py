"""Statements that choose: `если`, `выбор`, `попытка`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Note
from interpreter.element import nodes
from interpreter.element.checked import DeclaredMember, EnumerationValue
from interpreter.element.checker.operators import check_condition, check_order
from interpreter.element.types import (
    DYNAMIC,
    LibraryType,
    ProgramType,
    Type,
    alternatives,
    assignable,
    show,
    takes_undefined,
    without_undefined,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.element.checker.context import Context


def check_if(context: Context, node: nodes.If) -> bool:
    ends = []
    for number, branch in enumerate(node.branches):
        check_condition(context, branch.condition)
        ends.append(_branch(context, node, number, branch.block))
    if node.otherwise is None:
        return False
    return _branch(context, node, len(ends), node.otherwise) and all(ends)


def _branch(context: Context, node: nodes.If | nodes.Case, number: int, block: nodes.Block) -> bool:
    """One of the blocks of which at most one runs."""
    outer = context.scopes.branches
    context.scopes.branches = (*outer, (node, number))
    try:
        return context.block(block)
    finally:
        context.scopes.branches = outer


# ---- выбор


def check_case(context: Context, node: nodes.Case) -> bool:
    subject = context.type_of(node.subject) if node.subject is not None else None
    seen: dict[object, nodes.WhenCondition] = {}
    ends = []
    for number, branch in enumerate(node.branches):
        for condition in branch.conditions:
            for key in _when(context, condition, subject):
                _refuse_repeat(context, condition, key, seen)
        ends.append(_branch(context, node, number, branch.block))
    if node.otherwise is not None:
        ends.append(_branch(context, node, len(ends), node.otherwise))
    complete = node.otherwise is not None or (subject is not None and _covers(context, subject, seen))
    return complete and bool(ends) and all(ends)


def _when(context: Context, condition: nodes.WhenCondition, subject: Type | None) -> Sequence[object]:
    """Check an item of a `когда`; the values and types it stands for, when that can be told."""
    if isinstance(condition, nodes.WhenType):
        type_ = context.resolve(condition.type)
        if subject is None:
            context.reports.error(condition.span, "В «выбор» без значения нужны условия")
        named = (type_,) if condition.negated else alternatives(type_)
        return [("это", condition.negated, one) for one in named]
    if isinstance(condition, nodes.WhenComparison):
        if subject is None:
            context.type_of(condition.operand)
            context.reports.error(condition.span, "В «выбор» без значения нужны условия")
            return []
        return _compared(context, condition, subject)
    if subject is None:
        check_condition(context, condition.value)
        return []
    return _value_keys(context, condition.value, subject)


def _compared(context: Context, condition: nodes.WhenComparison, subject: Type) -> list[object]:
    """`когда == 5` names a value as `когда 5` does."""
    if condition.operator == "==":
        return _value_keys(context, condition.operand, subject)
    found = context.type_of(condition.operand)
    check_order(context, condition.operator, condition.span, subject, found)
    return []


def _value_keys(context: Context, value: nodes.Expression, subject: Type) -> list[object]:
    item = _bare_item(context, value, subject)
    if item is not None:
        return [item]
    context.type_of(value, subject)
    key = _literal_key(value) or _item_of(context, value)
    return [] if key is None else [key]


def _literal_key(value: nodes.Expression) -> object | None:
    """What a literal stands for, however it is written: 1 and 1.0, 1с and 1000мс are one."""
    if isinstance(value, nodes.NumberLiteral | nodes.StringLiteral | nodes.BooleanLiteral):
        return type(value).__name__, value.value
    if isinstance(value, nodes.Unary) and isinstance(value.operand, nodes.NumberLiteral):
        return "NumberLiteral", -value.operand.value if value.operator == "-" else value.operand.value
    if isinstance(value, nodes.DurationLiteral):
        return "DurationLiteral", value.milliseconds
    if isinstance(value, nodes.SizeLiteral):
        return "SizeLiteral", value.bytes
    if isinstance(value, nodes.BracedLiteral):
        return value.kind, value.value
    return "Неопределено" if isinstance(value, nodes.UndefinedLiteral) else None


def _item_of(context: Context, value: nodes.Expression) -> nodes.EnumerationItem | None:
    meaning = context.checked.members.get(value) or context.checked.meanings.get(value)
    if isinstance(meaning, EnumerationValue):
        return meaning.item
    if isinstance(meaning, DeclaredMember) and isinstance(meaning.member, nodes.EnumerationItem):
        return meaning.member
    return None


def _bare_item(context: Context, value: nodes.Expression, subject: Type) -> nodes.EnumerationItem | None:
    """`выбор Вид когда Важное`: a bare item of the enumeration that is chosen by, unless a variable is called so."""
    subject = without_undefined(subject)
    if not isinstance(value, nodes.Reference) or len(value.path) != 1 or not isinstance(subject, ProgramType):
        return None
    declaration = subject.declaration
    name = value.path[0].text
    if not isinstance(declaration, nodes.Enumeration) or name in context.variable_names():
        return None
    item = next((one for one in declaration.items if one.name.text == name), None)
    if context.program.is_foreign(declaration) and not subject.file:
        # This file has no name for the enumeration.
        return None
    if item is not None:
        context.checked.meanings[value] = EnumerationValue(declaration, item, subject.file)
        context.checked.types[value] = subject
    return item


def _refuse_repeat(
    context: Context, condition: nodes.WhenCondition, key: object, seen: dict[object, nodes.WhenCondition]
) -> None:
    first = seen.setdefault(key, condition)
    if first is not condition:
        note = Note(first.span, "Первый раз здесь")
        context.reports.error(condition.span, "Это значение уже есть в «выбор»", notes=(note,))


def _covers(context: Context, subject: Type, seen: dict[object, nodes.WhenCondition]) -> bool:
    """Whether the branches name every value: all items of an enumeration, both of Булево, Неопределено of `Т?`."""
    if takes_undefined(subject):
        if "Неопределено" not in seen:
            return False
        subject = without_undefined(subject)
    if subject == context.library.boolean:
        return {("BooleanLiteral", True), ("BooleanLiteral", False)} <= seen.keys()
    if isinstance(subject, ProgramType) and isinstance(subject.declaration, nodes.Enumeration):
        return set(subject.declaration.items) <= seen.keys()
    return False


# ---- попытка


def check_try(context: Context, node: nodes.Try) -> bool:
    ends = [context.block(node.block)]
    seen: list[Type] = []
    for handler in node.handlers:
        type_ = context.resolve(handler.type)
        _check_caught(context, handler, type_, seen)
        context.scopes.enter()
        context.declare(handler.name, type_, writable=False)
        ends.append(context.block(handler.block))
        context.scopes.leave()
    if node.final is None:
        return all(ends)
    context.frame.barriers.append("finally")
    final = context.block(node.final)
    context.frame.barriers.pop()
    return final or all(ends)


def _check_caught(context: Context, handler: nodes.Catch, type_: Type, seen: list[Type]) -> None:
    exception = context.library.named("Исключение")
    for one in alternatives(type_):
        if not assignable(one, exception) or not isinstance(one, LibraryType | ProgramType):
            if one != DYNAMIC:
                context.reports.error(handler.type.span, f"Поймать можно только исключение, а не {show(one)}")
        elif one in seen:
            context.reports.error(handler.type.span, f"Исключение {show(one)} уже поймано выше")
        else:
            seen.append(one)
