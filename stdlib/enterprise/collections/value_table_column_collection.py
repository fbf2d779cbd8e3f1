"""КоллекцияКолонокТаблицыЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.collections.column_collection import ColumnCollection
from stdlib.enterprise.collections.value_table_column import ValueTableColumn
from stdlib.enterprise.collections.value_table_row import ValueTableRow


@onec_type(
    "КоллекцияКолонокТаблицыЗначений", "ValueTableColumnCollection", presentation="Коллекция колонок таблицы значений"
)
class ValueTableColumnCollection(ColumnCollection):
    """Колонки таблицы значений: Таблица.Колонки.Добавить("Имя"), Таблица.Колонки.Имя, Таблица.Колонки[0]."""

    __slots__ = ()
    _column_class = ValueTableColumn
    _row_class = ValueTableRow
