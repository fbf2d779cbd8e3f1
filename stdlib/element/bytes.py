"""Байты."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type, static
from runtime.element.indexing import boundary, position
from runtime.element.objects import ElementObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.io.readable_stream import ReadableStream


@onec_type("Байты", "Bytes", represents=bytes)
class Bytes(ElementObject):
    """Неизменяемая последовательность байтов. ВСтроку() даёт шестнадцатеричную запись."""

    __slots__ = ()

    def __new__(cls, text: str = "") -> Any:
        return literal(text)

    @constructor('(Представление: Строка = "")', "(Text)")
    def __init__(self, text: str = "") -> None:
        """Создаёт байты по шестнадцатеричной записи."""

    @method("Размер(): Число", "Size()")
    def size(self: Any) -> int:
        """Количество байтов."""
        return len(self)

    @method("Получить(Индекс: Число): Число", "Get(Index)")
    def get(self: Any, index: int) -> int:
        """Возвращает байт по индексу: число от 0 до 255."""
        return int(self[position(index, len(self))])

    @method("Пусто(): Булево", "IsEmpty()")
    def is_empty(self: Any) -> bool:
        """Истина, если байтов нет (член не подтверждён)."""
        return not self

    @method("Часть(От: Число, [До: Число]): Байты", "SubBytes(From, [To])")
    def sub_bytes(self: Any, start: int, end: int | None = None) -> bytes:
        """Возвращает байты с индексами от первого до второго, не включая второй (член не подтверждён)."""
        first, last = boundary(start, len(self)), len(self) if end is None else boundary(end, len(self))
        if first > last:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Начало части {first} больше её конца {last}")
        return bytes(self[first:last])

    @method("Соединить(Другие: Байты): Байты", "Concat(Other)")
    def concat(self: Any, other: bytes) -> bytes:
        """Возвращает байты, за которыми следуют другие (член не подтверждён)."""
        return bytes(self + other)

    @method("ВСтрокуBase64(): Строка", "ToBase64String()")
    def to_base64_string(self: Any) -> str:
        """Возвращает запись Base64 (член не подтверждён)."""
        from binascii import b2a_base64

        return b2a_base64(self, newline=False).decode("ascii")

    @method("ОткрытьПотокЧтения(): ПотокЧтения", "OpenReadableStream()")
    def open_readable_stream(self: Any) -> ReadableStream:
        """Возвращает поток, который читает эти байты (член не подтверждён)."""
        from stdlib.element.io.readable_stream import ReadableStream

        return ReadableStream.of_bytes(self)

    @static("ИзСтрокиBase64(Строка: Строка): Байты", "FromBase64String(String)")
    def from_base64_string(text: str) -> bytes:  # type: ignore[misc]  # noqa: N805
        """Возвращает байты по записи Base64; пробелы и переводы строк не мешают (член не подтверждён)."""
        return from_base64(text)


def from_base64(text: str) -> bytes:
    """ИсключениеНедопустимыйАргумент when the text is no base64."""
    from binascii import Error, a2b_base64

    try:
        return a2b_base64("".join(text.split()).encode("ascii"), strict_mode=True)
    except (Error, UnicodeEncodeError):
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException("Неверная запись Base64") from None


def literal(text: str) -> bytes:
    """`Байты{4D5A}`; ИсключениеНедопустимыйАргумент when the text is no row of hexadecimal pairs."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Неверная запись байтов: {text}") from None
