"""Binary data and buffers from strings and back, and from each other."""

from __future__ import annotations

from runtime.enterprise.declare import function
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.files.encodings import decode, encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.files.text_encoding import TextEncoding


@function(
    "ПолучитьДвоичныеДанныеИзСтроки(Строка, [КодировкаТекста], [ЗаписатьBOM]): ДвоичныеДанные",
    "GetBinaryDataFromString(String, [TextEncoding], [WriteBOM])",
)
def get_binary_data_from_string(
    text: str, encoding: TextEncoding | str | None = None, write_mark: bool = False
) -> BinaryData:
    """Байты текста в кодировке (обычно UTF-8)."""
    return BinaryData(encode(text, encoding, with_mark=write_mark))


@function(
    "ПолучитьСтрокуИзДвоичныхДанных(ДвоичныеДанные, [КодировкаТекста]): Строка",
    "GetStringFromBinaryData(BinaryData, [TextEncoding])",
)
def get_string_from_binary_data(data: BinaryData, encoding: TextEncoding | str | None = None) -> str:
    """Текст из байтов в кодировке (обычно UTF-8)."""
    return decode(data.data, encoding)


@function(
    "ПолучитьБуферДвоичныхДанныхИзСтроки(Строка, [КодировкаТекста], [ЗаписатьBOM]): БуферДвоичныхДанных",
    "GetBinaryDataBufferFromString(String, [TextEncoding], [WriteBOM])",
)
def get_binary_data_buffer_from_string(
    text: str, encoding: TextEncoding | str | None = None, write_mark: bool = False
) -> BinaryDataBuffer:
    """Буфер с байтами текста в кодировке (обычно UTF-8)."""
    return BinaryDataBuffer.of(encode(text, encoding, with_mark=write_mark))


@function(
    "ПолучитьСтрокуИзБуфераДвоичныхДанных(Буфер, [КодировкаТекста]): Строка",
    "GetStringFromBinaryDataBuffer(Buffer, [TextEncoding])",
)
def get_string_from_binary_data_buffer(buffer: BinaryDataBuffer, encoding: TextEncoding | str | None = None) -> str:
    """Текст из байтов буфера в кодировке (обычно UTF-8)."""
    return decode(bytes(buffer.data), encoding)


@function(
    "ПолучитьБуферДвоичныхДанныхИзДвоичныхДанных(ДвоичныеДанные): БуферДвоичныхДанных",
    "GetBinaryDataBufferFromBinaryData(BinaryData)",
)
def get_binary_data_buffer_from_binary_data(data: BinaryData) -> BinaryDataBuffer:
    """Новый буфер с теми же байтами; менять их можно, на двоичные данные это не влияет."""
    return BinaryDataBuffer.of(data.data)


@function(
    "ПолучитьДвоичныеДанныеИзБуфераДвоичныхДанных(Буфер): ДвоичныеДанные", "GetBinaryDataFromBinaryDataBuffer(Buffer)"
)
def get_binary_data_from_binary_data_buffer(buffer: BinaryDataBuffer) -> BinaryData:
    """Двоичные данные с байтами буфера."""
    return BinaryData(bytes(buffer.data))
