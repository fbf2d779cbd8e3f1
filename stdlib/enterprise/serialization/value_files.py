"""ЗначениеВФайл, ЗначениеИзФайла."""

from __future__ import annotations

from runtime.enterprise.declare import function
from stdlib.enterprise.files.disk import read_bytes, write_bytes
from stdlib.enterprise.files.encodings import decode, encode
from stdlib.enterprise.serialization.internal_strings import value_from_string_internal, value_to_string_internal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("ЗначениеВФайл(ИмяФайла, Значение): Булево", "ValueToFile(FileName, Value)")
def value_to_file(path: str, value: Any) -> bool:
    """Записывает значение в файл строкой, которую возвращает ЗначениеВСтрокуВнутр."""
    write_bytes(path, encode(value_to_string_internal(value), None, with_mark=True))
    return True


@function("ЗначениеИзФайла(ИмяФайла): Произвольный", "ValueFromFile(FileName)")
def value_from_file(path: str) -> Any:
    """Значение из файла, который записала ЗначениеВФайл."""
    return value_from_string_internal(decode(read_bytes(path), None))
