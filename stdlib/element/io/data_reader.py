"""ЧтениеДанных."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from stdlib.element.closeable import Closeable
from stdlib.element.io.bytes_order import BytesOrder
from stdlib.element.io.data_reader_options import DataReaderOptions
from stdlib.element.io.lookahead import Lookahead
from stdlib.element.io.read_data_result import ReadDataResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from codecs import IncrementalDecoder

    from stdlib.element.io.readable_stream import ReadableStream


@onec_type("ЧтениеДанных", "DataReader")
class DataReader(Closeable):
    """Читает из потока числа, текст и части до маркера. Члены, кроме Закрыть, не подтверждены.

    Если данных не хватает – исключение ИсключениеЧтенияДанных.
    """

    __slots__ = ("_decoder", "_options", "_source", "_stream")

    @constructor("(Поток: ПотокЧтения, [Настройки: НастройкиЧтенияДанных])", "(Stream, [Options])")
    def __init__(self, stream: ReadableStream, options: DataReaderOptions | None = None) -> None:
        """Создаёт чтение из потока; закрывает его Закрыть."""
        self._stream = stream
        self._options = options or DataReaderOptions()
        self._source = Lookahead(stream.read)
        self._decoder: IncrementalDecoder | None = None

    def release(self) -> None:
        self._stream.release()

    @getter("ЧтениеЗавершено", "ReadCompleted", "Булево")
    def read_completed(self) -> bool:
        """Истина, если читать больше нечего."""
        return self._source.ended()

    @method("Прочитать([Количество: Число]): РезультатЧтенияДанных", "Read([Count])")
    def read(self, count: int | None = None) -> ReadDataResult:
        """Читает столько байтов, сколько есть, но не больше указанного; без параметра – все."""
        return ReadDataResult(self._source.take(None if count is None else max(count, 0)), False)

    @method("ПрочитатьБайт(): Число", "ReadByte()")
    def read_byte(self) -> int:
        """Читает байт."""
        return self._exactly(1)[0]

    @method("ПрочитатьЦелое16(): Число", "ReadInt16()")
    def read_int16(self) -> int:
        """Читает целое число без знака из двух байтов."""
        return self._integer(2)

    @method("ПрочитатьЦелое32(): Число", "ReadInt32()")
    def read_int32(self) -> int:
        """Читает целое число без знака из четырёх байтов."""
        return self._integer(4)

    @method("ПрочитатьЦелое64(): Число", "ReadInt64()")
    def read_int64(self) -> int:
        """Читает целое число без знака из восьми байтов."""
        return self._integer(8)

    @method("ПрочитатьСтроку(): Строка?", "ReadLine()")
    def read_line(self) -> str | None:
        """Читает текст до разделителя строк; Неопределено, если читать больше нечего."""
        if self._source.ended():
            return None
        from stdlib.element.strings.encoding import encode

        separator = encode(self._options.separator, self._options.encoding, first=False)
        data, _ = self._source.take_until(separator or b"\n")
        line = self._decoded(data)
        return line.removesuffix("\r") if self._options.separator == "\n" else line

    @method("ПрочитатьСимволы([Количество: Число]): Строка", "ReadChars([Count])")
    def read_chars(self, count: int | None = None) -> str:
        """Читает столько символов или весь остаток."""
        if count is None:
            return self._decoded(self._source.take(None))
        pieces: list[str] = []
        have = 0
        while have < count and not self._source.ended():
            # Never beyond the characters that are wanted: none is shorter than a byte.
            text = self._text_decoder().decode(self._source.take(1))
            pieces.append(text)
            have += len(text)
        return "".join(pieces)

    @method("ПрочитатьДо(Маркер: Байты|Строка): РезультатЧтенияДанных", "ReadTo(Marker)")
    def read_to(self, marker: bytes | str) -> ReadDataResult:
        """Читает до маркера, который пропускается, или до конца данных."""
        return ReadDataResult(*self._source.take_until(self._marker(marker)))

    @method("Пропустить(Количество: Число): Число", "Skip(Count)")
    def skip(self, count: int) -> int:
        """Пропускает столько байтов; возвращает, сколько удалось."""
        return len(self._source.take(max(count, 0)))

    @method("ПропуститьДо(Маркер: Байты|Строка): Число", "SkipTo(Marker)")
    def skip_to(self, marker: bytes | str) -> int:
        """Пропускает всё до маркера и его самого; возвращает количество байтов перед ним."""
        return len(self._source.take_until(self._marker(marker))[0])

    def _marker(self, marker: bytes | str) -> bytes:
        from stdlib.element.strings.encoding import encode

        found = encode(marker, self._options.encoding, first=False) if isinstance(marker, str) else marker
        if not found:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException("Маркер не может быть пустым")
        return found

    def _exactly(self, count: int) -> bytes:
        data = self._source.take(count)
        if len(data) < count:
            from stdlib.element.exceptions import DataReadException

            raise DataReadException(f"Данные закончились: нужно байтов {count}, осталось {len(data)}")
        return data

    def _integer(self, count: int) -> int:
        return int.from_bytes(self._exactly(count), endian(self._options.order))

    def _decoded(self, data: bytes) -> str:
        return self._text_decoder().decode(data)

    def _text_decoder(self) -> IncrementalDecoder:
        """One for the whole reading: it drops a mark of byte order where the text begins."""
        if self._decoder is None:
            from codecs import getincrementaldecoder

            from stdlib.element.strings.encoding import codec

            name = codec(self._options.encoding)
            self._decoder = getincrementaldecoder("utf-8-sig" if name == "utf-8" else name)("replace")
        return self._decoder


def endian(order: BytesOrder) -> Literal["little", "big"]:
    return "little" if order is BytesOrder.LITTLE_ENDIAN else "big"


if TYPE_CHECKING:
    from typing import Literal
