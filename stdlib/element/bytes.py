"""Байты."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.indexing import position
from runtime.element.objects import ElementObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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


def literal(text: str) -> bytes:
    """`Байты{4D5A}`; ИсключениеНедопустимыйАргумент when the text is no row of hexadecimal pairs."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Неверная запись байтов: {text}") from None
