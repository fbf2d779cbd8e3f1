"""СтандартныйПериод."""

from __future__ import annotations

from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.enterprise.declare import OnecObject, constructor, getter, onec_type, setter
from stdlib.enterprise.periods.standard_period_variant import StandardPeriodVariant


@onec_type("СтандартныйПериод", "StandardPeriod", presentation="Стандартный период")
class StandardPeriod(OnecObject):
    """Период: даты или вариант, по которому даты отсчитываются от сегодняшнего дня."""

    __slots__ = ("_end", "_start", "_variant")

    @constructor("([ВариантИлиНачало], [Окончание])", "([VariantOrStart], [End])")
    def __init__(self, variant: StandardPeriodVariant | Date | None = None, end: Date | None = None) -> None:
        """Без параметров – произвольный период без дат; иначе вариант или начало и окончание."""
        self._variant: StandardPeriodVariant = StandardPeriodVariant.custom
        self._start, self._end = EMPTY_DATE, end or EMPTY_DATE
        if isinstance(variant, Date):
            self._start = variant
        elif variant is not None:
            self._variant = variant

    @getter("Вариант", "Variant", "ВариантСтандартногоПериода")
    def variant(self) -> StandardPeriodVariant:
        """Вариант периода. Когда присвоена дата, становится ПроизвольныйПериод."""
        return self._variant

    @setter("Вариант")
    def set_variant(self, variant: StandardPeriodVariant) -> None:
        if variant is StandardPeriodVariant.custom and self._variant is not variant:
            self._start, self._end = self._dates()
        self._variant = variant

    @getter("ДатаНачала", "StartDate", "Дата")
    def start_date(self) -> Date:
        """Первая секунда периода."""
        return self._dates()[0]

    @setter("ДатаНачала")
    def set_start_date(self, date: Date) -> None:
        self._start, self._end = date, self._dates()[1]
        self._variant = StandardPeriodVariant.custom

    @getter("ДатаОкончания", "EndDate", "Дата")
    def end_date(self) -> Date:
        """Последняя секунда периода."""
        return self._dates()[1]

    @setter("ДатаОкончания")
    def set_end_date(self, date: Date) -> None:
        self._start, self._end = self._dates()[0], date
        self._variant = StandardPeriodVariant.custom

    def _dates(self) -> tuple[Date, Date]:
        if self._variant is StandardPeriodVariant.custom:
            return self._start, self._end
        from stdlib.enterprise.dates.clock import current_session_date

        return dates_of(self._variant.en, current_session_date())

    def __onec_filled__(self) -> bool:
        return self._variant is not StandardPeriodVariant.custom or bool(self._start.seconds or self._end.seconds)

    def __onec_text__(self) -> str:
        """Как показывает платформа: название варианта или даты."""
        if self._variant is not StandardPeriodVariant.custom:
            return spaced(self._variant.ru)
        from stdlib.enterprise.periods.period_presentation import period_presentation

        return period_presentation(self._start, self._end)


def dates_of(variant: str, today: Date) -> tuple[Date, Date]:
    """The first and the last second of a period, by the English name of its variant."""
    from stdlib.enterprise.periods.spans import beginning, end, same_day

    day = {"Today": 0, "Yesterday": -1, "Tomorrow": 1}.get(variant)
    if day is not None:
        return beginning("Day", today, day), end("Day", today, day)
    if variant == "Last7Days":
        return beginning("Day", today, -6), end("Day", today)
    if variant == "Next7Days":
        return beginning("Day", today), end("Day", today, 6)
    if variant == "Month":
        return same_day("Month", today, -1) + 1, end("Day", today)
    if variant.startswith("FromBeginningOfThis"):
        return beginning(variant.removeprefix("FromBeginningOfThis"), today), end("Day", today)
    if variant.startswith("TillEndOfThis"):
        return beginning("Day", today), end(variant.removeprefix("TillEndOfThis"), today)
    shift = {"This": 0, "Last": -1, "Next": 1}[variant[:4]]
    unit, till, _ = variant[4:].partition("TillSame")
    if till:
        return beginning(unit, today, shift), same_day(unit, today, shift)
    return beginning(unit, today, shift), end(unit, today, shift)


def spaced(name: str) -> str:
    """«ЭтотМесяц» as people write it: «Этот месяц»."""
    words = "".join(f" {letter.lower()}" if letter.isupper() or letter == "7" else letter for letter in name)
    return words.strip().capitalize()
