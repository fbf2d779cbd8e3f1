"""ХешированиеДанных."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.hash_function import HashFunction
from stdlib.enterprise.binary.stream import Stream
from stdlib.enterprise.files.disk import access

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class _Sum(Protocol):
        def update(self, data: bytes, /) -> object: ...

        def digest(self) -> bytes: ...


_CHUNK = 1 << 20
_CHECKSUM_SIZE = 4


class _Checksum:
    """CRC32 in the manner of hashlib."""

    __slots__ = ("value",)

    def __init__(self) -> None:
        self.value = 0

    def update(self, data: bytes, /) -> None:
        from zlib import crc32

        self.value = crc32(data, self.value)

    def digest(self) -> bytes:
        return self.value.to_bytes(_CHECKSUM_SIZE, "big")


@onec_type("ХешированиеДанных", "DataHashing", presentation="Хеширование данных")
class DataHashing(OnecObject):
    """Вычисляет хеш-сумму данных, добавленных по частям. Строки добавляются в UTF-8."""

    __slots__ = ("_function", "_sum")

    @constructor("(ХешФункция)", "(HashFunction)")
    def __init__(self, function: HashFunction) -> None:
        self._function = function
        self._sum = _begun(function)

    @getter("ХешФункция", "HashFunction", "ХешФункция")
    def hash_function(self) -> HashFunction:
        """Как вычисляется хеш-сумма."""
        return self._function

    @getter("ХешСумма", "HashSum", "Число, ДвоичныеДанные")
    def hash_sum(self) -> int | BinaryData:
        """Хеш-сумма всего, что добавлено: для CRC32 число, для остальных функций двоичные данные."""
        if isinstance(self._sum, _Checksum):
            return self._sum.value
        return BinaryData(self._sum.digest())

    @getter("ХешСуммаСтрокой", "HashSumOfString", "Строка")
    def hash_sum_of_string(self) -> str:
        """Хеш-сумма шестнадцатеричными цифрами. Такое свойство есть в OneScript; на платформе его нет."""
        return self._sum.digest().hex().upper()

    @method("Добавить(Поток, [Количество])", "Append(Stream, [Count])")
    @method("Добавить(Текст)", "Append(Text)")
    @method("Добавить(ДвоичныеДанные, [Количество])", "Append(BinaryData, [Count])")
    def append(self, data: BinaryData | Stream | str, count: int | None = None) -> None:
        """Добавляет двоичные данные, текст или байты потока с текущей позиции (не больше этого количества)."""
        if isinstance(data, BinaryData):
            self._sum.update(data.data)
        elif isinstance(data, str):
            self._sum.update(data.encode("utf-8", "replace"))
        else:
            self._append_stream(data, count)

    def _append_stream(self, stream: Stream, count: int | None) -> None:
        if count is not None and count < 0:
            raise BadArgument(2)
        while part := stream.take(_CHUNK if count is None else min(_CHUNK, count)):
            self._sum.update(part)
            if count is not None:
                count -= len(part)

    @method("ДобавитьФайл(ИмяФайла)", "AppendFile(FileName)")
    def append_file(self, path: str) -> None:
        """Добавляет содержимое файла."""
        with access("read", path), open(path, "rb") as file:
            while part := file.read(_CHUNK):
                self._sum.update(part)

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Забывает всё, что добавлено. Такой метод есть в OneScript; на платформе его нет."""
        self._sum = _begun(self._function)


def _begun(function: HashFunction) -> _Sum:
    if function is HashFunction.crc32:
        return _Checksum()
    if function is HashFunction.pbkdf2sha256:
        raise OnecError("Хеш-функция PBKDF2SHA256 не поддерживается")
    import hashlib

    return hashlib.new(function.en.lower(), usedforsecurity=False)
