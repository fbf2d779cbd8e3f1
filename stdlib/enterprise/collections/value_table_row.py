"""СтрокаТаблицыЗначений."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import method, onec_type
from runtime.errors import NoSuchMember
from runtime.names import fold
from stdlib.enterprise.collections.shapes import Shaped, prepare, slot_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.collections.value_table import ValueTable

_SLOTS = 32


@onec_type("СтрокаТаблицыЗначений", "ValueTableRow", presentation="Строка таблицы значений")
class ValueTableRow(Shaped):
    """Строка таблицы значений: Строка.ИмяКолонки, Строка["ИмяКолонки"], Строка[0]."""

    __slots__ = ("_table", *slot_names(_SLOTS))
    _table: ValueTable

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values())

    def _key(self, key: Any) -> str:
        if key.__class__ is str:
            folded = fold(key)
            if folded in self._names:
                return folded
            raise NoSuchMember("property", key, known=self._names.values())
        index = position(key)
        if not 0 <= index < len(self._names):
            raise out_of_range(self._names, index)
        return list(self._names)[index]

    def __getitem__(self, key: Any) -> Any:
        return self._read(self._key(key))

    def __setitem__(self, key: Any, value: Any) -> None:
        self._write(self._key(key), value)

    @method("Получить(Индекс): Произвольный", "Get(Index)")
    def get(self, index: int) -> Any:
        """Значение в колонке с этим индексом."""
        return self[index]

    @method("Установить(Индекс, Значение)", "Set(Index, Value)")
    def set(self, index: int, value: Any) -> None:
        """Заменяет значение в колонке с этим индексом."""
        self[index] = value

    @method("Владелец(): ТаблицаЗначений", "Owner()")
    def owner(self) -> ValueTable:
        """Таблица, которой принадлежит строка."""
        return self._table


prepare(ValueTableRow, _SLOTS)
