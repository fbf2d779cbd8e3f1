"""`@Устарело(Сообщение = "…")`: whoever uses what is marked so is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context
    from interpreter.source import Span

_NAMES = ("Устарело", "Deprecated")


def warn_of_deprecated(context: Context, span: Span, declaration: nodes.ModuleMember | nodes.Field) -> None:
    for one in declaration.annotations:
        if one.path[-1].text in _NAMES:
            message = f"«{declaration.name.text}» — устаревшее имя"
            context.reports.warning(span, message, _advice(one))


def _advice(annotation: nodes.Annotation) -> str:
    """The message of the annotation: its only text."""
    texts = (one.value.value for one in annotation.arguments if isinstance(one.value, nodes.StringLiteral))
    return next(texts, "")
