"""What may stand where, beyond what the grammar says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interpreter.diagnostics import Diagnostic, Note, Refused
from interpreter.enterprise import nodes
from interpreter.source import Source, Span


def check_module(source: Source, items: Sequence[nodes.Node], regions: Sequence[tuple[Span, Span]] = ()) -> None:
    """Variables come before methods, methods before the body, and regions cross no method; raises Refused with all that
    do not."""
    found = [*_late_declarations(source, items)]
    for item in items:
        if isinstance(item, nodes.Method):
            found += _late_locals(source, item.body)
            found += _crossing(source, item, regions)
    if found:
        raise Refused(found)


def _crossing(source: Source, method: nodes.Method, regions: Sequence[tuple[Span, Span]]) -> Iterator[Diagnostic]:
    for start, end in regions:
        begins, ends = (method.span.start < each.start < method.span.end for each in (start, end))
        if begins != ends:
            note = Note(method.name.span, "Процедура или функция")
            yield Diagnostic(source, start if begins else end, "Область пересекает границу процедуры", notes=(note,))


def check_statements(source: Source, items: Sequence[nodes.Node]) -> None:
    """Local variables come first; raises Refused."""
    found = [*_late_locals(source, items)]
    if found:
        raise Refused(found)


def _late_declarations(source: Source, items: Sequence[nodes.Node]) -> Iterator[Diagnostic]:
    method: nodes.Method | None = None
    statement: nodes.Statement | None = None
    for item in items:
        if isinstance(item, nodes.Statement):
            statement = statement or item
        elif isinstance(item, nodes.Method):
            method = method or item
            if statement is not None:
                note = Note(statement.span, "Тело модуля начинается здесь")
                message = "Процедуры и функции должны быть описаны до тела модуля"
                yield Diagnostic(source, item.name.span, message, notes=(note,))
        elif isinstance(item, nodes.Variable) and (before := statement or method) is not None:
            note = Note(before.span, "Переменная объявлена после этого места")
            message = "Переменные модуля должны быть объявлены до процедур, функций и операторов"
            yield Diagnostic(source, item.span, message, notes=(note,))


def _late_locals(source: Source, body: Sequence[nodes.Node]) -> Iterator[Diagnostic]:
    before: nodes.Node | None = None
    for statement in body:
        if not isinstance(statement, nodes.LocalVar):
            before = before or statement
        elif before is not None:
            note = Note(before.span, "Операторы начинаются здесь")
            message = "Объявления переменных должны предшествовать операторам"
            yield Diagnostic(source, statement.span, message, notes=(note,))
