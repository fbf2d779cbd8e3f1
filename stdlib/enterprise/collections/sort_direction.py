"""Перечисление НаправлениеСортировки."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("НаправлениеСортировки", "SortDirection", presentation="Направление сортировки")
class SortDirection(EnumValue):
    """По возрастанию или по убыванию."""

    __slots__ = ()
    asc = item("Возр", "Asc")
    desc = item("Убыв", "Desc")
