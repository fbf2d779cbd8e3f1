"""ХранилищеЗначения."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import BadArgument
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

    @classmethod
    def of_xml(cls, text: str) -> ValueStorage:
        """What XMLСтрока has written."""
        from stdlib.enterprise.binary.binary_data import BinaryData
        from stdlib.enterprise.serialization.internal_strings import value_from_string_internal

        try:
            internal = BinaryData.of_xml(text).data.decode()
        except UnicodeDecodeError as error:
            raise BadArgument(1) from error
        return cls(value_from_string_internal(internal))

    def __onec_xml__(self) -> str:
        """Ours: the internal string in Base64."""
        from base64 import b64encode

        from stdlib.enterprise.serialization.internal_strings import value_to_string_internal

        return b64encode(value_to_string_internal(self.get()).encode()).decode()
