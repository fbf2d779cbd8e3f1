"""Совпадение."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type
from runtime.element.objects import ElementObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from stdlib.element.collections.array import Array


@onec_type("Совпадение", "Match")
class Match(ElementObject):
    """Место строки, соответствующее образцу. Имя типа и его члены не подтверждены."""

    __slots__ = ("found",)

    def __init__(self, found: re.Match[str]) -> None:
        self.found = found

    def as_text(self) -> str:
        return self.found.group()

    @getter("Значение", "Value", "Строка")
    def value(self) -> str:
        """Совпавший текст."""
        return self.found.group()

    @getter("Начало", "Start", "Число")
    def start(self) -> int:
        """Индекс первого символа."""
        return self.found.start()

    @getter("Конец", "End", "Число")
    def end(self) -> int:
        """Индекс символа за последним."""
        return self.found.end()

    @method("Группа(Группа: Число|Строка): Строка?", "Group(Group)")
    def group(self, group: int | str) -> str | None:
        """Возвращает текст группы по номеру (0 – всё совпадение) или имени; Неопределено, если она не совпала."""
        try:
            return self.found.group(group)
        except IndexError:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"В образце нет группы {group}") from None

    @method("Группы(): Массив<Строка?>", "Groups()")
    def groups(self) -> Array:
        """Возвращает тексты всех групп по порядку."""
        from stdlib.element.collections.array import Array

        return Array.of(list(self.found.groups()))
