"""КвалификаторыСтроки."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.values.allowed_length import AllowedLength


@onec_type("КвалификаторыСтроки", "StringQualifiers", presentation="Квалификаторы строки")
class StringQualifiers(OnecObject):
    """Какой длины бывает строка."""

    __slots__ = ("_allowed_length", "_length")

    @constructor("([ДлинаСтроки], [ДопустимаяДлина])", "([Length], [AllowedLength])")
    def __init__(self, length: int = 0, allowed_length: AllowedLength | None = None) -> None:
        if length < 0:
            raise BadArgument(1)
        self._length = length
        self._allowed_length: AllowedLength = allowed_length or AllowedLength.variable

    @getter("Длина", "Length", "Число")
    def length(self) -> int:
        """Наибольшая длина; 0 – не ограничена."""
        return self._length

    @getter("ДопустимаяДлина", "AllowedLength", "ДопустимаяДлина")
    def allowed_length(self) -> AllowedLength:
        """Дополняется ли строка пробелами."""
        return self._allowed_length

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StringQualifiers) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[int, AllowedLength]:
        return self._length, self._allowed_length

    def adjusted(self, value: str) -> str:
        """The string cut or padded so that it fits."""
        if not self._length:
            return value
        cut = value[: self._length]
        return cut.ljust(self._length) if self._allowed_length is AllowedLength.fixed else cut
