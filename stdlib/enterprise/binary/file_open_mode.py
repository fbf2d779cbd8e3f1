"""Перечисление РежимОткрытияФайла."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("РежимОткрытияФайла", "FileOpenMode", presentation="Режим открытия файла")
class FileOpenMode(EnumValue):
    """Что делать с файлом, который есть, и с тем, которого нет."""

    __slots__ = ()
    append = item("Дописать", "Append")
    truncate = item("Обрезать", "Truncate")
    open = item("Открыть", "Open")
    open_or_create = item("ОткрытьИлиСоздать", "OpenOrCreate")
    create = item("Создать", "Create")
    create_new = item("СоздатьНовый", "CreateNew")
