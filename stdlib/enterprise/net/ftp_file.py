"""Тип FTPФайл."""

from __future__ import annotations

import os
import posixpath

from runtime.enterprise.date import Date
from runtime.enterprise.declare import OnecObject, getter, method, onec_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.net.ftp_listing import FtpEntry


@onec_type("FTPФайл", "FTPFile", presentation="FTP файл")
class FTPFile(OnecObject):
    """Файл или каталог на сервере, каким он был, когда его нашли."""

    __slots__ = ("_entry", "_folder")

    def __init__(self, folder: str, entry: FtpEntry) -> None:
        self._folder, self._entry = folder, entry

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя с расширением, без пути."""
        return self._entry.name

    @getter("ИмяБезРасширения", "BaseName", "Строка")
    def base_name(self) -> str:
        """Имя без пути и расширения."""
        return os.path.splitext(self._entry.name)[0]

    @getter("Расширение", "Extension", "Строка")
    def extension(self) -> str:
        """Расширение с точкой; пустая строка, если его нет."""
        return os.path.splitext(self._entry.name)[1]

    @getter("ПолноеИмя", "FullName", "Строка")
    def full_name(self) -> str:
        """Имя с полным путём на сервере."""
        return posixpath.join(self._folder, self._entry.name)

    @getter("Путь", "Path", "Строка")
    def path(self) -> str:
        """Путь к каталогу на сервере с разделителем на конце."""
        return self._folder if self._folder.endswith("/") else self._folder + "/"

    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Размер в байтах; у каталога 0."""
        return self._entry.size

    @method("ПолучитьВремяИзменения(): Дата", "GetModificationTime()")
    def get_modification_time(self) -> Date:
        """Местное время изменения; пустая дата, если сервер его не назвал."""
        from datetime import datetime

        moment = self._entry.moment
        if moment is None:
            return Date.of_seconds(0)
        if moment.tzinfo is not None:
            moment = moment.astimezone().replace(tzinfo=None)
        return Date.of_seconds(int((moment - datetime(1, 1, 1)).total_seconds()))

    @method("Существует(): Булево", "Exists()")
    def exists(self) -> bool:
        """Истина: ведь его нашли."""
        return True

    @method("ЭтоКаталог(): Булево", "IsDirectory()")
    def is_directory(self) -> bool:
        """Истина, если это каталог."""
        return self._entry.is_folder

    @method("ЭтоФайл(): Булево", "IsFile()")
    def is_file(self) -> bool:
        """Истина, если это файл."""
        return not self._entry.is_folder
