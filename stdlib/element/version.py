"""Версия."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.comparable import Comparable
from stdlib.element.presentable import Presentable

_MOST_DIGITS = 18
"""More has no part of a version."""


@onec_type("Версия", "Version")
class Version(Presentable, Comparable):
    """Номер версии: числа, разделённые точками. Недостающие числа считаются нулями."""

    __slots__ = ("numbers", "text")

    @constructor("(Представление: Строка)", "(Text)")
    def __init__(self, text: str) -> None:
        """Создаёт версию по записи вида 1.2.3."""
        parts = text.strip().split(".")
        if not all(part.isascii() and part.isdecimal() and len(part) <= _MOST_DIGITS for part in parts):
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Неверная запись версии: {text}")
        self.text = text.strip()
        numbers = [int(part) for part in parts]
        while numbers and not numbers[-1]:
            numbers.pop()
        self.numbers = tuple(numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.numbers == other.numbers

    def __hash__(self) -> int:
        return hash(self.numbers)

    def __lt__(self, other: object) -> bool:
        return self.numbers < other.numbers if isinstance(other, Version) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.numbers <= other.numbers if isinstance(other, Version) else NotImplemented

    def as_text(self) -> str:
        return self.text

    @method("ВМассив(): Массив<Число>", "ToArray()")
    def to_array(self) -> Array:
        """Возвращает числа версии, как они записаны (член не подтверждён)."""
        from stdlib.element.collections.array import Array

        return Array.of([int(part) for part in self.text.split(".")])


TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.array import Array
