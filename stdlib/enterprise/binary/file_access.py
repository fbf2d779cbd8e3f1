"""Перечисление ДоступКФайлу."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ДоступКФайлу", "FileAccess", presentation="Доступ к файлу")
class FileAccess(EnumValue):
    """Что можно делать с открытым файлом."""

    __slots__ = ()
    write = item("Запись", "Write")
    read = item("Чтение", "Read")
    read_and_write = item("ЧтениеИЗапись", "ReadAndWrite")
