"""The type of every expression: one entry a node class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from interpreter.element import nodes
from interpreter.element.checker import literals, operators
from interpreter.element.checker.calls import check_call, check_new
from interpreter.element.checker.lambdas import check_lambda, check_method_reference
from interpreter.element.checker.members import member_type
from interpreter.element.checker.references import check_global, check_reference, check_this, refuse_bare_global
from interpreter.element.types import NEVER, UNDEFINED, Type, assignable, show, without_undefined

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element.checker.context import Context

Check: TypeAlias = "Callable[[Context, Any], Type]"
CheckWanted: TypeAlias = "Callable[[Context, Any, Type | None], Type]"

_SPINE_LIMIT = 30
_LEANING = frozenset((nodes.Call, nodes.Member, nodes.Index, nodes.Binary, nodes.NonNull, nodes.TypeTest, nodes.Cast))
"""What may lean to the left, see nodes."""


def check_expression(context: Context, node: nodes.Expression, expected: Type | None) -> Type:
    """The type of an expression; `expected` is what its place wants, for literals and lambdas."""
    known = context.checked.types.get(node)
    if known is not None:
        return known
    if node.__class__ in _LEANING:
        _check_spine(context, node)
    check = _PLAIN.get(type(node))
    return check(context, node) if check is not None else _WANTED[type(node)](context, node, expected)


def _check_spine(context: Context, node: nodes.Expression) -> None:
    """A long chain leans to the left: check it from the bottom, so as not to recurse into it."""
    spine: list[nodes.Expression] = []
    below = _left(node)
    while below is not None and below not in context.checked.types:
        spine.append(below)
        below = _left(below)
    if len(spine) > _SPINE_LIMIT:
        for one in reversed(spine):
            context.any_type(one)


def _left(node: nodes.Expression) -> nodes.Expression | None:
    if isinstance(node, nodes.Call):
        return _left(node.callee) if isinstance(node.callee, nodes.Member) else node.callee
    if isinstance(node, nodes.Member | nodes.Index):
        return None if isinstance(node.target, nodes.Global) else node.target
    if isinstance(node, nodes.Binary):
        return node.left
    if isinstance(node, nodes.NonNull | nodes.TypeTest | nodes.Cast):
        return node.operand
    return None


def _check_member(context: Context, node: nodes.Member) -> Type:
    return check_global(context, node) if isinstance(node.target, nodes.Global) else member_type(context, node)


def _check_throw(context: Context, node: nodes.Throw) -> Type:
    found = without_undefined(context.type_of(node.value))
    if not is_exception(context, found):
        advice = ""
        if found == context.library.string:
            advice = "Исключение с текстом: выбросить новый ИсключениеНедопустимоеСостояние(Текст)"
        context.reports.error(node.value.span, f"Выбросить можно только исключение, а не {show(found)}", advice)
    return NEVER


def is_exception(context: Context, type_: Type) -> bool:
    return assignable(type_, context.library.named("Исключение"))


_PLAIN: dict[type, Check] = {
    nodes.NumberLiteral: lambda context, node: context.library.number,
    nodes.DurationLiteral: lambda context, node: context.library.duration,
    nodes.SizeLiteral: lambda context, node: context.library.named("РазмерБайтов"),
    nodes.BooleanLiteral: lambda context, node: context.library.boolean,
    nodes.StringLiteral: lambda context, node: context.library.string,
    nodes.PatternLiteral: literals.check_pattern,
    nodes.UndefinedLiteral: lambda context, node: UNDEFINED,
    nodes.Global: refuse_bare_global,
    nodes.Interpolated: literals.check_interpolated,
    nodes.BracedLiteral: literals.check_braced,
    nodes.TypeLiteral: literals.check_type_literal,
    nodes.Reference: check_reference,
    nodes.This: check_this,
    nodes.Member: _check_member,
    nodes.Index: operators.check_index,
    nodes.NonNull: operators.check_nonnull,
    nodes.Throw: _check_throw,
    nodes.Unary: operators.check_unary,
    nodes.Not: operators.check_not,
    nodes.Binary: operators.check_binary,
    nodes.Comparison: operators.check_comparison,
    nodes.Logical: operators.check_logical,
    nodes.TypeTest: operators.check_type_test,
    nodes.Cast: operators.check_cast,
}
_WANTED: dict[type, CheckWanted] = {
    nodes.ArrayLiteral: literals.check_array,
    nodes.SetLiteral: literals.check_set,
    nodes.MapLiteral: literals.check_map,
    nodes.Call: check_call,
    nodes.New: check_new,
    nodes.Coalesce: operators.check_coalesce,
    nodes.Ternary: operators.check_ternary,
    nodes.Lambda: check_lambda,
    nodes.MethodReference: check_method_reference,
}
