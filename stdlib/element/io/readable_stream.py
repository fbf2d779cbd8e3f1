"""ПотокЧтения."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.closeable import Closeable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Source(Protocol):
        def read(self, count: int, /) -> bytes: ...
        def close(self) -> None: ...

    from stdlib.element.io.writable_stream import WritableStream
    from stdlib.element.strings.encoding import Encoding

_PIECE = 1 << 20


@onec_type("ПотокЧтения", "ReadableStream")
class ReadableStream(Closeable):
    """Поток, из которого читают байты и текст."""

    __slots__ = ("_source", "name")

    def __init__(self, source: Source, name: str = "") -> None:
        self._source: Source | None = source
        self.name = name

    def release(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None

    def __del__(self) -> None:
        # A script may lose sight of a stream without closing it.
        if getattr(self, "_source", None) is not None:
            self.release()

    def read(self, count: int = -1) -> bytes:
        """ИсключениеНедопустимоеСостояние when the stream is closed."""
        if self._source is None:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Поток закрыт")
        from stdlib.element.io.permission import translating

        with translating(self.name):
            if count <= _PIECE:
                return self._source.read(count)
            # What is asked for is not what there is: memory is taken for that only.
            pieces: list[bytes] = []
            while count > 0 and (piece := self._source.read(min(count, _PIECE))):
                pieces.append(piece)
                count -= len(piece)
            return b"".join(pieces)

    @classmethod
    def of_bytes(cls, data: bytes) -> ReadableStream:
        from io import BytesIO

        return cls(BytesIO(data))

    @method("КопироватьВ(Поток: ПотокЗаписи): Число", "CopyTo(Stream)")
    def copy_to(self, target: WritableStream) -> int:
        """Переписывает остаток потока в другой и возвращает количество байтов (член не подтверждён)."""
        count = 0
        while piece := self.read(1 << 16):
            target.write(piece)
            count += len(piece)
        return count

    @method("ПрочитатьКакБайты([Количество: Число]): Байты", "ReadAsBytes([Count])")
    def read_as_bytes(self, count: int | None = None) -> bytes:
        """Читает до конца потока или не больше указанного количества байтов."""
        return self.read(-1 if count is None else max(count, 0))

    @method("ПрочитатьКакСтроку(Кодировка: Кодировка|Строка = Кодировка.Utf8): Строка", "ReadAsString(Encoding)")
    def read_as_string(self, encoding: Encoding | str = "utf-8") -> str:
        """Читает текст до конца потока."""
        from stdlib.element.strings.encoding import decode

        return decode(self.read(), encoding)
