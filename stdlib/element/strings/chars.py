"""Символы."""

from __future__ import annotations

from runtime.element.declare import getter, global_property, method, onec_type
from stdlib.element.singleton import Singleton


@onec_type("Символы", "Chars")
class Chars(Singleton):
    """Символы, которые трудно набрать; доступны через свойство Символы.

    Подтверждено только имя объекта: члены названы, как в языке 1С:Предприятия.
    """

    __slots__ = ()

    @getter("ПС", "LF", "Строка")
    def line_feed(self) -> str:
        """Перевод строки (не подтверждено)."""
        return "\n"

    @getter("ВК", "CR", "Строка")
    def carriage_return(self) -> str:
        """Возврат каретки (не подтверждено)."""
        return "\r"

    @getter("Таб", "Tab", "Строка")
    def tab(self) -> str:
        """Горизонтальная табуляция (не подтверждено)."""
        return "\t"

    @getter("ВТаб", "VTab", "Строка")
    def vertical_tab(self) -> str:
        """Вертикальная табуляция (не подтверждено)."""
        return "\v"

    @getter("ПФ", "FF", "Строка")
    def form_feed(self) -> str:
        """Перевод формы (не подтверждено)."""
        return "\f"

    @getter("НПП", "NBSp", "Строка")
    def no_break_space(self) -> str:
        """Неразрывный пробел (не подтверждено)."""
        return "\u00a0"

    @method("ПоКоду(Код: Число): Строка", "FromCode(Code)")
    def from_code(self, code: int) -> str:
        """Возвращает символ по номеру в Юникоде (не подтверждено)."""
        if not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Символа с номером {code} нет")
        return chr(code)


_chars = Chars()


@global_property("Символы", "Chars", "Символы")
def chars() -> Chars:
    """Символы, которые трудно набрать."""
    return _chars
