"""ВременныйПотокЗаписи."""

from __future__ import annotations

import sys

from runtime.element.declare import constructor, getter, method, onec_type
from stdlib.element.byte_size import ByteSize
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.io.writable_stream import WritableStream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

_IN_MEMORY = 102_400


@onec_type("ВременныйПотокЗаписи", "TemporaryWritableStream")
class TemporaryWritableStream(WritableStream):
    """Поток записи, данные которого хранятся в памяти, а когда их становится много – во временном файле."""

    __slots__ = ("_data",)

    @constructor("(РазмерБуфера: РазмерБайтов|Число = 102400)", "(BufferSize)")
    def __init__(self, size: ByteSize | int = _IN_MEMORY) -> None:
        """Создаёт пустой поток; размер буфера – значение типа РазмерБайтов или число байтов, обычно 100 КБайт."""
        from tempfile import SpooledTemporaryFile

        most = size.bytes if isinstance(size, ByteSize) else min(size, sys.maxsize)
        self._data: IO[bytes] | None = SpooledTemporaryFile(max_size=max(most, 1))  # noqa: SIM115 - closed by release
        super().__init__(self._data)  # type: ignore[arg-type]

    def release(self) -> None:
        # What was written can still be read.
        self._target = None

    def __del__(self) -> None:
        data = getattr(self, "_data", None)
        if data is not None:
            data.close()

    @getter("Размер", "Size", "Число")
    def size(self) -> int:
        """Количество записанных байтов (член не подтверждён)."""
        return self._written().seek(0, 2)

    @method("ОткрытьПотокЧтения(): ПотокЧтения", "OpenReadableStream()")
    def open_readable_stream(self) -> ReadableStream:
        """Заканчивает запись и возвращает поток, который читает записанное с начала (член не подтверждён)."""
        data = self._written()
        self._data = self._target = None
        data.seek(0)
        return ReadableStream(data)

    def _written(self) -> IO[bytes]:
        if self._data is None:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Записанное уже отдано потоку чтения")
        return self._data
