"""УникальныйИдентификатор."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, onec_type
from runtime.errors import BadArgument

_EMPTY = "00000000-0000-0000-0000-000000000000"
_PARTS = (8, 4, 4, 4, 12)


@onec_type("УникальныйИдентификатор", "UUID", presentation="Уникальный идентификатор")
class UUID(OnecObject):
    """Значение, которое не повторяется: случайное или прочитанное из строки."""

    __slots__ = ("_text",)

    @constructor("([Строка])", "([String])")
    def __init__(self, text: str | None = None) -> None:
        if text is None:
            from uuid import uuid4

            text = str(uuid4())
        text = text.strip().lower()
        parts = text.split("-")
        if tuple(map(len, parts)) != _PARTS or not all(c in "0123456789abcdef" for part in parts for c in part):
            raise BadArgument(1)
        self._text = text

    @classmethod
    def of_xml(cls, text: str) -> UUID:
        return cls(text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UUID) and self._text == other._text

    def __hash__(self) -> int:
        return hash((UUID, self._text))

    def __onec_text__(self) -> str:
        return self._text

    __onec_xml__ = __onec_text__

    def __onec_filled__(self) -> bool:
        return self._text != _EMPTY
