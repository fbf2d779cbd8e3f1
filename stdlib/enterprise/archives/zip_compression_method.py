"""Перечисление МетодСжатияZIP."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("МетодСжатияZIP", "ZIPCompressionMethod", presentation="Метод сжатия ZIP")
class ZIPCompressionMethod(EnumValue):
    """Сжимаются ли файлы архива."""

    __slots__ = ()
    copy = item("Копирование", "Copy")
    deflate = item("Сжатие", "Deflate")
