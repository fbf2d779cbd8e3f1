"""Перечисление РежимОбработкиПодкаталоговZIP."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration(
    "РежимОбработкиПодкаталоговZIP", "ZIPSubDirProcessingMode", presentation="Режим обработки подкаталогов ZIP"
)
class ZIPSubDirProcessingMode(EnumValue):
    """Добавляются ли в архив файлы вложенных каталогов."""

    __slots__ = ()
    dont_recurse = item("НеОбрабатывать", "DontRecurse")
    recurse = item("ОбрабатыватьРекурсивно", "Recurse")
