"""КвалификаторыДвоичныхДанных."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.values.allowed_length import AllowedLength


@onec_type("КвалификаторыДвоичныхДанных", "BinaryDataQualifiers", presentation="Квалификаторы двоичных данных")
class BinaryDataQualifiers(OnecObject):
    """Какой длины бывают двоичные данные. Описание типов их только хранит."""

    __slots__ = ("_allowed_length", "_length")

    @constructor("([Длина], [ДопустимаяДлина])", "([Length], [AllowedLength])")
    def __init__(self, length: int = 0, allowed_length: AllowedLength | None = None) -> None:
        if length < 0:
            raise BadArgument(1)
        self._length = length
        self._allowed_length: AllowedLength = allowed_length or AllowedLength.variable

    @getter("Длина", "Length", "Число")
    def length(self) -> int:
        """Наибольшее количество байтов; 0 – не ограничено."""
        return self._length

    @getter("ДопустимаяДлина", "AllowedLength", "ДопустимаяДлина")
    def allowed_length(self) -> AllowedLength:
        """Постоянна ли длина."""
        return self._allowed_length

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BinaryDataQualifiers) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[int, AllowedLength]:
        return self._length, self._allowed_length
