"""РезультатЧтенияДанных."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type
from stdlib.element.closeable import Closeable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.io.readable_stream import ReadableStream
    from stdlib.element.strings.encoding import Encoding


@onec_type("РезультатЧтенияДанных", "ReadDataResult")
class ReadDataResult(Closeable):
    """Прочитанные байты. Члены, кроме Закрыть, не подтверждены."""

    __slots__ = ("_data", "_found")

    def __init__(self, data: bytes, found: bool) -> None:
        self._data, self._found = data, found

    def release(self) -> None:
        self._data = b""

    @getter("Размер", "Size", "Число")
    def size(self) -> int:
        """Количество байтов."""
        return len(self._data)

    @getter("МаркерНайден", "MarkerFound", "Булево")
    def marker_found(self) -> bool:
        """Истина, если чтение остановил маркер, а не конец данных."""
        return self._found

    @method("ПрочитатьКакБайты(): Байты", "ReadAsBytes()")
    def read_as_bytes(self) -> bytes:
        """Возвращает прочитанные байты."""
        return self._data

    @method("ПрочитатьКакСтроку(Кодировка: Кодировка|Строка = Кодировка.Utf8): Строка", "ReadAsString(Encoding)")
    def read_as_string(self, encoding: Encoding | str = "utf-8") -> str:
        """Возвращает прочитанное как текст."""
        from stdlib.element.strings.encoding import decode

        return decode(self._data, encoding)

    @method("ОткрытьПотокЧтения(): ПотокЧтения", "OpenReadableStream()")
    def open_readable_stream(self) -> ReadableStream:
        """Возвращает поток с прочитанными байтами."""
        from stdlib.element.io.readable_stream import ReadableStream

        return ReadableStream.of_bytes(self._data)
