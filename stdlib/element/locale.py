"""Локаль."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type, static
from stdlib.element.presentable import Presentable


@onec_type("Локаль", "Locale")
class Locale(Presentable):
    """Язык и страна, например ru-RU."""

    __slots__ = ("text",)

    @constructor("(Представление: Строка)", "(Text)")
    def __init__(self, text: str) -> None:
        """Создаёт локаль по записи вида ru-RU."""
        parts = text.strip().replace("_", "-").split("-")
        if not (parts[0].isalpha() and 2 <= len(parts[0]) <= 3 and all(part.isalnum() for part in parts)):
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Неверная запись локали: {text}")
        self.text = "-".join([parts[0].lower(), *(part.upper() if len(part) == 2 else part for part in parts[1:])])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Locale) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def as_text(self) -> str:
        return self.text

    @getter("Язык", "Language", "Строка")
    def language(self) -> str:
        """Код языка, например ru (член не подтверждён)."""
        return self.text.partition("-")[0]

    @getter("Страна", "Country", "Строка")
    def country(self) -> str:
        """Код страны, например RU; пустая строка, если она не указана (член не подтверждён)."""
        return self.text.partition("-")[2]

    @static("Текущая(): Локаль", "Current()")
    def current() -> Locale:  # type: ignore[misc]
        """Возвращает локаль, по правилам которой составляются представления (член не подтверждён)."""
        from runtime import host

        return Locale(host.current().locale)
