"""ДеньНедели."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum, not_formattable
from stdlib.element.time.words import is_english


@enumeration("ДеньНедели", "DayOfWeek")
class DayOfWeek(ElementEnum):
    """День недели, начиная с понедельника."""

    __slots__ = ()

    MONDAY = item("Понедельник", "Monday")
    TUESDAY = item("Вторник", "Tuesday")
    WEDNESDAY = item("Среда", "Wednesday")
    THURSDAY = item("Четверг", "Thursday")
    FRIDAY = item("Пятница", "Friday")
    SATURDAY = item("Суббота", "Saturday")
    SUNDAY = item("Воскресенье", "Sunday")

    def as_presentation(self, format_: str | None) -> str:
        if format_ is not None:
            raise not_formattable(self)
        return self.en if is_english() else self.ru


def day_of_week(days: int) -> DayOfWeek:
    """Of a number of days since 0001-01-01, a Monday."""
    order: tuple[DayOfWeek, ...] = (
        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY,
        DayOfWeek.SATURDAY, DayOfWeek.SUNDAY,
    )  # fmt: skip
    return order[days % 7]
