"""`@Имя(…)`: what is given twice or out of order is refused, what has no meaning is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Note
from interpreter.element import nodes
from runtime.spelling import hint

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context

_KNOWN = frozenset(
    """
    ИменованныеПараметры NamedParameters Глобально Global ВПроекте InProject ВПодсистеме InSubsystem ВТипе InType
    Локально Local Обработчик Handler Подписка Subscription Реализация Implementation
    ПроверятьИспользованиеЗначения CheckValueUsage Устарело Deprecated НаСервере AtServer НаКлиенте AtClient
    ДоступноСКлиента AvailableFromClient JsonСвойство JsonProperty JsonИгнорироватьСвойство JsonIgnoreProperty
    """.split()
)
_COMPUTED = (nodes.Call, nodes.New, nodes.Lambda, nodes.Binary, nodes.Index, nodes.Ternary, nodes.Throw, nodes.This)


def check_annotations(context: Context, annotations: tuple[nodes.Annotation, ...]) -> None:
    seen: dict[str, nodes.Annotation] = {}
    for one in annotations:
        name = one.path[-1]
        first = seen.setdefault(name.text, one)
        if first is not one:
            note = Note(first.span, "Первый раз здесь")
            context.reports.error(one.span, f"Аннотация «{name.text}» указана дважды", notes=(note,))
        elif name.text not in _KNOWN:
            message = f"Аннотация «{name.text}» неизвестна: она ничего не меняет"
            context.reports.warning(name.span, message, hint(name.text, _KNOWN))
        _check_arguments(context, one)


def _check_arguments(context: Context, annotation: nodes.Annotation) -> None:
    named: set[str] = set()
    for one in annotation.arguments:
        if isinstance(one.value, nodes.Annotation):
            _check_arguments(context, one.value)
        elif isinstance(one.value, _COMPUTED):
            context.reports.error(one.value.span, "Параметр аннотации — литерал или аннотация, вычислять его нельзя")
        if one.name is None:
            if named:
                context.reports.error(one.span, "Позиционный параметр после именованного")
        elif one.name.text in named:
            context.reports.error(one.name.span, f"Параметр «{one.name.text}» указан дважды")
        else:
            named.add(one.name.text)
