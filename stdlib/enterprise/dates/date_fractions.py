"""Перечисление ЧастиДаты."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ЧастиДаты", "DateFractions", presentation="Части даты")
class DateFractions(EnumValue):
    """Какие части даты хранит значение, описанное квалификаторами."""

    __slots__ = ()
    time = item("Время", "Time")
    date = item("Дата", "Date")
    date_time = item("ДатаВремя", "DateTime")
