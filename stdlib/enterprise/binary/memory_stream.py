"""ПотокВПамяти."""

from __future__ import annotations

from io import SEEK_CUR, SEEK_END, BytesIO, RawIOBase

from runtime.enterprise.declare import constructor, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.binary.stream import Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any


@onec_type("ПотокВПамяти", "MemoryStream", presentation="Поток в памяти")
class MemoryStream(Stream):
    """Поток, данные которого хранятся в памяти; над буфером – того же размера, что и буфер."""

    __slots__ = ("__weakref__",)

    @constructor("(Буфер)", "(Buffer)")
    @constructor("([НачальнаяЕмкость])", "([InitialCapacity])")
    def __init__(self, source: BinaryDataBuffer | int | None = None) -> None:
        """Начальная ёмкость ничего не меняет: памяти берётся столько, сколько записано."""
        raw: Any = BytesIO()
        if isinstance(source, BinaryDataBuffer):
            raw = _BufferFile(source.data)
        elif source is not None and source < 0:
            raise BadArgument(1)
        read_only = isinstance(source, BinaryDataBuffer) and source.read_only()
        self._begin(raw, readable=True, writable=not read_only)

    @classmethod
    def holding(cls, data: bytes) -> MemoryStream:
        """A stream at the beginning of these bytes."""
        made = cls()
        made.raw = BytesIO(data)
        return made

    @method("ЗакрытьИПолучитьДвоичныеДанные(): ДвоичныеДанные", "CloseAndGetBinaryData()")
    def close_and_get_binary_data(self) -> BinaryData:
        """Закрывает поток; всё, что в нём было."""
        raw: IO[bytes] = self.raw
        raw.seek(0)
        data = raw.read()
        self.close()
        return BinaryData(data)

    def _resize(self, size: int) -> None:
        if isinstance(self.raw, _BufferFile):
            raise OnecError("Размер потока над буфером не меняется")
        super()._resize(size)


class _BufferFile(RawIOBase):
    """A file whose bytes are those of a buffer."""

    def __init__(self, data: memoryview) -> None:
        self._data, self._place = data, 0

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        base = {SEEK_CUR: self._place, SEEK_END: len(self._data)}.get(whence, 0)
        self._place = base + offset
        return self._place

    def tell(self) -> int:
        return self._place

    def readinto(self, target: Any) -> int:
        found = self._data[self._place : self._place + len(target)]
        target[: len(found)] = found
        self._place += len(found)
        return len(found)

    def write(self, data: Any) -> int:
        room = max(0, min(len(data), len(self._data) - self._place))
        self._data[self._place : self._place + room] = data[:room]
        self._place += room
        return room
