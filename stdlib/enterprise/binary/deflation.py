"""СжатиеДанных."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, onec_type
from runtime.errors import BadArgument


@onec_type("СжатиеДанных", "Deflation", presentation="Сжатие данных")
class Deflation(OnecObject):
    """Насколько сильно сжимать значение в хранилище."""

    __slots__ = ("_level",)

    @constructor("([Уровень])", "([Level])")
    def __init__(self, level: int = -1) -> None:
        """Уровень от 0 (не сжимать) до 9 (как можно меньше); -1 – обычный."""
        if not -1 <= level <= 9:
            raise BadArgument(1, hint="Уровень сжатия – от -1 до 9")
        self._level = level

    @getter("Уровень", "Level", "Число")
    def level(self) -> int:
        """Уровень сжатия."""
        return self._level
