"""Перечисление ФорматДатыJSON."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ФорматДатыJSON", "JSONDateFormat", presentation="Формат даты JSON")
class JSONDateFormat(EnumValue):
    """Как даты записаны в JSON: у JSON своего вида дат нет."""

    __slots__ = ()
    iso = item("ISO", "ISO")
    javascript = item("JavaScript", "JavaScript")
    microsoft = item("Microsoft", "Microsoft")
