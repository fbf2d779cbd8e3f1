"""Символы: characters that no key types."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, global_property, onec_type


@onec_type("Символы", "Chars")
class Chars(OnecObject):
    """Набор служебных символов."""

    __slots__ = ()

    @getter("ВК", "CR", "Строка")
    def carriage_return(self) -> str:
        """Возврат каретки."""
        return "\r"

    @getter("ПС", "LF", "Строка")
    def line_feed(self) -> str:
        """Перевод строки."""
        return "\n"

    @getter("Таб", "Tab", "Строка")
    def tab(self) -> str:
        """Горизонтальная табуляция."""
        return "\t"

    @getter("ВТаб", "VTab", "Строка")
    def vertical_tab(self) -> str:
        """Вертикальная табуляция."""
        return "\v"

    @getter("ПФ", "FF", "Строка")
    def form_feed(self) -> str:
        """Прогон листа."""
        return "\f"

    @getter("НПП", "NBSp", "Строка")
    def no_break_space(self) -> str:
        """Неразрывный пробел."""
        return "\u00a0"


@global_property("Символы", "Chars", "Символы")
def chars() -> Chars:
    """Набор служебных символов: Символы.ПС, Символы.Таб…"""
    return _CHARS


_CHARS = Chars()
