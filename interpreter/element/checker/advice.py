"""Warnings: what is right, and needless or not what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import LibraryMember
from interpreter.element.literals import is_content
from interpreter.element.types import (
    DYNAMIC,
    NEVER,
    UNDEFINED,
    VOID,
    FunctionType,
    LibraryType,
    ProgramType,
    Type,
    UnionType,
    alternatives,
    is_a,
    nullable,
    show,
    takes_undefined,
    without_undefined,
)
from interpreter.node import walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interpreter.element.checker.context import Context
    from interpreter.source import Span

_FINAL = frozenset(
    "Число Строка Булево Байты Дата Время ДатаВремя Момент Длительность Ууид Образец Версия Локаль Null".split()
)
_LITERALS = {"Дата", "Время", "ДатаВремя", "Момент", "ЧасовойПояс", "Ууид", "Версия", "Локаль"}
QUOTES = 'Строки пишут в кавычках: "…". Апострофы ограничивают образец.'
_DECLARATIONS = (nodes.VariableDeclaration, nodes.Use)


# ---- types


def warn_of_union(context: Context, node: nodes.TypeExpression) -> None:
    """Members of a union that add nothing to it."""
    for one in walk(node):
        if isinstance(one, nodes.UnionType):
            _warn_of_members(context, one)


def _warn_of_members(context: Context, node: nodes.UnionType) -> None:
    seen: list[Type] = []
    types = [context.resolve(one) for one in node.alternatives]
    for one, type_ in zip(node.alternatives, types, strict=True):
        if type_ in seen:
            context.reports.warning(one.span, f"Тип {show(type_)} в объединении уже есть")
        elif wider := next((other for other in types if other != type_ and _covers(other, type_)), None):
            context.reports.warning(one.span, f"Тип {show(type_)} в объединении лишний: его включает {show(wider)}")
        seen.append(type_)


def _covers(wide: Type, narrow: Type) -> bool:
    return DYNAMIC not in (wide, narrow) and is_a(narrow, wide)


def advice_of_mismatch(context: Context, found: Type, wanted: Type) -> str:
    """How a value of one type becomes one of another."""
    library, plain, names = context.library, without_undefined(found), alternatives(wanted)
    if found == UNDEFINED:
        return f"Неопределено принимает тип с вопросительным знаком: {show(nullable(wanted))}"
    if library.named("Образец") == plain and library.string in names:
        return QUOTES
    if isinstance(plain, UnionType) or plain == library.object:
        return f"Приведите значение: (… как {show(wanted)})" if _may_be(plain, wanted) else ""
    if library.string in names and isinstance(plain, LibraryType):
        return "Текст значения даёт его метод: ВСтроку()"
    if library.number in names and plain == library.string:
        return "Число из строки: новый Число(Строка)"
    return _advice_of_collection(plain, names)


_COLLECTIONS = {
    "Массив": "ВМассив()",
    "ЧитаемыйМассив": "ВМассив()",
    "ИзменяемыйМассив": "ВМассив()",
    "Множество": "ВоМножество()",
    "ЧитаемоеМножество": "ВоМножество()",
    "Последовательность": "КакПоследовательность()",
}


def _advice_of_collection(found: Type, wanted: Iterable[Type]) -> str:
    """What is walked through becomes a collection when it is told to."""
    if not isinstance(found, LibraryType) or "Обходимое" not in (one.ru for one in (found.info, *found.info.bases)):
        return ""
    for one in wanted:
        maker = _COLLECTIONS.get(one.info.ru) if isinstance(one, LibraryType) else None
        if maker is not None and isinstance(one, LibraryType) and one.info != found.info:
            return f"{one.info.ru} из него даёт метод: .{maker}"
    return ""


def _may_be(wide: Type, wanted: Type) -> bool:
    return any(is_a(one, other) or is_a(other, one) for one in alternatives(wide) for other in alternatives(wanted))


# ---- tests and casts


def warn_of_test(context: Context, span: Span, found: Type, wanted: Type, negated: bool) -> None:
    """`это` whose outcome is known before the run."""
    known = _outcome(found, wanted)
    if known is not None:
        word = "Истина" if known != negated else "Ложь"
        context.reports.warning(span, f"Проверка не нужна: её результат для типа {show(found)} всегда {word}")


def warn_of_cast(context: Context, span: Span, found: Type, wanted: Type) -> None:
    if found in (DYNAMIC, NEVER):
        return
    if found == wanted:
        context.reports.warning(span, f"Приведение не нужно: значение уже имеет тип {show(wanted)}")
    elif takes_undefined(found) and without_undefined(found) == wanted:
        context.reports.warning(span, "Следует использовать настойчивую операцию «!»")
    elif _outcome(found, wanted) is False:
        message = f"Приведение никогда не удастся: значение типа {show(found)} не бывает {show(wanted)}"
        context.reports.warning(span, message)


def _outcome(found: Type, wanted: Type) -> bool | None:
    """Whether every value of a type is of another, or none; None when some are."""
    if DYNAMIC in (found, wanted) or found == NEVER:
        return None
    if is_a(found, wanted):
        return True
    pairs = ((one, other) for one in alternatives(found) for other in alternatives(wanted))
    return False if all(_exclude(one, other) for one, other in pairs) else None


def _exclude(first: Type, second: Type) -> bool:
    """Types without a common value; of two library types that have descendants nothing is said."""
    if UNDEFINED in (first, second):
        return first != second
    if not (_is_final(first) or _is_final(second)):
        return False
    return not (is_a(first, second) or is_a(second, first))


def _is_final(one: Type) -> bool:
    return isinstance(one, ProgramType) or (isinstance(one, LibraryType) and one.info.ru in _FINAL)


# ---- expressions


def warn_of_needless(context: Context, span: Span, operator: str, found: Type) -> None:
    """`??`, `!`, `?.` after what is never Неопределено."""
    if found not in (DYNAMIC, NEVER) and not takes_undefined(found):
        message = f"Операция «{operator}» не нужна: {show(found)} не бывает Неопределено"
        context.reports.warning(span, message)


def warn_of_below(context: Context, span: Span, owner: Type, what: str, name: str) -> None:
    """A member that only types below the one that is known have: the value may be of one of them."""
    if isinstance(owner, LibraryType):
        message = f"У типа {show(owner)} нет {what} «{name}»: значение может оказаться без него"
        context.reports.warning(span, message, "Приведите его к типу, у которого он есть: (… как Тип)")


def warn_of_boolean_ternary(context: Context, node: nodes.Ternary) -> None:
    """`х ? Истина : Ложь` is `х`."""
    branches = (node.then, node.otherwise)
    values = [one.value for one in branches if isinstance(one, nodes.BooleanLiteral)]
    if len(values) == 2 and values[0] != values[1]:
        advice = "Достаточно самого условия." if values[0] else "Достаточно отрицания условия: не (…)."
        context.reports.warning(node.span, "Тернарная операция не нужна: условие уже имеет тип Булево", advice)


def warn_of_constructor(context: Context, node: nodes.Call | nodes.New, made: Type) -> None:
    """`новый Дата("2020-01-01")` is a literal."""
    value = node.arguments[0].value if len(node.arguments) == 1 else None
    if not isinstance(made, LibraryType) or made.info.ru not in _LITERALS or not isinstance(value, nodes.StringLiteral):
        return
    if is_content(made.info.ru, value.value):
        literal = f"{made.info.ru}{{{value.value.strip()}}}"
        context.reports.warning(node.span, f"Вместо конструктора можно написать литерал: {literal}")


# ---- statements


def advice_of_idle(context: Context, node: nodes.Expression, found: Type) -> str:
    """What was probably meant by a statement that does nothing."""
    if isinstance(node, nodes.Comparison) and [tail.operator for tail in node.tails] == ["=="]:
        return f"Присваивают одним знаком «=»: {context.source.slice(node.first.span)} = …"
    if isinstance(node, nodes.New):
        return "Созданное значение присваивают или передают: знч Имя = новый …"
    if isinstance(found, FunctionType):
        return f"Функцию вызывают со скобками: {context.source.slice(node.span)}(…)"
    return ""


def warn_of_unused(context: Context, node: nodes.Call, found: Type) -> None:
    """`Текст.Заменить(…)` and `Массив.Сортировать()` alone: what they give is new, the value stays as it is."""
    meaning = context.checked.members.get(node.callee) if isinstance(node.callee, nodes.Member) else None
    if not isinstance(meaning, LibraryMember) or found in (VOID, NEVER):
        return
    name, walked = meaning.member.ru, context.library.info("Обходимое")
    if meaning.info.ru in _FINAL or (walked is not None and walked.has("method", name) and name != "ДляКаждого"):
        advice = f"«{name}» не меняет значения, а возвращает новое: присвойте его."
        context.reports.warning(node.span, "Результат не используется", advice)


def warn_of_scope(context: Context, node: nodes.Scope) -> None:
    """`область` bounds the variables that it declares itself; without any it does nothing."""
    if not any(isinstance(one, _DECLARATIONS) for one in node.block.statements):
        context.reports.warning(node.span, "«область» не нужна: в ней ничего не объявлено")
