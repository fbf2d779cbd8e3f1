"""Перечисление ВидЧисловогоЗначения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ВидЧисловогоЗначения", "NumericValueType", presentation="Вид числового значения")
class NumericValueType(EnumValue):
    """Что значит число в СтрокаСЧислом(): сколько или который по счёту."""

    __slots__ = ()
    cardinal = item("Количественное", "Cardinal")
    ordinal = item("Порядковое", "Ordinal")
