"""Перечисление ПозицияВПотоке."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ПозицияВПотоке", "PositionInStream", presentation="Позиция в потоке")
class PositionInStream(EnumValue):
    """Откуда отсчитывается смещение."""

    __slots__ = ()
    end = item("Конец", "End")
    begin = item("Начало", "Begin")
    current = item("Текущая", "Current")
