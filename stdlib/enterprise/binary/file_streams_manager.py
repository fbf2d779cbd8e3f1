"""МенеджерФайловыхПотоков."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, global_property, method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.binary.file_access import FileAccess
from stdlib.enterprise.binary.file_open_mode import FileOpenMode
from stdlib.enterprise.binary.file_stream import FileStream

_OPEN = "Открыть(ИмяФайла, РежимОткрытия, [РежимДоступа], [РазмерБуфера]): ФайловыйПоток"
_SIZE = "[РазмерБуфера]): ФайловыйПоток"


@onec_type("МенеджерФайловыхПотоков", "FileStreamsManager", presentation="Менеджер файловых потоков")
class FileStreamsManager(OnecObject):
    """Открывает файлы как потоки; он доступен как ФайловыеПотоки."""

    __slots__ = ()

    @asynchronous("ОткрытьАсинх", "OpenAsync", "НачатьОткрытие", "BeginOpen")
    @method("Открыть(РежимДоступа, ИмяФайла, РежимОткрытия, [РазмерБуфера]): ФайловыйПоток",
            "Open(Access, FileName, OpenMode, [BufferSize])")  # fmt: skip
    @method("Открыть(РежимОткрытия, ИмяФайла, [РазмерБуфера]): ФайловыйПоток", "Open(OpenMode, FileName, [BufferSize])")
    @method(_OPEN, "Open(FileName, OpenMode, [Access], [BufferSize])")
    def open(
        self,
        first: str | FileOpenMode | FileAccess,
        second: str | FileOpenMode,
        third: FileAccess | FileOpenMode | int | None = None,
        buffer_size: int | None = None,
    ) -> FileStream:
        """Открывает файл; имя, режим и доступ узнаются по типам. Без доступа файл можно и читать, и записывать."""
        given = (first, second, third)
        paths = [value for value in given if isinstance(value, str)]
        modes = [value for value in given if isinstance(value, FileOpenMode)]
        levels = [value for value in given if isinstance(value, FileAccess)]
        if len(paths) != 1 or len(modes) != 1:
            raise BadArgument(2, "Несоответствие типов")
        size = third if isinstance(third, int) else buffer_size
        return FileStream(paths[0], modes[0], levels[0] if levels else None, size)

    @asynchronous("ОткрытьДляЧтенияАсинх", "OpenForReadAsync", "НачатьОткрытиеДляЧтения", "BeginOpenForRead")
    @method("ОткрытьДляЧтения(ИмяФайла): ФайловыйПоток", "OpenForRead(FileName)")
    def open_for_read(self, path: str) -> FileStream:
        """Открывает файл только для чтения."""
        return FileStream(path, FileOpenMode.open, FileAccess.read)

    @asynchronous("ОткрытьДляЗаписиАсинх", "OpenForWriteAsync", "НачатьОткрытиеДляЗаписи", "BeginOpenForWrite")
    @method(f"ОткрытьДляЗаписи(ИмяФайла, {_SIZE}", "OpenForWrite(FileName, [BufferSize])")
    def open_for_write(self, path: str, buffer_size: int | None = None) -> FileStream:
        """Открывает файл только для записи с начала; если файла нет, он создаётся. Прежнее содержимое остаётся."""
        return FileStream(path, FileOpenMode.open_or_create, FileAccess.write, buffer_size)

    @asynchronous(
        "ОткрытьДляДописыванияАсинх", "OpenForAppendAsync", "НачатьОткрытиеДляДописывания", "BeginOpenForAppend"
    )
    @method("ОткрытьДляДописывания(ИмяФайла): ФайловыйПоток", "OpenForAppend(FileName)")
    def open_for_append(self, path: str) -> FileStream:
        """Открывает файл только для записи в конец; если файла нет, он создаётся."""
        return FileStream(path, FileOpenMode.append, FileAccess.write)

    @asynchronous("СоздатьАсинх", "CreateAsync", "НачатьСоздание", "BeginCreate")
    @method(f"Создать(ИмяФайла, {_SIZE}", "Create(FileName, [BufferSize])")
    def create(self, path: str, buffer_size: int | None = None) -> FileStream:
        """Создаёт файл или очищает прежний; его можно и читать, и записывать."""
        return FileStream(path, FileOpenMode.create, FileAccess.read_and_write, buffer_size)

    @asynchronous(
        "СоздатьВременныйФайлАсинх", "CreateTempFileAsync", "НачатьСозданиеВременногоФайла", "BeginCreateTempFile"
    )
    @method(f"СоздатьВременныйФайл([ЛимитПамяти], {_SIZE}", "CreateTempFile([MemoryLimit], [BufferSize])")
    def create_temp_file(self, memory_limit: int = 65535, buffer_size: int = 8192) -> FileStream:
        """Создаёт файл, который удаляется с закрытием потока. Файл создаётся сразу, каким бы ни был лимит памяти."""
        return FileStream.temporary(buffer_size)


_MANAGER = FileStreamsManager()


@global_property("ФайловыеПотоки", "FileStreams", "МенеджерФайловыхПотоков")
def file_streams() -> FileStreamsManager:
    """Открывает файлы как потоки."""
    return _MANAGER
