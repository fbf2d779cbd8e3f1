"""ГенераторСлучайныхЧисел."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import BadArgument

_LARGEST = 4_294_967_295


@onec_type("ГенераторСлучайныхЧисел", "RandomNumberGenerator", presentation="Генератор случайных чисел")
class RandomNumberGenerator(OnecObject):
    """Источник случайных чисел; с одним и тем же начальным числом даёт одну и ту же последовательность."""

    __slots__ = ("_random",)

    @constructor("([НачальноеЧисло])", "([Seed])")
    def __init__(self, seed: int | None = None) -> None:
        from random import Random

        self._random = Random(seed)

    @method("СлучайноеЧисло([НижняяГраница], [ВерхняяГраница]): Число", "RandomNumber([LowerBound], [UpperBound])")
    def random_number(self, lower: int = 0, upper: int = _LARGEST) -> int:
        """Целое число от нижней до верхней границы включительно."""
        if not 0 <= lower <= _LARGEST:
            raise BadArgument(1)
        if not lower <= upper <= _LARGEST:
            raise BadArgument(2)
        return self._random.randint(lower, upper)
