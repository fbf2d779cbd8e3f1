"""ФиксированноеСоответствие."""

from __future__ import annotations

from runtime.enterprise.access import key_of, value_of
from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from stdlib.enterprise.collections.key_and_value import KeyAndValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.collections.map import Map


@onec_type("ФиксированноеСоответствие", "FixedMap", presentation="Фиксированное соответствие")
class FixedMap(OnecObject):
    """Соответствие, которое нельзя изменить."""

    __slots__ = ("_pairs",)

    @constructor("(Соответствие)", "(Map)")
    def __init__(self, source: Map) -> None:
        self._pairs = dict(source.items())

    def __onec_pairs__(self) -> dict[Any, Any]:
        return self._pairs

    def __len__(self) -> int:
        return len(self._pairs)

    def __iter__(self) -> Iterator[KeyAndValue]:
        for key, value in self._pairs.items():
            yield KeyAndValue(value_of(key), value)

    def __getitem__(self, key: Any) -> Any:
        return self._pairs.get(key_of(key))

    @method("Получить(Ключ): Произвольный", "Get(Key)")
    def get(self, key: Any) -> Any:
        """Значение под ключом; Неопределено, если ключа нет."""
        return self[key]

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество ключей."""
        return len(self._pairs)
