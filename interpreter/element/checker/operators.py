"""Types of operations; only what certainly fails is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checker.advice import warn_of_boolean_ternary, warn_of_cast, warn_of_needless, warn_of_test
from interpreter.element.checker.library import owner_arguments
from interpreter.element.checker.members import may_be_skipped
from interpreter.element.types import (
    DYNAMIC,
    NEVER,
    UNDEFINED,
    FunctionType,
    LibraryType,
    ProgramType,
    Type,
    TypeName,
    UnionType,
    assignable,
    join,
    nullable,
    show,
    takes_undefined,
    type_arguments,
    union,
    without_undefined,
)

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context
    from interpreter.source import Span

_MOMENTS = frozenset({"Дата", "Время", "ДатаВремя", "Момент"})
_SHIFTED = frozenset({"ДатаВремя", "Момент", "Длительность"})
"""What a duration may be added to."""
_COMPARABLE = _MOMENTS | {"Число", "Строка", "Длительность"}


def check_condition(context: Context, node: nodes.Expression) -> None:
    """A condition is exactly Булево: `Булево?` has to be compared."""
    found = context.type_of(node, context.library.boolean)
    if found in (DYNAMIC, NEVER, context.library.boolean):
        return
    advice = ""
    if without_undefined(found) == context.library.boolean:
        advice = "Сравните со значением: … == Истина."
    elif takes_undefined(found):
        advice = "Есть ли значение, проверяют так: … != Неопределено."
    context.reports.error(node.span, f"Условие должно иметь тип Булево, а не {show(found)}", advice)


def check_logical(context: Context, node: nodes.Logical) -> Type:
    for operand in node.operands:
        _boolean_operand(context, operand)
    return context.library.boolean


def check_not(context: Context, node: nodes.Not) -> Type:
    _boolean_operand(context, node.operand)
    return context.library.boolean


def _boolean_operand(context: Context, node: nodes.Expression) -> None:
    found = context.type_of(node, context.library.boolean)
    if found not in (DYNAMIC, NEVER, context.library.boolean):
        message = f"Операнд логической операции должен иметь тип Булево, а не {show(found)}"
        context.reports.error(node.span, message, _advice_of_operand(context, node, found))


def _advice_of_operand(context: Context, node: nodes.Expression, found: Type) -> str:
    if isinstance(node, nodes.Ternary) and isinstance(node.condition, nodes.TypeTest):
        return "Тернарная операция относится к проверке типа: возьмите всё условие в скобки."
    if without_undefined(found) == context.library.boolean:
        return "Сравните со значением: … == Истина."
    return ""


def check_unary(context: Context, node: nodes.Unary) -> Type:
    found = without_undefined(context.type_of(node.operand))
    if found in (context.library.number, context.library.duration, DYNAMIC, NEVER) or isinstance(found, UnionType):
        return DYNAMIC if isinstance(found, UnionType) else found
    context.reports.error(node.operand.span, f"Операция «{node.operator}» не определена для типа {show(found)}")
    return DYNAMIC


def check_binary(context: Context, node: nodes.Binary) -> Type:
    left, right = context.type_of(node.left), context.type_of(node.right)
    return binary_type(context, node.operator, node.operator_span, left, right)


def binary_type(context: Context, operator: str, span: Span, left: Type, right: Type) -> Type:
    """The type of `left operator right`."""
    library = context.library
    if operator == "+" and library.string in map(without_undefined, (left, right)) and library.string != DYNAMIC:
        return library.string
    if UNDEFINED in (left, right):
        if operator == "+" and DYNAMIC in (left, right):
            # It may be a text, which takes Неопределено too.
            return DYNAMIC
        context.reports.error(span, f"Операция «{operator}» не определена для Неопределено")
        return DYNAMIC
    left, right = without_undefined(left), without_undefined(right)
    if left == right == library.number:
        return library.number
    if not (_is_sure(left) and _is_sure(right)):
        return _guess(context, operator, left, right)
    result = _of_measures(context, operator, _name(left), _name(right))
    if result is None:
        message = f"Операция «{operator}» не определена для типов {show(left)} и {show(right)}"
        context.reports.error(span, message)
        return DYNAMIC
    return result


def _is_sure(one: Type) -> bool:
    """A type of which it is known that it is a number, or something else than one."""
    return isinstance(one, ProgramType | FunctionType | TypeName) or (
        isinstance(one, LibraryType) and one.info.ru not in ("Объект", "Сравнимое", "Представляемое", "Форматируемое")
    )


def _name(one: Type) -> str:
    return one.info.ru if isinstance(one, LibraryType) else ""


def _guess(context: Context, operator: str, left: Type, right: Type) -> Type:
    """Where one side is dynamic: arithmetic on a Число gives one, whatever it meets."""
    if operator in ("%", "**") or (operator in ("*", "-", "/") and left == right):
        return context.library.number if context.library.number in (left, right) else DYNAMIC
    return DYNAMIC


def _of_measures(context: Context, operator: str, left: str, right: str) -> Type | None:
    """Arithmetic of moments, durations and sizes; None when there is none."""
    duration = context.library.duration
    if "РазмерБайтов" in (left, right):
        return _of_sizes(context, operator, left, right)
    if operator == "-" and left == right and left in _MOMENTS:
        return duration
    if operator in ("+", "-") and right == "Длительность" and left in _SHIFTED:
        return context.library.named(left)
    if (left, right) == ("Длительность", "Число") and operator in ("*", "/"):
        return duration
    if (operator, left, right) == ("*", "Число", "Длительность"):
        return duration
    if operator == "/" and left == right == "Длительность":
        return context.library.number
    return None


def _of_sizes(context: Context, operator: str, left: str, right: str) -> Type | None:
    if operator == "/" and left == right:
        return context.library.number
    if (
        (operator in ("+", "-") and left == right)
        or (operator in ("*", "/") and right == "Число")
        or (operator == "*" and left == "Число")
    ):
        return context.library.named("РазмерБайтов")
    return None


def check_comparison(context: Context, node: nodes.Comparison) -> Type:
    left = context.type_of(node.first)
    for tail in node.tails:
        right = context.type_of(tail.operand)
        check_order(context, tail.operator, tail.operator_span, left, right)
        left = right
    return context.library.boolean


def check_order(context: Context, operator: str, span: Span, left: Type, right: Type) -> None:
    """`<` and its kin need two values of one comparable type; anything may be compared for equality."""
    if operator in ("==", "!="):
        return
    left, right = without_undefined(left), without_undefined(right)
    if _is_sure(left) and _is_sure(right) and (left != right or not _is_comparable(left)):
        message = f"Значения типов {show(left)} и {show(right)} нельзя сравнить операцией «{operator}»"
        context.reports.error(span, message)


def _is_comparable(one: Type) -> bool:
    if not isinstance(one, LibraryType):
        return False
    return one.info.ru in _COMPARABLE or any(base.ru == "Сравнимое" for base in one.info.bases)


def check_type_test(context: Context, node: nodes.TypeTest) -> Type:
    if isinstance(node.operand, nodes.Not):
        _refuse_negated_test(context, node.operand)
    found = context.type_of(node.operand)
    warn_of_test(context, node.span, found, context.resolve(node.type), node.negated)
    return context.library.boolean


def _refuse_negated_test(context: Context, node: nodes.Not) -> None:
    """`не Х это Т` is `(не Х) это Т`: what was meant has a form of its own."""
    found = context.type_of(node.operand, context.library.boolean)
    if found not in (DYNAMIC, NEVER, context.library.boolean):
        message = f"Операнд логической операции должен иметь тип Булево, а не {show(found)}"
        written = context.source.slice(node.operand.span)
        shown = written if len(written) < 40 and "\n" not in written else "…"
        context.reports.error(node.operand.span, message, f"Обратную проверку пишут так: {shown} это не Тип")


def check_cast(context: Context, node: nodes.Cast) -> Type:
    found = context.type_of(node.operand)
    wanted = context.resolve(node.type)
    warn_of_cast(context, node.span, found, wanted)
    return wanted


def check_coalesce(context: Context, node: nodes.Coalesce, expected: Type | None) -> Type:
    left = context.type_of(node.left, expected)
    right = context.type_of(node.right, expected)
    if left == UNDEFINED:
        return right
    warn_of_needless(context, node.span, "??", left)
    return join(without_undefined(left), right)


def check_nonnull(context: Context, node: nodes.NonNull) -> Type:
    found = context.type_of(node.operand)
    warn_of_needless(context, node.span, "!", found)
    return without_undefined(found)


def check_ternary(context: Context, node: nodes.Ternary, expected: Type | None) -> Type:
    check_condition(context, node.condition)
    warn_of_boolean_ternary(context, node)
    return join(context.type_of(node.then, expected), context.type_of(node.otherwise, expected))


def check_index(context: Context, node: nodes.Index) -> Type:
    found = context.type_of(node.target)
    owner = without_undefined(found)
    index = context.type_of(node.index)
    wanted, item = index_types(context, owner) if found != UNDEFINED else (DYNAMIC, None)
    if item is None:
        shown = show(found if found == UNDEFINED else owner)
        context.reports.error(node.target.span, f"Значения типа {shown} не имеют элементов по индексу")
        return DYNAMIC
    if not assignable(index, wanted):
        message = f"Индекс должен иметь тип {show(wanted)}, а не {show(index)}"
        context.reports.error(node.index.span, message)
    return nullable(item) if may_be_skipped(node) else item


def index_types(context: Context, owner: Type) -> tuple[Type, Type | None]:
    """Types of the index and of the element; no element where a type has none."""
    number = context.library.number
    if not isinstance(owner, LibraryType):
        return DYNAMIC, None if isinstance(owner, ProgramType | FunctionType | TypeName) else DYNAMIC
    names = {owner.info.ru, *(base.ru for base in owner.info.bases)}
    arguments = type_arguments(owner)
    if "ЧитаемыйМассив" in names:
        return number, arguments.get("Т", DYNAMIC)
    if "ЧитаемоеСоответствие" in names:
        return arguments.get("К", DYNAMIC), arguments.get("З", DYNAMIC)
    if owner.info.ru == "Строка":
        return number, owner
    if owner.info.ru in ("Число", "Булево", "Длительность", *_MOMENTS) or "Перечисление" in names:
        return DYNAMIC, None
    if "Обходимое" in names:
        return DYNAMIC, None
    return DYNAMIC, DYNAMIC


def element_type(context: Context, owner: Type) -> Type | None:
    """What walking through a value gives; None when it cannot be walked through."""
    if owner == UNDEFINED:
        return None
    owner = without_undefined(owner)
    if isinstance(owner, UnionType):
        return DYNAMIC
    if not isinstance(owner, LibraryType):
        return None if isinstance(owner, ProgramType | FunctionType | TypeName) else DYNAMIC
    if owner.info.ru == "Строка":
        return owner
    names = {owner.info.ru, *(base.ru for base in owner.info.bases)}
    if "Обходимое" in names:
        known = owner_arguments(context.library, owner)
        return known.get("Т", DYNAMIC)
    return None if owner.info.ru in ("Число", "Булево", "Объект", *_COMPARABLE) or "Перечисление" in names else DYNAMIC


def common(types: list[Type]) -> Type:
    """The element type of a literal without a wanted type: one for all, else dynamic."""
    found = union(types)
    if isinstance(found, UnionType):
        rest = without_undefined(found)
        return DYNAMIC if isinstance(rest, UnionType) else found
    return DYNAMIC if found in (NEVER, UNDEFINED) else found
