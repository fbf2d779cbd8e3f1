"""Перечисление ВажностьИнтернетПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ВажностьИнтернетПочтовогоСообщения", "InternetMailMessageImportance")
class InternetMailMessageImportance(EnumValue):
    """Важность письма (заголовок X-Priority)."""

    __slots__ = ()
    highest = item("Наивысшая", "Highest")
    high = item("Высокая", "High")
    normal = item("Обычная", "Normal")
    low = item("Низкая", "Low")
    lowest = item("Наименьшая", "Lowest")
