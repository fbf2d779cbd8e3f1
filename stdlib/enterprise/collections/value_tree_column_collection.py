"""КоллекцияКолонокДереваЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.collections.column_collection import ColumnCollection
from stdlib.enterprise.collections.value_tree_column import ValueTreeColumn
from stdlib.enterprise.collections.value_tree_row import ValueTreeRow


@onec_type(
    "КоллекцияКолонокДереваЗначений", "ValueTreeColumnCollection", presentation="Коллекция колонок дерева значений"
)
class ValueTreeColumnCollection(ColumnCollection):
    """Колонки дерева значений: Дерево.Колонки.Добавить("Имя"), Дерево.Колонки.Имя, Дерево.Колонки[0]."""

    __slots__ = ()
    _column_class = ValueTreeColumn
    _row_class = ValueTreeRow
    # A row has properties of these names already.
    _reserved = frozenset({"родитель", "parent", "строки", "rows"})
