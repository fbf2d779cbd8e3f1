"""Binary data from strings and back."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.files.binary_data import BinaryData
from stdlib.enterprise.files.encodings import codec, decode, encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.files.text_encoding import TextEncoding

# The platform breaks Base64 into lines of this length.
_LINE = 76


@function("Base64Строка(Значение): Строка", "Base64String(Value)")
def base64_string(value: BinaryData) -> str:
    """Двоичные данные строкой Base64, по 76 символов в строке."""
    text = value.__onec_xml__()
    return "\r\n".join(text[start : start + _LINE] for start in range(0, len(text), _LINE))


@function("Base64Значение(Строка): ДвоичныеДанные", "Base64Value(String)")
def base64_value(text: str) -> BinaryData:
    """Двоичные данные из строки Base64."""
    return BinaryData.of_xml(text)


@function("ПолучитьBase64СтрокуИзДвоичныхДанных(ДвоичныеДанные): Строка", "GetBase64StringFromBinaryData(BinaryData)")
def get_base64_string_from_binary_data(data: BinaryData) -> str:
    """Двоичные данные строкой Base64."""
    return base64_string(data)


@function("ПолучитьДвоичныеДанныеИзBase64Строки(Строка): ДвоичныеДанные", "GetBinaryDataFromBase64String(String)")
def get_binary_data_from_base64_string(text: str) -> BinaryData:
    """Двоичные данные из строки Base64."""
    return BinaryData.of_xml(text)


@function("ПолучитьHexСтрокуИзДвоичныхДанных(ДвоичныеДанные): Строка", "GetHexStringFromBinaryData(BinaryData)")
def get_hex_string_from_binary_data(data: BinaryData) -> str:
    """Двоичные данные шестнадцатеричными цифрами, по две на байт."""
    return data.data.hex().upper()


@function("ПолучитьДвоичныеДанныеИзHexСтроки(Строка): ДвоичныеДанные", "GetBinaryDataFromHexString(String)")
def get_binary_data_from_hex_string(text: str) -> BinaryData:
    """Двоичные данные из шестнадцатеричных цифр."""
    try:
        return BinaryData(bytes.fromhex(text))
    except ValueError as error:
        raise BadArgument(1) from error


@function(
    "ПолучитьДвоичныеДанныеИзСтроки(Строка, [КодировкаТекста], [ЗаписатьBOM]): ДвоичныеДанные",
    "GetBinaryDataFromString(String, [TextEncoding], [WriteBOM])",
)
def get_binary_data_from_string(
    text: str, encoding: TextEncoding | str | None = None, write_mark: bool = False
) -> BinaryData:
    """Байты текста в кодировке (обычно UTF-8)."""
    codec(encoding)
    return BinaryData(encode(text, encoding, with_mark=write_mark))


@function(
    "ПолучитьСтрокуИзДвоичныхДанных(ДвоичныеДанные, [КодировкаТекста]): Строка",
    "GetStringFromBinaryData(BinaryData, [TextEncoding])",
)
def get_string_from_binary_data(data: BinaryData, encoding: TextEncoding | str | None = None) -> str:
    """Текст из байтов в кодировке (обычно UTF-8)."""
    return decode(data.data, encoding)


@function("СоединитьДвоичныеДанные(МассивДвоичныхДанных): ДвоичныеДанные", "ConcatBinaryData(Array)")
def concat_binary_data(parts: Array) -> BinaryData:
    """Двоичные данные из частей, сложенных по порядку."""
    if not all(isinstance(part, BinaryData) for part in parts):
        raise BadArgument(1, "Несоответствие типов")
    return BinaryData(b"".join(part.data for part in parts))


@function("РазделитьДвоичныеДанные(ДвоичныеДанные, РазмерЧасти): Массив", "SplitBinaryData(BinaryData, PartSize)")
def split_binary_data(data: BinaryData, size: int) -> Array:
    """Массив частей не больше этого размера."""
    if size < 1:
        raise BadArgument(2)
    return Array.of(BinaryData(data.data[start : start + size]) for start in range(0, len(data.data), size))
