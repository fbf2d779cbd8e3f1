"""Перечисление РежимВосстановленияПутейФайловZIP."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration(
    "РежимВосстановленияПутейФайловZIP", "ZIPRestoreFilePathsMode", presentation="Режим восстановления путей файлов ZIP"
)
class ZIPRestoreFilePathsMode(EnumValue):
    """Создаются ли при извлечении каталоги, записанные в архиве."""

    __slots__ = ()
    restore = item("Восстанавливать", "Restore")
    dont_restore = item("НеВосстанавливать", "DontRestore")
