"""СтрокаТаблицыЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import method, onec_type
from stdlib.enterprise.collections.row import Row
from stdlib.enterprise.collections.shapes import prepare, slot_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.row_collection import RowCollection

_SLOTS = 32


@onec_type("СтрокаТаблицыЗначений", "ValueTableRow", presentation="Строка таблицы значений")
class ValueTableRow(Row):
    """Строка таблицы значений: Строка.ИмяКолонки, Строка["ИмяКолонки"], Строка[0]."""

    __slots__ = slot_names(_SLOTS)

    @method("Владелец(): ТаблицаЗначений", "Owner()")
    def owner(self) -> RowCollection:
        """Таблица, которой принадлежит строка."""
        return self._home


prepare(ValueTableRow, _SLOTS)
