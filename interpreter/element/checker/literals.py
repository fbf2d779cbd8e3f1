"""Literals and what they are the first of: the wanted type tells what an untyped collection holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checker.advice import advice_of_mismatch
from interpreter.element.checker.operators import common
from interpreter.element.checker.references import refuse_bare_key
from interpreter.element.types import (
    DYNAMIC,
    LibraryType,
    Type,
    alternatives,
    assignable,
    show,
    type_arguments,
)
from interpreter.source import Span
from runtime.errors import OnecError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.element.checker.context import Context

_BRACED = {
    "Date": "Дата", "Time": "Время", "DateTime": "ДатаВремя", "Instant": "Момент", "TimeZone": "ЧасовойПояс",
    "Uuid": "Ууид", "Bytes": "Байты", "Version": "Версия", "Locale": "Локаль", "Resource": "Ресурс", "Query": "Запрос",
}  # fmt: skip

_PATTERN_ADVICE = (
    ("character set", "Не закрыта квадратная скобка."),
    ("unterminated subpattern", "Не закрыта круглая скобка."),
    ("unbalanced parenthesis", "Лишняя круглая скобка."),
    ("nothing to repeat", "Перед «*», «+», «?» или «{…}» должно стоять то, что повторяется."),
    ("multiple repeat", "Два знака повторения стоят подряд."),
    ("bad escape", "Такого обозначения с обратной косой чертой нет."),
    ("bad character range", "Границы в квадратных скобках идут от меньшей к большей."),
)


def check_braced(context: Context, node: nodes.BracedLiteral) -> Type:
    if node.kind in ("Resource", "Query"):
        context.reports.error(node.span, f"Литерал «{node.name.text}{{…}}» в сценариях недоступен")
    zone = node.value[-1] if node.kind == "Instant" and isinstance(node.value, tuple) else node.value
    if node.kind in ("TimeZone", "Instant") and isinstance(zone, str):
        _check_zone(context, node, zone)
    return context.library.named(_BRACED[node.kind])


def _check_zone(context: Context, node: nodes.BracedLiteral, zone: str) -> None:
    """The library knows which regions there are."""
    from stdlib.element.time.time_zone import TimeZone

    try:
        TimeZone(zone).offset(0)
    except OnecError:
        start = node.span.start + node.text.find(zone) + len(node.name.text) + 1
        message = f"Нет часового пояса «{zone}»"
        advice = "Примеры: ЧасовойПояс{Z}, ЧасовойПояс{UTC+3}, ЧасовойПояс{Europe/Moscow}"
        context.reports.error(Span(start, start + len(zone)), message, advice)


def check_pattern(context: Context, node: nodes.PatternLiteral) -> Type:
    """The library's own reading of the pattern decides."""
    from stdlib.element.patterns.dialect import to_python

    try:
        re.compile(to_python(node.pattern))
    except (re.error, ValueError, OverflowError) as error:
        advice = next((told for part, told in _PATTERN_ADVICE if part in str(error)), "")
        context.reports.error(node.span, "Неверное содержимое литерала «Образец»", advice)
    return context.library.named("Образец")


def check_interpolated(context: Context, node: nodes.Interpolated) -> Type:
    for part in node.parts:
        if isinstance(part, nodes.Interpolation):
            context.type_of(part.expression)
    return context.library.string


def check_type_literal(context: Context, node: nodes.TypeLiteral) -> Type:
    return context.library.named("Тип", context.resolve(node.type))


def check_array(context: Context, node: nodes.ArrayLiteral, expected: Type | None) -> Type:
    wanted = _wanted(context, node.item_type, expected, "Массив", "Т")
    item = _items(context, node.items, wanted)
    return context.library.named("Массив", item)


def check_set(context: Context, node: nodes.SetLiteral, expected: Type | None) -> Type:
    wanted = _wanted(context, node.item_type, expected, "Множество", "Т")
    item = _items(context, node.items, wanted)
    return context.library.named("Множество", item)


def check_map(context: Context, node: nodes.MapLiteral, expected: Type | None) -> Type:
    key = _wanted(context, node.key_type, expected, "Соответствие", "К")
    value = _wanted(context, node.value_type, expected, "Соответствие", "З")
    for entry in node.entries:
        refuse_bare_key(context, entry.key)
    keys = _items(context, [entry.key for entry in node.entries], key)
    values = _items(context, [entry.value for entry in node.entries], value)
    return context.library.named("Соответствие", keys, values)


def _wanted(
    context: Context, written: nodes.TypeExpression | None, expected: Type | None, name: str, variable: str
) -> Type | None:
    """The element type that is written, or that the place of the literal wants."""
    if written is not None:
        return context.resolve(written)
    info = context.library.info(name)
    for one in alternatives(expected) if expected is not None else ():
        if isinstance(one, LibraryType) and info is not None and (one.info is info or one.info in info.bases):
            return type_arguments(one).get(variable)
    return None


def _items(context: Context, items: Sequence[nodes.Expression], wanted: Type | None) -> Type:
    found = [context.type_of(item, wanted) for item in items]
    if wanted is None or wanted == DYNAMIC:
        return common(found)
    for item, type_ in zip(items, found, strict=True):
        if not assignable(type_, wanted):
            message = f"Элемент должен иметь тип {show(wanted)}, а не {show(type_)}"
            context.reports.error(item.span, message, advice_of_mismatch(context, type_, wanted))
    return wanted
