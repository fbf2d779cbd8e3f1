"""ЭлементZipФайла."""

from __future__ import annotations

import os

from runtime.enterprise.date import Date
from runtime.enterprise.declare import OnecObject, getter, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.archives.entry_names import stored_name, usable_name
from stdlib.enterprise.archives.opening import ENCRYPTED_FLAG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zipfile import ZipInfo

_READ_ONLY, _HIDDEN = 0x1, 0x2
_UNIX, _OWNER_WRITES = 3, 0o200


@onec_type("ЭлементZipФайла", "ZipFileEntry", presentation="Элемент ZIP-файла")
class ZipFileEntry(OnecObject):
    """Файл или каталог внутри архива. У каталога имя пустое, он весь в пути."""

    __slots__ = ("info", "stored")
    info: ZipInfo
    stored: str

    def __init__(self, info: ZipInfo) -> None:
        self.info, self.stored = info, stored_name(info)

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя с расширением, без пути."""
        return usable_name(self.original_name())

    @getter("ИмяБезРасширения", "BaseName", "Строка")
    def base_name(self) -> str:
        """Имя без пути и расширения."""
        return os.path.splitext(self.name())[0]

    @getter("Расширение", "Extension", "Строка")
    def extension(self) -> str:
        """Расширение с точкой; пустая строка, если его нет."""
        return os.path.splitext(self.name())[1]

    @getter("Путь", "Path", "Строка")
    def path(self) -> str:
        """Путь внутри архива с разделителем на конце; пустая строка, если его нет."""
        return usable_name(self.original_path()).replace("/", os.sep)

    @getter("ПолноеИмя", "FullName", "Строка")
    def full_name(self) -> str:
        """Путь и имя внутри архива."""
        return self.path() + self.name()

    @getter("ИсходноеИмя", "OriginalName", "Строка")
    def original_name(self) -> str:
        """Имя, как оно записано в архиве."""
        return self.stored.rpartition("/")[2]

    @getter("ИсходноеИмяБезРасширения", "OriginalBaseName", "Строка")
    def original_base_name(self) -> str:
        """Имя без расширения, как оно записано в архиве."""
        return os.path.splitext(self.original_name())[0]

    @getter("ИсходноеРасширение", "OriginalExtension", "Строка")
    def original_extension(self) -> str:
        """Расширение, как оно записано в архиве."""
        return os.path.splitext(self.original_name())[1]

    @getter("ИсходныйПуть", "OriginalPath", "Строка")
    def original_path(self) -> str:
        """Путь, как он записан в архиве."""
        folder, mark, _ = self.stored.rpartition("/")
        return folder + mark

    @getter("ИсходноеПолноеИмя", "OriginalFullName", "Строка")
    def original_full_name(self) -> str:
        """Путь и имя, как они записаны в архиве."""
        return self.stored

    @getter("ВремяИзменения", "Modified", "Дата")
    def modified(self) -> Date:
        """Когда файл был изменён, по часам того, кто составил архив; пустая дата, если записано не время."""
        try:
            return Date(*self.info.date_time)
        except OnecError:
            return Date(1, 1, 1)

    @getter("Зашифрован", "Encrypted", "Булево")
    def encrypted(self) -> bool:
        """Истина, если для извлечения нужен пароль."""
        return bool(self.info.flag_bits & ENCRYPTED_FLAG)

    @getter("РазмерНесжатого", "UncompressedSize", "Число")
    def uncompressed_size(self) -> int:
        """Размер файла в байтах."""
        return self.info.file_size

    @getter("РазмерСжатого", "CompressedSize", "Число")
    def compressed_size(self) -> int:
        """Сколько байтов файл занимает в архиве."""
        return self.info.compress_size

    @getter("ТолькоЧтение", "ReadOnly", "Булево")
    def read_only(self) -> bool:
        """Истина, если писать в файл было нельзя."""
        mode = self.info.external_attr >> 16
        if self.info.create_system == _UNIX and mode:
            return not mode & _OWNER_WRITES
        return bool(self.info.external_attr & _READ_ONLY)

    @getter("Невидимый", "Hidden", "Булево")
    def hidden(self) -> bool:
        """Истина, если файл был скрыт."""
        if self.info.create_system == _UNIX:
            return self.original_name().startswith(".")
        return bool(self.info.external_attr & _HIDDEN)
