"""Ууид."""

from __future__ import annotations

from runtime.element.declare import constructor, onec_type, static
from stdlib.element.presentable import Presentable

_LENGTHS = [8, 4, 4, 4, 12]


@onec_type("Ууид", "Uuid")
class Uuid(Presentable):
    """Уникальный идентификатор. Значение по умолчанию состоит из нулей."""

    __slots__ = ("text",)

    @constructor('(Представление: Строка = "00000000-0000-0000-0000-000000000000")', "(Text)")
    def __init__(self, text: str = "00000000-0000-0000-0000-000000000000") -> None:
        """Создаёт идентификатор по записи вида 550e8400-e29b-41d4-a716-446655440000."""
        parts = text.lower().split("-")
        if list(map(len, parts)) != _LENGTHS or not set("".join(parts)) <= set("0123456789abcdef"):
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Неверная запись идентификатора: {text}")
        self.text = text.lower()

    @static("Случайный(): Ууид", "Random()")
    def random() -> Uuid:  # type: ignore[misc]
        """Возвращает новый случайный идентификатор."""
        from uuid import uuid4

        return Uuid(str(uuid4()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uuid) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def as_text(self) -> str:
        return self.text
