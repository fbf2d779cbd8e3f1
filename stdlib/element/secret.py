"""Секрет."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.objects import ElementObject


@onec_type("Секрет", "Secret")
class Secret(ElementObject):
    """Строка, которая не попадает в тексты и представления, например пароль."""

    __slots__ = ("_text",)

    @constructor("(Значение: Строка)", "(Value)")
    def __init__(self, text: str) -> None:
        """Создаёт секрет (конструктор не подтверждён)."""
        self._text = text

    def as_text(self) -> str:
        return "***"

    @method("Раскрыть(): Строка", "Reveal()")
    def reveal(self) -> str:
        """Возвращает то, что скрыто."""
        return self._text


def revealed(value: Secret | str) -> str:
    return value.reveal() if isinstance(value, Secret) else value
