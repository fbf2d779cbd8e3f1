"""ХранилищеЗначения."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from stdlib.enterprise.binary.deflation import Deflation
from stdlib.enterprise.binary.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("ХранилищеЗначения", "ValueStorage", presentation="Хранилище значения")
class ValueStorage(OnecObject):
    """Копия значения; то, что потом сделано с самим значением, её не меняет."""

    __slots__ = ("_snapshot",)

    @constructor("(Значение, [АлгоритмСжатияДанных])", "(Value, [DataCompression])")
    def __init__(self, value: Any, deflation: Deflation | None = None) -> None:
        """Помещает значение в хранилище, сжимая его, если сказано."""
        self._snapshot = Snapshot(value, None if deflation is None else deflation.level())

    @method("Получить(): Произвольный", "Get()")
    def get(self) -> Any:
        """Новая копия значения."""
        return self._snapshot.value()
