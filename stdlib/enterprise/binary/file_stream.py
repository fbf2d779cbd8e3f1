"""ФайловыйПоток."""

from __future__ import annotations

import os

from runtime.enterprise.declare import constructor, getter, method, onec_type
from runtime.errors import BadArgument
from runtime.host import require
from stdlib.enterprise.binary.file_access import FileAccess
from stdlib.enterprise.binary.file_open_mode import FileOpenMode
from stdlib.enterprise.binary.stream import Stream
from stdlib.enterprise.files.disk import access

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

_FLAGS = {
    "Append": os.O_CREAT | os.O_APPEND,
    "Truncate": os.O_TRUNC,
    "Open": 0,
    "OpenOrCreate": os.O_CREAT,
    "Create": os.O_CREAT | os.O_TRUNC,
    "CreateNew": os.O_CREAT | os.O_EXCL,
}
_ACCESS = {"Read": (os.O_RDONLY, "rb"), "Write": (os.O_WRONLY, "wb"), "ReadAndWrite": (os.O_RDWR, "r+b")}


@onec_type("ФайловыйПоток", "FileStream", presentation="Файловый поток")
class FileStream(Stream):
    """Поток, данные которого хранятся в файле."""

    __slots__ = ("_path", "_temporary")

    @constructor("(ИмяФайла, РежимОткрытия, [РазмерБуфера])", "(FileName, OpenMode, [BufferSize])")
    @constructor(
        "(ИмяФайла, РежимОткрытия, [УровеньДоступа], [РазмерБуфера])", "(FileName, OpenMode, [Access], [BufferSize])"
    )
    def __init__(
        self, path: str, mode: FileOpenMode, level: FileAccess | int | None = None, buffer_size: int | None = None
    ) -> None:
        """Без уровня доступа файл можно и читать, и записывать; размер буфера в байтах."""
        self._path, self._temporary = path, False
        if isinstance(level, int):
            level, buffer_size = None, level
        wanted: FileAccess = level or FileAccess.read_and_write
        readable, writable = wanted is not FileAccess.write, wanted is not FileAccess.read
        if not writable and mode not in (FileOpenMode.open, FileOpenMode.open_or_create):
            raise BadArgument(3, hint="Только для чтения файл можно открыть или открыть с созданием")
        self._begin(_opened(path, mode, wanted, buffer_size), readable=readable, writable=writable)

    @classmethod
    def temporary(cls, buffer_size: int | None = None) -> FileStream:
        """A stream over a new file that goes when the stream is closed."""
        from tempfile import gettempdir
        from uuid import uuid4

        path = os.path.join(gettempdir(), f"v8_{uuid4().hex[:12]}.tmp")
        made = cls(path, FileOpenMode.create_new, FileAccess.read_and_write, buffer_size)
        made._temporary = True
        return made

    @getter("ИмяФайла", "FileName", "Строка")
    def file_name(self) -> str:
        """Имя файла, как оно было названо."""
        return self._path

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Дописывает данные и закрывает файл; временный файл удаляется."""
        super().close()
        if self._temporary:
            from contextlib import suppress

            self._temporary = False
            with suppress(OSError):
                os.remove(self._path)

    def _resize(self, size: int) -> None:
        place = self.raw.tell()
        self.raw.truncate(size)
        self.raw.seek(min(place, size))

    def __del__(self) -> None:
        # A stream whose constructor failed has no file.
        if hasattr(self, "raw"):
            self.close()


def _opened(path: str, mode: FileOpenMode, level: FileAccess, buffer_size: int | None) -> IO[bytes]:
    flags, how = _ACCESS[level.en]
    flags |= _FLAGS[mode.en]
    if level is not FileAccess.write:
        require("read", path)
    buffering = buffer_size if buffer_size and buffer_size > 1 else -1
    with access("read" if level is FileAccess.read and mode is FileOpenMode.open else "write", path):
        file = open(path, how, buffering, opener=lambda name, _: os.open(name, flags | _BINARY, 0o666))  # noqa: SIM115
        if mode is FileOpenMode.append:
            file.seek(0, os.SEEK_END)
        return file


_BINARY = getattr(os, "O_BINARY", 0)
