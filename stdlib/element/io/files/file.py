"""Файл."""

from __future__ import annotations

import os

from runtime.element.declare import constructor, getter, method, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.collections.readable_array import ReadableArray
from stdlib.element.io.permission import require, translating
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.io.writable_stream import WritableStream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.array import Array
    from stdlib.element.time.instant import Instant


@onec_type("Файл", "File")
class File(ElementObject):
    """Файл или каталог: путь и то, что можно о нём узнать. Сравнивается по ссылке."""

    __slots__ = ("path",)

    @constructor("(Имя: Строка, Родитель: Файл|Строка)", "(Name, Parent)")
    @constructor("(Путь: Строка, Части: ЧитаемыйМассив<Строка>)", "(Path, Parts)")
    @constructor("(Путь: Строка, [Родитель: Файл|Строка|ЧитаемыйМассив<Строка>])", "(Path, [Parent])")
    def __init__(self, path: str, parent: File | str | ReadableArray | None = None) -> None:
        """Создаёт объект по пути; второй параметр – каталог, в котором лежит файл, или следующие части пути."""
        if isinstance(parent, ReadableArray):
            path = os.path.join(path, *map(str, parent))
        elif parent is not None:
            path = os.path.join(path_of(parent), path)
        self.path = path

    def as_text(self) -> str:
        return self.path

    @getter("Путь", "Path", "Строка")
    def get_path(self) -> str:
        """Путь, как он был задан."""
        return self.path

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя с расширением, без каталога."""
        return os.path.basename(self.path.rstrip("/\\"))

    @getter("Расширение", "Extension", "Строка")
    def extension(self) -> str:
        """Расширение без точки."""
        return os.path.splitext(self.name())[1].removeprefix(".")

    @getter("ИмяБезРасширения", "BaseName", "Строка")
    def base_name(self) -> str:
        """Имя без каталога и расширения (член не подтверждён)."""
        return os.path.splitext(self.name())[0]

    @getter("ПолныйПуть", "FullPath", "Строка")
    def full_path(self) -> str:
        """Путь от корня, без «..» (член не подтверждён)."""
        return os.path.abspath(self.path)

    @getter("Родитель", "Parent", "Файл?")
    def parent(self) -> File | None:
        """Каталог, в котором лежит файл."""
        folder = os.path.dirname(self.path.rstrip("/\\"))
        return File(folder) if folder else None

    @method("Существует(): Булево", "Exists()")
    def exists(self) -> bool:
        """Истина, если файл или каталог есть."""
        require("read", self.path)
        return os.path.exists(self.path)

    @method("ЭтоКаталог(): Булево", "IsDirectory()")
    def is_directory(self) -> bool:
        """Истина, если это каталог."""
        require("read", self.path)
        return os.path.isdir(self.path)

    @method("ЭтоФайл(): Булево", "IsFile()")
    def is_file(self) -> bool:
        """Истина, если это файл (член не подтверждён)."""
        require("read", self.path)
        return os.path.isfile(self.path)

    @method("ВремяИзменения(): Момент", "ModificationTime()")
    def modification_time(self) -> Instant:
        """Возвращает, когда файл изменили (член не подтверждён)."""
        from stdlib.element.time.instant import Instant

        require("read", self.path)
        with translating(self.path):
            return Instant.of_epoch(os.path.getmtime(self.path))

    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Размер файла в байтах."""
        require("read", self.path)
        with translating(self.path):
            return os.path.getsize(self.path)

    @method("ПолучитьФайлы(): Массив<Файл>", "GetFiles()")
    def get_files(self) -> Array:
        """Возвращает содержимое каталога по порядку имён (уточнение реализации)."""
        from stdlib.element.collections.array import Array

        require("read", self.path)
        with translating(self.path):
            return Array.of([File(os.path.join(self.path, name)) for name in sorted(os.listdir(self.path))])

    @method("ОткрытьПотокЧтения(): ПотокЧтения", "OpenReadableStream()")
    def open_readable_stream(self) -> ReadableStream:
        """Открывает файл для чтения; если его нет – исключение ИсключениеВводаВывода."""
        require("read", self.path)
        with translating(self.path):
            return ReadableStream(open(self.path, "rb"), self.path)

    @method("ОткрытьПотокЗаписи(): ПотокЗаписи", "OpenWritableStream()")
    def open_writable_stream(self) -> WritableStream:
        """Создаёт файл в существующем каталоге или перезаписывает его."""
        require("write", self.path)
        with translating(self.path):
            return WritableStream(open(self.path, "wb"), self.path)

    @method("ОткрытьПотокДобавления(): ПотокЗаписи", "OpenAppendingStream()")
    def open_appending_stream(self) -> WritableStream:
        """Открывает файл для записи в конец; если его нет, создаёт (член не подтверждён)."""
        require("write", self.path)
        with translating(self.path):
            return WritableStream(open(self.path, "ab"), self.path)


def path_of(file: File | str) -> str:
    return file if isinstance(file, str) else file.path
