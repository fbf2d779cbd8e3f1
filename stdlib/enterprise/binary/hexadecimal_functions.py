"""Hexadecimal digits of strings, binary data and buffers; numbers from their digits."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer


def _written(data: bytes | memoryview) -> str:
    return data.hex().upper()


def _read(text: str | bytes | memoryview) -> bytes:
    try:
        return bytes.fromhex(text if isinstance(text, str) else str(text, "ascii"))
    except ValueError as error:
        raise BadArgument(1, hint="Нужны пары шестнадцатеричных цифр: 0FA0") from error


@function("ПолучитьHexСтрокуИзДвоичныхДанных(ДвоичныеДанные): Строка", "GetHexStringFromBinaryData(BinaryData)")
def get_hex_string_from_binary_data(data: BinaryData) -> str:
    """Двоичные данные шестнадцатеричными цифрами, по две на байт."""
    return _written(data.data)


@function("ПолучитьHexСтрокуИзБуфераДвоичныхДанных(Буфер): Строка", "GetHexStringFromBinaryDataBuffer(Buffer)")
def get_hex_string_from_binary_data_buffer(buffer: BinaryDataBuffer) -> str:
    """Байты буфера шестнадцатеричными цифрами, по две на байт."""
    return _written(buffer.data)


@function(
    "ПолучитьHexДвоичныеДанныеИзДвоичныхДанных(ДвоичныеДанные): ДвоичныеДанные",
    "GetHexBinaryDataFromBinaryData(BinaryData)",
)
def get_hex_binary_data_from_binary_data(data: BinaryData) -> BinaryData:
    """Двоичные данные, в которых записаны шестнадцатеричные цифры."""
    return BinaryData(_written(data.data).encode("ascii"))


@function(
    "ПолучитьHexБуферДвоичныхДанныхИзБуфераДвоичныхДанных(Буфер): БуферДвоичныхДанных",
    "GetHexBinaryDataBufferFromBinaryDataBuffer(Buffer)",
)
def get_hex_binary_data_buffer_from_binary_data_buffer(buffer: BinaryDataBuffer) -> BinaryDataBuffer:
    """Буфер, в котором записаны шестнадцатеричные цифры."""
    return BinaryDataBuffer.of(_written(buffer.data).encode("ascii"))


@function("ПолучитьДвоичныеДанныеИзHexСтроки(Строка): ДвоичныеДанные", "GetBinaryDataFromHexString(String)")
def get_binary_data_from_hex_string(text: str) -> BinaryData:
    """Двоичные данные из шестнадцатеричных цифр."""
    return BinaryData(_read(text))


@function(
    "ПолучитьДвоичныеДанныеИзHexДвоичныхДанных(ДвоичныеДанные): ДвоичныеДанные",
    "GetBinaryDataFromHexBinaryData(BinaryData)",
)
def get_binary_data_from_hex_binary_data(data: BinaryData) -> BinaryData:
    """Двоичные данные из тех, в которых записаны шестнадцатеричные цифры."""
    return BinaryData(_read(data.data))


@function(
    "ПолучитьБуферДвоичныхДанныхИзHexСтроки(Строка): БуферДвоичныхДанных", "GetBinaryDataBufferFromHexString(String)"
)
def get_binary_data_buffer_from_hex_string(text: str) -> BinaryDataBuffer:
    """Буфер из шестнадцатеричных цифр."""
    return BinaryDataBuffer.of(_read(text))


@function(
    "ПолучитьБуферДвоичныхДанныхИзHexБуфераДвоичныхДанных(Буфер): БуферДвоичныхДанных",
    "GetBinaryDataBufferFromHexBinaryDataBuffer(Buffer)",
)
def get_binary_data_buffer_from_hex_binary_data_buffer(buffer: BinaryDataBuffer) -> BinaryDataBuffer:
    """Буфер из того, в котором записаны шестнадцатеричные цифры."""
    return BinaryDataBuffer.of(_read(buffer.data))


@function("ЧислоИзШестнадцатеричнойСтроки(ШестнадцатеричнаяСтрока): Число", "NumberFromHexString(HexString)")
def number_from_hex_string(text: str) -> int:
    """Число из шестнадцатеричных цифр, перед которыми может стоять 0x."""
    return _number(text, "0x", 16)


@function("ЧислоИзДвоичнойСтроки(ДвоичнаяСтрока): Число", "NumberFromBinaryString(BinaryString)")
def number_from_binary_string(text: str) -> int:
    """Число из нулей и единиц, перед которыми может стоять 0b."""
    return _number(text, "0b", 2)


def _number(text: str, prefix: str, base: int) -> int:
    digits = text.strip()
    if digits[:2].lower() == prefix:
        digits = digits[2:]
    # Python would take signs and underscores as well.
    if not digits.isalnum() or not digits.isascii():
        raise BadArgument(1)
    try:
        return int(digits, base)
    except ValueError as error:
        raise BadArgument(1) from error
