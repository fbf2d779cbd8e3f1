"""СтандартнаяДатаНачала."""

from __future__ import annotations

from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.enterprise.declare import OnecObject, constructor, getter, onec_type, setter
from stdlib.enterprise.periods.standard_beginning_date_variant import StandardBeginningDateVariant
from stdlib.enterprise.periods.standard_period import spaced


@onec_type("СтандартнаяДатаНачала", "StandardBeginningDate", presentation="Стандартная дата начала")
class StandardBeginningDate(OnecObject):
    """Дата или вариант, по которому дата отсчитывается от сегодняшнего дня."""

    __slots__ = ("_date", "_variant")

    @constructor("([ВариантИлиДата])", "([VariantOrDate])")
    def __init__(self, variant: StandardBeginningDateVariant | Date | None = None) -> None:
        """Без параметра – произвольная пустая дата."""
        self._variant: StandardBeginningDateVariant = StandardBeginningDateVariant.custom
        self._date = EMPTY_DATE
        if isinstance(variant, Date):
            self._date = variant
        elif variant is not None:
            self._variant = variant

    @getter("Вариант", "Variant", "ВариантСтандартнойДатыНачала")
    def variant(self) -> StandardBeginningDateVariant:
        """Вариант даты. Когда присвоена дата, становится ПроизвольнаяДата."""
        return self._variant

    @setter("Вариант")
    def set_variant(self, variant: StandardBeginningDateVariant) -> None:
        if variant is StandardBeginningDateVariant.custom:
            self._date = self.date()
        self._variant = variant

    @getter("Дата", "Date", "Дата")
    def date(self) -> Date:
        """Первая секунда дня, недели, месяца…"""
        if self._variant is StandardBeginningDateVariant.custom:
            return self._date
        from stdlib.enterprise.dates.clock import current_session_date
        from stdlib.enterprise.periods.spans import beginning

        name = self._variant.en.removeprefix("BeginningOf")
        return beginning(name[4:], current_session_date(), {"This": 0, "Last": -1, "Next": 1}[name[:4]])

    @setter("Дата")
    def set_date(self, date: Date) -> None:
        self._date, self._variant = date, StandardBeginningDateVariant.custom

    def __onec_filled__(self) -> bool:
        return self._variant is not StandardBeginningDateVariant.custom or bool(self._date.seconds)

    def __onec_text__(self) -> str:
        """Как показывает платформа: название варианта или дата."""
        if self._variant is not StandardBeginningDateVariant.custom:
            return spaced(self._variant.ru)
        from runtime.enterprise.presentation import text_of

        return text_of(self._date)
