"""Перечисление СтатусСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("СтатусСообщения", "MessageStatus", presentation="Статус сообщения")
class MessageStatus(EnumValue):
    """Важность сообщения, которое выводит Сообщить()."""

    __slots__ = ()
    without_status = item("БезСтатуса", "WithoutStatus")
    ordinary = item("Обычное", "Ordinary")
    information = item("Информация", "Information")
    attention = item("Внимание", "Attention")
    important = item("Важное", "Important")
    very_important = item("ОченьВажное", "VeryImportant")
