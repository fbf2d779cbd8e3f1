"""Перечисление ВариантЗаписиДатыJSON."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ВариантЗаписиДатыJSON", "JSONDateWritingVariant", presentation="Вариант записи даты JSON")
class JSONDateWritingVariant(EnumValue):
    """По какому времени записаны даты."""

    __slots__ = ()
    local_date = item("ЛокальнаяДата", "LocalDate")
    local_date_with_offset = item("ЛокальнаяДатаСоСмещением", "LocalDateWithOffset")
    universal_date = item("УниверсальнаяДата", "UniversalDate")
