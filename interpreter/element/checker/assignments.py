"""What may be assigned, and to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import DeclaredMember, FieldOfThis, Local, SessionVariable
from interpreter.element.checker.advice import advice_of_mismatch
from interpreter.element.checker.members import find_member
from interpreter.element.checker.operators import binary_type
from interpreter.element.checker.references import refuse_undeclared
from interpreter.element.types import DYNAMIC, LibraryType, Type, assignable, show, without_undefined

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context
    from interpreter.source import Span


def check_assignment(context: Context, node: nodes.Assignment) -> Type:
    """Returns the type of the assigned value."""
    if node.operator == "=" and refuse_undeclared(context, node):
        context.any_type(node.value)
        return DYNAMIC
    target = _target_type(context, node.target)
    value = context.type_of(node.value, target)
    if node.operator != "=":
        span = node.target.span
        value = binary_type(context, node.operator[:-1], span, target, value)
    require(context, node.value.span, value, target)
    # What is not known may be a text.
    doubles_text = node.operator == "+=" and value in (context.library.string, DYNAMIC)
    same = not doubles_text and _same_place(context, node.target, node.value)
    # What may not be written to at all has been told of.
    if same and node.target.span not in context.reports.errors:
        context.reports.error(node.span, "Значение присваивается самому себе")
    return value


def require(context: Context, span: Span, found: Type, wanted: Type) -> None:
    if not assignable(found, wanted):
        advice = advice_of_mismatch(context, found, wanted)
        context.reports.error(span, f"Ожидается значение типа {show(wanted)}, а не {show(found)}", advice)


def _target_type(context: Context, target: nodes.Expression) -> Type:
    """The type that the value must have; dynamic where the target was refused."""
    if _goes_through_safe(target):
        context.reports.error(target.span, "Нельзя присвоить через «?.»")
    elif isinstance(target, nodes.Reference):
        return _variable_type(context, target)
    elif isinstance(target, nodes.Member):
        if isinstance(target.target, nodes.Global):
            context.reports.error(target.span, "Этому выражению нельзя присвоить значение")
            return DYNAMIC
        return _member_type(context, target)
    elif isinstance(target, nodes.Index):
        found = context.type_of(target)
        owner = without_undefined(context.checked.types.get(target.target, DYNAMIC))
        if isinstance(owner, LibraryType) and owner.info.ru in ("Строка", "Байты", "ЧитаемыйМассив"):
            context.reports.error(target.span, f"Элементы типа {show(owner)} нельзя менять")
            return DYNAMIC
        return found
    elif isinstance(target, nodes.ArrayLiteral) and _follows_type(context, target.span):
        advice = "Тип массива пишут так: Массив<Тип>"
        context.reports.error(target.span, "Этому выражению нельзя присвоить значение", advice)
        return DYNAMIC
    else:
        context.reports.error(target.span, "Этому выражению нельзя присвоить значение")
    context.any_type(target)
    return DYNAMIC


def _follows_type(context: Context, span: Span) -> bool:
    """`знч А: Число[] = …`, `знч А: Массив[Число] = …`: the brackets touch a word."""
    return context.source.text[max(span.start - 1, 0) : span.start].isalnum()


def _goes_through_safe(target: nodes.Expression) -> bool:
    current: nodes.Expression = target
    while isinstance(current, nodes.Member | nodes.Index | nodes.NonNull | nodes.Call):
        if isinstance(current, nodes.Member):
            if current.safe:
                return True
            current = current.target
        elif isinstance(current, nodes.Index):
            current = current.target
        else:
            current = current.operand if isinstance(current, nodes.NonNull) else current.callee
    return False


def _variable_type(context: Context, target: nodes.Reference) -> Type:
    name = target.path[-1]
    local = context.scopes.find(name.text) if len(target.path) == 1 else None
    if local is not None:
        context.checked.meanings[target] = local
        context.checked.types[target] = local.type
        if local.writable:
            context.scopes.write(local, name.span)
        else:
            advice = "Если её значение меняется, объявите её словом «пер»." if _is_readable(context, local) else ""
            context.reports.error(name.span, f"Переменная «{name.text}» доступна только для чтения", advice)
            return DYNAMIC
        return local.type
    found = context.type_of(target)
    meaning = context.checked.meanings.get(target)
    if isinstance(meaning, SessionVariable):
        writable = meaning.writable
    elif isinstance(meaning, FieldOfThis):
        writable = _field_is_writable(context, name.text)
    else:
        writable = meaning is None
    if not writable:
        context.reports.error(name.span, f"«{name.text}» нельзя изменить")
        return DYNAMIC
    return found


def _is_readable(context: Context, local: Local) -> bool:
    """Whether it was declared by `знч`."""
    start = local.declaration.span.start
    return context.source.text[max(start - 100, 0) : start].rstrip().endswith(("знч", "val"))


def _field_is_writable(context: Context, name: str) -> bool:
    this = context.frame.this
    if this is None or isinstance(this.declaration, nodes.Enumeration):
        return True
    return all(one.kind == "пер" for one in this.declaration.fields if one.name.text == name)


def _member_type(context: Context, target: nodes.Member) -> Type:
    found = find_member(context, target)
    context.checked.types[target] = found.type
    if not found.writable:
        what = "Поле" if isinstance(found.meaning, DeclaredMember) else "Свойство"
        message = f"{what} «{target.name.text}» доступно только для чтения"
        if found.meaning is None:
            message = f"«{target.name.text}» нельзя изменить"
        context.reports.error(target.name.span, message)
        return DYNAMIC
    return found.type


def _same_place(context: Context, first: nodes.Expression, second: nodes.Expression) -> bool:
    """`Х = Х`, `этот.П = этот.П`."""
    if isinstance(first, nodes.Reference) and isinstance(second, nodes.Reference):
        meaning = context.checked.meanings.get(first)
        same = [one.text for one in first.path] == [one.text for one in second.path]
        return same and isinstance(meaning, Local | SessionVariable | FieldOfThis)
    if isinstance(first, nodes.Member) and isinstance(second, nodes.Member):
        return first.name.text == second.name.text and _same_owner(context, first.target, second.target)
    return False


def _same_owner(context: Context, first: nodes.Expression, second: nodes.Expression) -> bool:
    return (isinstance(first, nodes.This) and isinstance(second, nodes.This)) or _same_place(context, first, second)
