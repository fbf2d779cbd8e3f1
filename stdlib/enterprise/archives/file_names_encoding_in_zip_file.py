"""Перечисление КодировкаИменФайловВZipФайле."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration(
    "КодировкаИменФайловВZipФайле", "FileNamesEncodingInZipFile", presentation="Кодировка имён файлов в ZIP-файле"
)
class FileNamesEncodingInZipFile(EnumValue):
    """Как в архиве записаны имена файлов."""

    __slots__ = ()
    auto = item("Авто", "Auto")
    os_encoding_with_utf8 = item("КодировкаОСДополнительноUTF8", "OSEncodingWithUTF8")
    utf8 = item("UTF8", "UTF8")
