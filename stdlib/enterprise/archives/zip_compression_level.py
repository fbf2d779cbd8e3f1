"""Перечисление УровеньСжатияZIP."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("УровеньСжатияZIP", "ZIPCompressionLevel", presentation="Уровень сжатия ZIP")
class ZIPCompressionLevel(EnumValue):
    """Насколько сильно сжимаются файлы архива."""

    __slots__ = ()
    minimum = item("Минимальный", "Minimum")
    optimal = item("Оптимальный", "Optimal")
    maximum = item("Максимальный", "Maximum")
