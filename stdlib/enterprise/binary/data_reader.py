"""ЧтениеДанных."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.binary.byte_order import ByteOrder, spelled
from stdlib.enterprise.binary.data_writer import DataWriter
from stdlib.enterprise.binary.file_access import FileAccess
from stdlib.enterprise.binary.file_open_mode import FileOpenMode
from stdlib.enterprise.binary.file_stream import FileStream
from stdlib.enterprise.binary.markers import Seeker, markers_of, pieces
from stdlib.enterprise.binary.memory_stream import MemoryStream
from stdlib.enterprise.binary.read_data_result import ReadDataResult
from stdlib.enterprise.binary.stream import Stream, copy_bytes, leave_behind
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.files.encodings import codec, mark
from stdlib.enterprise.files.text_encoding import TextEncoding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

_PARAMETERS = "[КодировкаТекста], [ПорядокБайтов], [РазделительСтрок], [КонвертируемыйРазделительСтрок]"
_ENGLISH = "[TextEncoding], [ByteOrder], [LineSplitter], [ConvertedLineDelimiter]"


@onec_type("ЧтениеДанных", "DataReader", presentation="Чтение данных")
class DataReader(OnecObject):
    """Читает из потока, файла или двоичных данных байты, целые числа, символы, строки и части до маркера."""

    __slots__ = (
        "_byte_order",
        "_converted_line_delimiter",
        "_line_splitter",
        "_owned",
        "_start",
        "_stream",
        "_text_encoding",
    )

    text_encoding = field(
        "КодировкаТекста", "TextEncoding", "TextEncoding | str", TextEncoding.utf8,
        "Кодировка символов и строк, когда при чтении она не названа.", type_="КодировкаТекста, Строка",
    )  # fmt: skip
    byte_order = field(
        "ПорядокБайтов", "ByteOrder", "ByteOrder", ByteOrder.little_endian,
        "Порядок байтов целых чисел, когда при чтении он не назван.", type_="ПорядокБайтов",
    )  # fmt: skip
    line_splitter = field("РазделительСтрок", "LineSplitter", "str", "\n", "Чем кончаются строки.", type_="Строка")
    converted_line_delimiter = field(
        "КонвертируемыйРазделительСтрок", "ConvertedLineDelimiter", "str", "\r\n",
        "Чем ещё кончаются строки: читается так же, как разделитель строк.", type_="Строка",
    )  # fmt: skip

    @constructor(f"(ИмяФайла, {_PARAMETERS})", f"(FileName, {_ENGLISH})")
    @constructor(f"(ДвоичныеДанные, {_PARAMETERS})", f"(BinaryData, {_ENGLISH})")
    @constructor(f"(Поток, {_PARAMETERS})", f"(Stream, {_ENGLISH})")
    def __init__(
        self,
        source: str | BinaryData | Stream,
        encoding: TextEncoding | str | None = None,
        order: ByteOrder | None = None,
        separator: str | None = None,
        converted: str | None = None,
    ) -> None:
        """Открывает источник; переданный поток читается с его текущей позиции."""
        if encoding is not None:
            codec(encoding)
            self._text_encoding = encoding
        if order is not None:
            self._byte_order = order
        if separator is not None:
            self._line_splitter = separator
        if converted is not None:
            self._converted_line_delimiter = converted
        self._owned = not isinstance(source, Stream)
        if isinstance(source, Stream):
            if not source.can_read():
                raise BadArgument(1, hint="Поток закрыт или открыт только для записи")
            self._stream = source
        elif isinstance(source, BinaryData):
            self._stream = MemoryStream.holding(source.data)
        else:
            self._stream = FileStream(source, FileOpenMode.open, FileAccess.read)
        self._start = self._stream.current_position() if self._stream.can_seek() else -1

    @getter("ЧтениеЗавершено", "ReadCompleted", "Булево")
    def read_completed(self) -> bool:
        """Истина, если всё прочитано."""
        stream = self._stream
        if not stream.can_read():
            return True
        if not stream.can_seek():
            return False
        if not stream.take(1):
            return True
        stream.raw.seek(-1, 1)
        return False

    @property
    def __onec_line__(self) -> Stream:
        return self._stream

    @method("ИсходныйПоток(): Поток", "SourceStream()")
    def source_stream(self) -> Stream:
        """Поток, из которого читаются данные."""
        return self._stream

    @asynchronous("ЗакрытьАсинх", "CloseAsync", "НачатьЗакрытие", "BeginClose")
    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Заканчивает чтение; поток, переданный конструктору, остаётся открытым."""
        if self._owned:
            self._stream.close()

    @asynchronous("ПрочитатьАсинх", "ReadAsync", "НачатьЧтение", "BeginRead")
    @method("Прочитать([Количество]): РезультатЧтенияДанных", "Read([Count])")
    def read(self, count: int | None = None) -> ReadDataResult:
        """Читает не больше этого количества байтов; без количества – все до конца."""
        return ReadDataResult(self._take(count))

    @asynchronous("ПрочитатьБайтАсинх", "ReadByteAsync", "НачатьЧтениеБайта", "BeginReadByte")
    @method("ПрочитатьБайт(): Число", "ReadByte()")
    def read_byte(self) -> int:
        """Читает один байт."""
        data = self._stream.take(1)
        if not data:
            raise _ended()
        return data[0]

    @asynchronous("ПрочитатьЦелое16Асинх", "ReadInt16Async", "НачатьЧтениеЦелого16", "BeginReadInt16")
    @method("ПрочитатьЦелое16([ПорядокБайтов]): Число", "ReadInt16([ByteOrder])")
    def read_int16(self, order: ByteOrder | None = None) -> int:
        """Читает целое неотрицательное число из двух байтов."""
        return self._integer(2, order)

    @asynchronous("ПрочитатьЦелое32Асинх", "ReadInt32Async", "НачатьЧтениеЦелого32", "BeginReadInt32")
    @method("ПрочитатьЦелое32([ПорядокБайтов]): Число", "ReadInt32([ByteOrder])")
    def read_int32(self, order: ByteOrder | None = None) -> int:
        """Читает целое неотрицательное число из четырёх байтов."""
        return self._integer(4, order)

    @asynchronous("ПрочитатьЦелое64Асинх", "ReadInt64Async", "НачатьЧтениеЦелого64", "BeginReadInt64")
    @method("ПрочитатьЦелое64([ПорядокБайтов]): Число", "ReadInt64([ByteOrder])")
    def read_int64(self, order: ByteOrder | None = None) -> int:
        """Читает целое неотрицательное число из восьми байтов."""
        return self._integer(8, order)

    @asynchronous(
        "ПрочитатьВБуферДвоичныхДанныхАсинх",
        "ReadIntoBinaryDataBufferAsync",
        "НачатьЧтениеВБуферДвоичныхДанных",
        "BeginReadIntoBinaryDataBuffer",
    )
    @method(
        "ПрочитатьВБуферДвоичныхДанных([Количество]): БуферДвоичныхДанных, Число", "ReadIntoBinaryDataBuffer([Count])"
    )
    @method(
        "ПрочитатьВБуферДвоичныхДанных([Буфер], [ПозицияВБуфере], [Количество]): БуферДвоичныхДанных, Число",
        "ReadIntoBinaryDataBuffer([Buffer], [PositionInBuffer], [Count])",
    )
    def read_into_binary_data_buffer(
        self, buffer: BinaryDataBuffer | int | None = None, place: int = 0, count: int | None = None
    ) -> BinaryDataBuffer | int:
        """Читает в новый буфер (все байты или столько) либо в часть данного буфера; тогда – сколько прочитано."""
        if not isinstance(buffer, BinaryDataBuffer):
            return BinaryDataBuffer.of(self._take(buffer), self.byte_order)
        return self._stream.read(buffer, place, len(buffer) - place if count is None else count)

    @asynchronous("ПрочитатьСимволыАсинх", "ReadCharsAsync", "НачатьЧтениеСимволов", "BeginReadChars")
    @method("ПрочитатьСимволы([Количество], [Кодировка]): Строка", "ReadChars([Count], [Encoding])")
    def read_chars(self, count: int | None = None, encoding: TextEncoding | str | None = None) -> str:
        """Читает не больше этого количества символов; без количества – все до конца."""
        name = self._codec(encoding)
        if count is None:
            return self._stream.take().decode(name, "replace")
        if count < 0:
            raise BadArgument(1)
        from codecs import getincrementaldecoder

        decoder = getincrementaldecoder(name)("replace")
        # Every character takes at least a byte: as many bytes as characters are wanted never bring too many of them.
        parts: list[str] = []
        while count > 0 and (data := self._stream.take(count)):
            part = decoder.decode(data)
            parts.append(part)
            count -= len(part)
        return "".join(parts) + (decoder.decode(b"", True) if count > 0 else "")

    @asynchronous("ПрочитатьСтрокуАсинх", "ReadLineAsync", "НачатьЧтениеСтроки", "BeginReadLine")
    @method(
        "ПрочитатьСтроку([КодировкаТекста], [РазделительСтрок]): Строка", "ReadLine([TextEncoding], [LineSplitter])"
    )
    def read_line(self, encoding: TextEncoding | str | None = None, separator: str | None = None) -> str:
        """Читает до конца строки; в конце данных – пустая строка (см. ЧтениеЗавершено)."""
        name = self._codec(encoding)
        step = 2 if name.startswith("utf-16") else 1
        data, _ = Seeker(self._line_ends(name, separator), step).read(self._readable())
        return data.decode(name, "replace")

    @asynchronous("ПрочитатьДоАсинх", "ReadToAsync", "НачатьЧтениеДо", "BeginReadTo")
    @method("ПрочитатьДо(Маркеры, [КодировкаТекста]): РезультатЧтенияДанных", "ReadTo(Markers, [TextEncoding])")
    @method("ПрочитатьДо(Маркер, [КодировкаТекста]): РезультатЧтенияДанных", "ReadTo(Marker, [TextEncoding])")
    def read_to(
        self, marker: BinaryDataBuffer | Array | str, encoding: TextEncoding | str | None = None
    ) -> ReadDataResult:
        """Читает до маркера (если их массив, до ближайшего) и пропускает его; если такого нет, до конца."""
        markers = markers_of(marker, encoding or self.text_encoding, 1)
        return ReadDataResult(*Seeker(markers).read(self._readable()))

    @asynchronous("ПропуститьАсинх", "SkipAsync", "НачатьПропуск", "BeginSkip")
    @method("Пропустить(Количество): Число", "Skip(Count)")
    def skip(self, count: int) -> int:
        """Пропускает не больше этого количества байтов; сколько пропущено."""
        if count < 0:
            raise BadArgument(1)
        return leave_behind(self._stream, count)

    @asynchronous("ПропуститьДоАсинх", "SkipToAsync", "НачатьПропускДо", "BeginSkipTo")
    @method("ПропуститьДо(Маркеры, [КодировкаТекста]): Число", "SkipTo(Markers, [TextEncoding])")
    @method("ПропуститьДо([Маркер], [КодировкаТекста]): Число", "SkipTo([Marker], [TextEncoding])")
    def skip_to(
        self, marker: BinaryDataBuffer | Array | str | None = None, encoding: TextEncoding | str | None = None
    ) -> int:
        """Пропускает всё до маркера вместе с ним, без маркера – строку. Индекс маркера; -1, если такого нет."""
        return Seeker(self._markers(marker, encoding)).read(self._readable())[1]

    @asynchronous("РазделитьАсинх", "SplitAsync", "НачатьРазделение", "BeginSplit")
    @method("Разделить(Разделители, [КодировкаТекста]): Массив", "Split(Separators, [TextEncoding])")
    @method("Разделить([Разделитель], [КодировкаТекста]): Массив", "Split([Separator], [TextEncoding])")
    def split(
        self, separator: BinaryDataBuffer | Array | str | None = None, encoding: TextEncoding | str | None = None
    ) -> Array:
        """Массив объектов РезультатЧтенияДанных: то, что осталось, по частям; без разделителя – по строкам."""
        markers = self._markers(separator, encoding)
        return Array.of(ReadDataResult(piece) for piece in pieces(self._stream.take(), markers))

    @asynchronous("РазделитьНаЧастиПоАсинх", "SplitInPartsOfAsync", "НачатьРазделениеНаЧастиПо", "BeginSplitInPartsOf")
    @method("РазделитьНаЧастиПо(РазмерЧасти): Массив", "SplitInPartsOf(PartSize)")
    def split_in_parts_of(self, size: int) -> Array:
        """Массив объектов РезультатЧтенияДанных: то, что осталось, частями не больше этого размера."""
        if size < 1:
            raise BadArgument(1)
        data = self._stream.take()
        return Array.of(ReadDataResult(data[start : start + size]) for start in range(0, len(data), size))

    @asynchronous("КопироватьВАсинх", "CopyToAsync", "НачатьКопированиеВ", "BeginCopyTo")
    @method("КопироватьВ(Поток, [Количество]): Число", "CopyTo(Stream, [Count])")
    def copy_to(self, target: Stream | DataWriter, count: int | None = None) -> int:
        """Переносит байты в поток или ЗаписьДанных; без количества – все до конца. Сколько перенесено."""
        return copy_bytes(self._stream, target.target_stream() if isinstance(target, DataWriter) else target, count)

    def _take(self, count: int | None) -> bytes:
        if count is None:
            return self._stream.take()
        if count < 0:
            raise BadArgument(1)
        return self._stream.take(count)

    def _readable(self) -> IO[bytes]:
        if not self._stream.can_read():
            raise OnecError("Поток закрыт")
        return self._stream.raw

    def _integer(self, size: int, order: ByteOrder | None) -> int:
        data = self._stream.take(size)
        if len(data) < size:
            raise _ended()
        return int.from_bytes(data, spelled(order or self.byte_order))

    def _markers(self, given: object, encoding: TextEncoding | str | None) -> list[bytes]:
        if given is None:
            return self._line_ends(codec(encoding or self.text_encoding), None)
        return markers_of(given, encoding or self.text_encoding, 1)

    def _line_ends(self, name: str, separator: str | None) -> list[bytes]:
        ends = [self.converted_line_delimiter, separator or self.line_splitter]
        return [end.encode(name, "replace") for end in ends if end] or ["\n".encode(name)]

    def _codec(self, encoding: TextEncoding | str | None) -> str:
        """The codec of a text to be read; a byte order mark at the beginning of the data is no part of it."""
        name = codec(encoding or self.text_encoding)
        stream = self._stream
        if stream.can_seek() and stream.current_position() == self._start and (begins := mark(name)):
            head = stream.take(len(begins))
            if head != begins:
                stream.seek(self._start)
            self._start = -1
        return name


def _ended() -> OnecError:
    return OnecError("Достигнут конец данных", hint="Есть ли ещё данные, говорит свойство ЧтениеЗавершено")
