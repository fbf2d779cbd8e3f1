"""Перечисление ИспользованиеByteOrderMark."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ИспользованиеByteOrderMark", "ByteOrderMarkUsage", presentation="Использование Byte Order Mark")
class ByteOrderMarkUsage(EnumValue):
    """Начинается ли текст с метки порядка байтов (BOM)."""

    __slots__ = ()
    auto = item("Авто", "Auto")
    use = item("Использовать", "Use")
    dont_use = item("НеИспользовать", "DontUse")
