"""Форматируемое."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.presentable import Presentable


@onec_type("Форматируемое", "Formattable")
class Formattable(Presentable):
    """Базовый тип значений, представление которых можно задать форматом."""

    __slots__ = ()

    @method("Представление([Формат: Строка]): Строка", "Presentation([Format])")
    def presentation(self, format_: str | None = None) -> str:
        """Возвращает представление по умолчанию или по формату.

        Если формат записан неверно – исключение ИсключениеНедопустимыйФормат.
        """
        from runtime.element.presentation import present

        return present(self, format_)
