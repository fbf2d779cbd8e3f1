"""КвалификаторыДаты."""

from __future__ import annotations

from runtime.enterprise.date import DAY, Date
from runtime.enterprise.declare import OnecObject, constructor, getter, onec_type
from stdlib.enterprise.dates.date_fractions import DateFractions


@onec_type("КвалификаторыДаты", "DateQualifiers", presentation="Квалификаторы даты")
class DateQualifiers(OnecObject):
    """Какие части даты хранятся."""

    __slots__ = ("_fractions",)

    @constructor("([ЧастиДаты])", "([DateFractions])")
    def __init__(self, fractions: DateFractions | None = None) -> None:
        self._fractions: DateFractions = fractions or DateFractions.date_time

    @getter("ЧастиДаты", "DateFractions", "ЧастиДаты")
    def date_fractions(self) -> DateFractions:
        """Какие части даты хранятся."""
        return self._fractions

    def is_open(self) -> bool:
        """Is every date kept whole?"""
        return self._fractions is DateFractions.date_time

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateQualifiers) and self._fractions is other._fractions

    def __hash__(self) -> int:
        return hash((DateQualifiers, self._fractions))

    def adjusted(self, value: Date) -> Date:
        """The date without the parts that are not kept."""
        if self._fractions is DateFractions.date:
            return Date.of_seconds(value.seconds - value.seconds % DAY)
        return Date.of_seconds(value.seconds % DAY) if self._fractions is DateFractions.time else value
