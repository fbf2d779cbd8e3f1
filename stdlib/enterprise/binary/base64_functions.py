"""Base64 of strings, binary data and buffers."""

from __future__ import annotations

from binascii import Error, a2b_base64, b2a_base64

from runtime.enterprise.declare import function
from runtime.errors import BadArgument
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer

# The platform breaks Base64 into lines of this length.
_LINE = 76


def _written(data: bytes | memoryview) -> str:
    text = b2a_base64(data, newline=False).decode("ascii")
    return "\r\n".join(text[start : start + _LINE] for start in range(0, len(text), _LINE))


def _read(text: str | bytes | memoryview) -> bytes:
    try:
        return a2b_base64(text)
    except (Error, ValueError) as error:
        raise BadArgument(1, hint="Это не Base64") from error


@function("Base64Строка(Значение): Строка", "Base64String(Value)")
def base64_string(value: BinaryData) -> str:
    """Двоичные данные строкой Base64, по 76 символов в строке."""
    return _written(value.data)


@function("Base64Значение(Строка): ДвоичныеДанные", "Base64Value(String)")
def base64_value(text: str) -> BinaryData:
    """Двоичные данные из строки Base64."""
    return BinaryData(_read(text))


@function("ПолучитьBase64СтрокуИзДвоичныхДанных(ДвоичныеДанные): Строка", "GetBase64StringFromBinaryData(BinaryData)")
def get_base64_string_from_binary_data(data: BinaryData) -> str:
    """Двоичные данные строкой Base64, по 76 символов в строке."""
    return _written(data.data)


@function("ПолучитьBase64СтрокуИзБуфераДвоичныхДанных(Буфер): Строка", "GetBase64StringFromBinaryDataBuffer(Buffer)")
def get_base64_string_from_binary_data_buffer(buffer: BinaryDataBuffer) -> str:
    """Байты буфера строкой Base64, по 76 символов в строке."""
    return _written(buffer.data)


@function(
    "ПолучитьBase64ДвоичныеДанныеИзДвоичныхДанных(ДвоичныеДанные): ДвоичныеДанные",
    "GetBase64BinaryDataFromBinaryData(BinaryData)",
)
def get_base64_binary_data_from_binary_data(data: BinaryData) -> BinaryData:
    """Двоичные данные, в которых записан текст Base64."""
    return BinaryData(_written(data.data).encode("ascii"))


@function(
    "ПолучитьBase64БуферДвоичныхДанныхИзБуфераДвоичныхДанных(Буфер): БуферДвоичныхДанных",
    "GetBase64BinaryDataBufferFromBinaryDataBuffer(Buffer)",
)
def get_base64_binary_data_buffer_from_binary_data_buffer(buffer: BinaryDataBuffer) -> BinaryDataBuffer:
    """Буфер, в котором записан текст Base64."""
    return BinaryDataBuffer.of(_written(buffer.data).encode("ascii"))


@function("ПолучитьДвоичныеДанныеИзBase64Строки(Строка): ДвоичныеДанные", "GetBinaryDataFromBase64String(String)")
def get_binary_data_from_base64_string(text: str) -> BinaryData:
    """Двоичные данные из строки Base64."""
    return BinaryData(_read(text))


@function(
    "ПолучитьДвоичныеДанныеИзBase64ДвоичныхДанных(ДвоичныеДанные): ДвоичныеДанные",
    "GetBinaryDataFromBase64BinaryData(BinaryData)",
)
def get_binary_data_from_base64_binary_data(data: BinaryData) -> BinaryData:
    """Двоичные данные из тех, в которых записан текст Base64."""
    return BinaryData(_read(data.data))


@function(
    "ПолучитьБуферДвоичныхДанныхИзBase64Строки(Строка): БуферДвоичныхДанных",
    "GetBinaryDataBufferFromBase64String(String)",
)
def get_binary_data_buffer_from_base64_string(text: str) -> BinaryDataBuffer:
    """Буфер из строки Base64."""
    return BinaryDataBuffer.of(_read(text))


@function(
    "ПолучитьБуферДвоичныхДанныхИзBase64БуфераДвоичныхДанных(Буфер): БуферДвоичныхДанных",
    "GetBinaryDataBufferFromBase64BinaryDataBuffer(Buffer)",
)
def get_binary_data_buffer_from_base64_binary_data_buffer(buffer: BinaryDataBuffer) -> BinaryDataBuffer:
    """Буфер из того, в котором записан текст Base64."""
    return BinaryDataBuffer.of(_read(buffer.data))
