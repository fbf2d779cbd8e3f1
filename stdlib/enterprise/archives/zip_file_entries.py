"""ЭлементыZipФайла."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import OnecObject, method, onec_type
from stdlib.enterprise.archives.zip_file_entry import ZipFileEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


@onec_type("ЭлементыZipФайла", "ZipFileEntries", presentation="Элементы ZIP-файла")
class ZipFileEntries(OnecObject):
    """То, что есть в архиве, по порядку."""

    __slots__ = ("_entries", "_places")

    def __init__(self, entries: list[ZipFileEntry]) -> None:
        self._entries = entries
        self._places: dict[str, ZipFileEntry] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[ZipFileEntry]:
        return iter(self._entries)

    def __getitem__(self, key: Any) -> ZipFileEntry:
        index = position(key)
        if not 0 <= index < len(self._entries):
            raise out_of_range(self, index)
        return self._entries[index]

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество элементов."""
        return len(self._entries)

    @method("Получить(Индекс): ЭлементZipФайла", "Get(Index)")
    def get(self, index: int) -> ZipFileEntry:
        """Элемент с этим индексом."""
        return self[index]

    @method("Найти(Имя): ЭлементZipФайла, Неопределено", "Find(Name)")
    def find(self, name: str) -> ZipFileEntry | None:
        """Элемент с этим именем, коротким или полным; Неопределено, если такого нет. Регистр букв не различается."""
        if not self._places:
            for entry in reversed(self._entries):
                self._places[entry.name().casefold()] = entry
            for entry in reversed(self._entries):
                self._places[entry.stored.casefold()] = entry
        return self._places.get(name.replace("\\", "/").casefold()) if name else None
