"""ЗаписьДанных."""

from __future__ import annotations

from runtime.enterprise.convert import to_boolean, to_string
from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer, whole_bytes
from stdlib.enterprise.binary.byte_order import ByteOrder
from stdlib.enterprise.binary.file_access import FileAccess
from stdlib.enterprise.binary.file_open_mode import FileOpenMode
from stdlib.enterprise.binary.file_stream import FileStream
from stdlib.enterprise.binary.read_data_result import ReadDataResult
from stdlib.enterprise.binary.stream import Stream
from stdlib.enterprise.files.encodings import codec, mark
from stdlib.enterprise.files.text_encoding import TextEncoding

_STREAM = (
    "(Поток, [КодировкаТекста], [ПорядокБайтов], [РазделительСтрок], [КонвертируемыйРазделительСтрок], [ЗаписатьBOM])"
)
_FILE = (
    "(ИмяФайла, [КодировкаТекста], [ПорядокБайтов], [РазделительСтрок], [Дописать], [КонвертируемыйРазделительСтрок], "
    "[ЗаписатьBOM])"
)
_STREAM_EN = "(Stream, [TextEncoding], [ByteOrder], [LineSplitter], [ConvertibleSplitterOfLines], [WriteBOM])"
_FILE_EN = "(FileName, [TextEncoding], [ByteOrder], [LineSplitter], [Append], [ConvertibleSplitterOfLines], [WriteBOM])"


@onec_type("ЗаписьДанных", "DataWriter", presentation="Запись данных")
class DataWriter(OnecObject):
    """Записывает в поток или файл байты, целые числа, символы, строки и двоичные данные."""

    __slots__ = ("_convertible_splitter_of_lines", "_line_splitter", "_order", "_owned", "_stream", "_text_encoding")

    text_encoding = field(
        "КодировкаТекста", "TextEncoding", "TextEncoding | str", TextEncoding.utf8,
        "Кодировка символов и строк, когда при записи она не названа.", type_="КодировкаТекста, Строка",
    )  # fmt: skip
    line_splitter = field(
        "РазделительСтрок", "LineSplitter", "str", "\n", "Чем разделены строки записываемого текста.", type_="Строка"
    )
    convertible_splitter_of_lines = field(
        "КонвертируемыйРазделительСтрок", "ConvertibleSplitterOfLines", "str", "\r\n",
        "Во что при записи превращается разделитель строк; пустая строка – ни во что.", type_="Строка",
    )  # fmt: skip

    @constructor(_STREAM, _STREAM_EN)
    @constructor(_FILE, _FILE_EN)
    def __init__(
        self,
        target: str | Stream,
        encoding: TextEncoding | str | None = None,
        order: ByteOrder | None = None,
        separator: str | None = None,
        fifth: object = None,
        sixth: object = None,
        seventh: object = None,
    ) -> None:
        """Файл создаётся заново, если не сказано дописать; в переданный поток запись идёт с его текущей позиции."""
        name = codec(encoding)
        self._owned = not isinstance(target, Stream)
        self._order = order or ByteOrder.little_endian
        if encoding is not None:
            self._text_encoding = encoding
        if separator is not None:
            self._line_splitter = separator
        if isinstance(target, Stream):
            converted, with_mark = fifth, sixth
            self._stream: Stream = target
            if not target.can_write():
                raise BadArgument(1, hint="Поток закрыт или открыт только для чтения")
        else:
            converted, with_mark = sixth, seventh
            mode = FileOpenMode.append if fifth is not None and to_boolean(fifth) else FileOpenMode.create
            self._stream = FileStream(target, mode, FileAccess.write)
        if converted is not None:
            self._convertible_splitter_of_lines = to_string(converted)
        # A file that is appended to has its mark already.
        if with_mark is not None and to_boolean(with_mark) and not (self._owned and self._stream.current_position()):
            self._stream.put(mark(name))

    @getter("ПорядокБайтов", "ByteOrder", "ПорядокБайтов")
    def byte_order(self) -> ByteOrder:
        """Порядок байтов целых чисел, когда при записи он не назван."""
        return self._order

    @property
    def __onec_line__(self) -> Stream:
        return self._stream

    @method("ЦелевойПоток(): Поток", "TargetStream()")
    def target_stream(self) -> Stream:
        """Поток, в который записываются данные."""
        return self._stream

    @asynchronous("ЗакрытьАсинх", "CloseAsync", "НачатьЗакрытие", "BeginClose")
    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Дописывает данные и закрывает файл; поток, переданный конструктору, остаётся открытым."""
        if self._owned:
            self._stream.close()
        elif self._stream.can_write():
            self._stream.flush()

    @asynchronous("СброситьБуферыАсинх", "FlushAsync", "НачатьСбросБуферов", "BeginFlush")
    @method("СброситьБуферы()", "Flush()")
    def flush(self) -> None:
        """Передаёт записанное из промежуточных буферов в поток."""
        self._stream.flush()

    @asynchronous("ЗаписатьАсинх", "WriteAsync", "НачатьЗапись", "BeginWrite")
    @method("Записать(ДвоичныеДанные)", "Write(BinaryData)")
    def write(self, data: BinaryData | ReadDataResult) -> None:
        """Записывает двоичные данные или то, что прочитало ЧтениеДанных."""
        self._stream.put(data.data)

    @asynchronous(
        "ЗаписатьБуферДвоичныхДанныхАсинх",
        "WriteBinaryDataBufferAsync",
        "НачатьЗаписьБуфераДвоичныхДанных",
        "BeginWriteBinaryDataBuffer",
    )
    @method("ЗаписатьБуферДвоичныхДанных(Буфер, [ПозицияВБуфере], [Количество])",
            "WriteBinaryDataBuffer(Buffer, [PositionInBuffer], [Count])")  # fmt: skip
    def write_binary_data_buffer(self, buffer: BinaryDataBuffer, place: int = 0, count: int | None = None) -> None:
        """Записывает буфер или его часть."""
        self._stream.put(buffer.part(place, count, 2))

    @asynchronous("ЗаписатьБайтАсинх", "WriteByteAsync", "НачатьЗаписьБайта", "BeginWriteByte")
    @method("ЗаписатьБайт(Число)", "WriteByte(Number)")
    def write_byte(self, value: int) -> None:
        """Записывает один байт."""
        if not 0 <= value <= 255:
            raise BadArgument(1, hint="Байт – целое число от 0 до 255")
        self._stream.put(bytes((value,)))

    @asynchronous("ЗаписатьЦелое16Асинх", "WriteInt16Async", "НачатьЗаписьЦелого16", "BeginWriteIn16")
    @method("ЗаписатьЦелое16(Число, [ПорядокБайтов])", "WriteInt16(Number, [ByteOrder])")
    def write_int16(self, value: int, order: ByteOrder | None = None) -> None:
        """Записывает целое число от 0 до 2^16 - 1 двумя байтами."""
        self._stream.put(whole_bytes(value, 2, order or self._order, 1))

    @asynchronous("ЗаписатьЦелое32Асинх", "WriteInt32Async", "НачатьЗаписьЦелого32", "BeginWriteInt32")
    @method("ЗаписатьЦелое32(Число, [ПорядокБайтов])", "WriteInt32(Number, [ByteOrder])")
    def write_int32(self, value: int, order: ByteOrder | None = None) -> None:
        """Записывает целое число от 0 до 2^32 - 1 четырьмя байтами."""
        self._stream.put(whole_bytes(value, 4, order or self._order, 1))

    @asynchronous("ЗаписатьЦелое64Асинх", "WriteInt64Async", "НачатьЗаписьЦелого64", "BeginWriteInt64")
    @method("ЗаписатьЦелое64(Число, [ПорядокБайтов])", "WriteInt64(Number, [ByteOrder])")
    def write_int64(self, value: int, order: ByteOrder | None = None) -> None:
        """Записывает целое число от 0 до 2^64 - 1 восемью байтами."""
        self._stream.put(whole_bytes(value, 8, order or self._order, 1))

    @asynchronous("ЗаписатьСимволыАсинх", "WriteCharsAsync", "НачатьЗаписьСимволов", "BeginWriteChars")
    @method("ЗаписатьСимволы(Строка, [КодировкаТекста])", "WriteChars(String, [TextEncoding])")
    def write_chars(self, text: str, encoding: TextEncoding | str | None = None) -> None:
        """Записывает символы; разделители строк внутри превращаются в конвертируемый разделитель."""
        separator, converted = self.line_splitter, self.convertible_splitter_of_lines
        if separator and converted and separator != converted:
            text = text.replace(separator, converted)
        self._stream.put(text.encode(codec(encoding or self.text_encoding), "replace"))

    @asynchronous("ЗаписатьСтрокуАсинх", "WriteLineAsync", "НачатьЗаписьСтроки", "BeginWriteLine")
    @method("ЗаписатьСтроку(Строка, [КодировкаТекста], [РазделительСтрок])",
            "WriteLine(String, [TextEncoding], [LineSplitter])")  # fmt: skip
    def write_line(self, text: str, encoding: TextEncoding | str | None = None, separator: str | None = None) -> None:
        """Записывает символы и разделитель строк."""
        self.write_chars(text + (self.line_splitter if separator is None else separator), encoding)
