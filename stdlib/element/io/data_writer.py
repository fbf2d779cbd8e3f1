"""ЗаписьДанных."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.closeable import Closeable
from stdlib.element.io.bytes_order_mark import BytesOrderMark
from stdlib.element.io.data_writer_options import DataWriterOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.io.writable_stream import WritableStream

_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0",
          "utf-32-be": b"\0\0\xfe\xff"}  # fmt: skip


@onec_type("ЗаписьДанных", "DataWriter")
class DataWriter(Closeable):
    """Пишет в поток байты, числа и текст. Члены, кроме Закрыть, не подтверждены; методы возвращают эту же запись."""

    __slots__ = ("_has_text", "_options", "_stream")

    @constructor("(Поток: ПотокЗаписи, [Настройки: НастройкиЗаписиДанных])", "(Stream, [Options])")
    def __init__(self, stream: WritableStream, options: DataWriterOptions | None = None) -> None:
        """Создаёт запись в поток; закрывает его Закрыть."""
        self._stream = stream
        self._options = options or DataWriterOptions()
        self._has_text = False

    def release(self) -> None:
        self._stream.release()

    @method("Записать(Данные: Байты|Строка): ЗаписьДанных", "Write(Data)")
    def write(self, data: bytes | str) -> DataWriter:
        """Пишет байты или текст."""
        self._stream.write(self._encoded(data) if isinstance(data, str) else data)
        return self

    @method('ЗаписатьСтроку(Строка: Строка = ""): ЗаписьДанных', "WriteLine(String)")
    def write_line(self, text: str = "") -> DataWriter:
        """Пишет текст и разделитель строк."""
        return self.write(text + self._options.separator)

    @method("ЗаписатьБайт(Число: Число): ЗаписьДанных", "WriteByte(Number)")
    def write_byte(self, number: int) -> DataWriter:
        """Пишет число от 0 до 255 как байт."""
        return self._integer(number, 1)

    @method("ЗаписатьЦелое16(Число: Число): ЗаписьДанных", "WriteInt16(Number)")
    def write_int16(self, number: int) -> DataWriter:
        """Пишет целое число без знака как два байта."""
        return self._integer(number, 2)

    @method("ЗаписатьЦелое32(Число: Число): ЗаписьДанных", "WriteInt32(Number)")
    def write_int32(self, number: int) -> DataWriter:
        """Пишет целое число без знака как четыре байта."""
        return self._integer(number, 4)

    @method("ЗаписатьЦелое64(Число: Число): ЗаписьДанных", "WriteInt64(Number)")
    def write_int64(self, number: int) -> DataWriter:
        """Пишет целое число без знака как восемь байтов."""
        return self._integer(number, 8)

    @method("СброситьБуферы()", "Flush()")
    def flush(self) -> None:
        """Передаёт записанное дальше, не закрывая поток."""
        self._stream.flush()

    def _integer(self, number: int, count: int) -> DataWriter:
        from stdlib.element.io.data_reader import endian

        try:
            return self.write(number.to_bytes(count, endian(self._options.order)))
        except OverflowError:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Число {number} не помещается в байты (их {count})") from None

    def _encoded(self, text: str) -> bytes:
        from stdlib.element.strings.encoding import codec, encode

        first, self._has_text = not self._has_text, True
        mark = self._options.mark
        if mark is BytesOrderMark.AUTO:
            return encode(text, self._options.encoding, first=first)
        data = encode(text, self._options.encoding, first=False)
        if not first or mark is BytesOrderMark.OMIT:
            return data
        name = codec(self._options.encoding)
        return _MARKS.get(name + "-le" if name in ("utf-16", "utf-32") else name, b"") + data
