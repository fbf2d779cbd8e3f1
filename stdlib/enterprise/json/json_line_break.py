"""Перечисление ПереносСтрокJSON."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ПереносСтрокJSON", "JSONLineBreak", presentation="Перенос строк JSON")
class JSONLineBreak(EnumValue):
    """Чем разделены строки записанного JSON; Нет – всё в одну строку."""

    __slots__ = ()
    unix = item("Unix", "Unix")
    windows = item("Windows", "Windows")
    auto = item("Авто", "Auto")
    none = item("Нет", "None")
