"""Перечисление УровеньЖурналаРегистрации."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("УровеньЖурналаРегистрации", "EventLogLevel", presentation="Уровень журнала регистрации")
class EventLogLevel(EnumValue):
    """Важность записи журнала регистрации."""

    __slots__ = ()
    information = item("Информация", "Information")
    error = item("Ошибка", "Error")
    warning = item("Предупреждение", "Warning")
    note = item("Примечание", "Note")
