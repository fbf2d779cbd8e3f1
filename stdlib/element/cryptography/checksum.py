"""КонтрольнаяСумма."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.cryptography.data_pieces import pieces_of
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.singleton import Singleton


@onec_type("КонтрольнаяСумма", "Checksum")
class Checksum(Singleton):
    """Суммы, которые замечают случайные ошибки; доступна через свойство КонтрольнаяСумма. Члены не подтверждены."""

    __slots__ = ()

    @method("Crc32(Данные: Байты|Строка|ПотокЧтения): Число", "CRC32(Data)")
    def crc32(self, data: bytes | str | ReadableStream) -> int:
        """Возвращает CRC32 данных; строка берётся в UTF-8, поток читается до конца."""
        from zlib import crc32

        total = 0
        for piece in pieces_of(data):
            total = crc32(piece, total)
        return total

    @method("Adler32(Данные: Байты|Строка|ПотокЧтения): Число", "ADLER32(Data)")
    def adler32(self, data: bytes | str | ReadableStream) -> int:
        """Возвращает Adler-32 данных."""
        from zlib import adler32

        total = 1
        for piece in pieces_of(data):
            total = adler32(piece, total)
        return total


_checksum = Checksum()


@global_property("КонтрольнаяСумма", "Checksum", "КонтрольнаяСумма")
def checksum() -> Checksum:
    """Суммы, которые замечают случайные ошибки."""
    return _checksum
