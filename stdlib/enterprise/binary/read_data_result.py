"""РезультатЧтенияДанных."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, method, onec_type
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.binary.stream import Stream


@onec_type("РезультатЧтенияДанных", "ReadDataResult", presentation="Результат чтения данных")
class ReadDataResult(OnecObject):
    """Байты, прочитанные объектом ЧтениеДанных."""

    __slots__ = ("_marker", "data")
    data: bytes

    def __init__(self, data: bytes, marker: int = -1) -> None:
        self.data, self._marker = data, marker

    @getter("Размер", "Size", "Число")
    def size(self) -> int:
        """Количество прочитанных байтов."""
        return len(self.data)

    @getter("МаркерНайден", "MarkerFound", "Булево")
    def marker_found(self) -> bool:
        """Истина, если чтение остановил маркер."""
        return self._marker >= 0

    @getter("ИндексМаркера", "MarkerIndex", "Число")
    def marker_index(self) -> int:
        """Который из маркеров остановил чтение, считая с нуля; если никакой, то -1."""
        return self._marker

    @method("ОткрытьПотокДляЧтения(): Поток", "OpenStreamForRead()")
    def open_stream_for_read(self) -> Stream:
        """Поток для чтения этих байтов."""
        return Stream.of(self.data)

    @method("ПолучитьБуферДвоичныхДанных(): БуферДвоичныхДанных", "GetBinaryDataBuffer()")
    def get_binary_data_buffer(self) -> BinaryDataBuffer:
        """Новый буфер с этими байтами."""
        return BinaryDataBuffer.of(self.data)

    @method("ПолучитьДвоичныеДанные(): ДвоичныеДанные", "GetBinaryData()")
    def get_binary_data(self) -> BinaryData:
        """Эти байты двоичными данными."""
        return BinaryData(self.data)
