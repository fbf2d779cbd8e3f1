"""ДеревоЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from stdlib.enterprise.collections.value_tree_column_collection import ValueTreeColumnCollection
from stdlib.enterprise.collections.value_tree_row_collection import ValueTreeRowCollection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdlib.enterprise.collections.row import Row


@onec_type("ДеревоЗначений", "ValueTree", presentation="Дерево значений")
class ValueTree(OnecObject):
    """Строки с именованными колонками, у каждой из которых могут быть подчинённые: Дерево.Строки.Добавить()."""

    __slots__ = ("_columns", "_rows")

    @constructor("()", "()")
    def __init__(self) -> None:
        self._columns = ValueTreeColumnCollection(self._all_rows)
        self._rows = ValueTreeRowCollection(self, self._columns)

    def _all_rows(self) -> Iterable[Row]:
        return self._rows.walk()

    def __onec_filled__(self) -> bool:
        return len(self._rows) > 0

    @getter("Колонки", "Columns", "КоллекцияКолонокДереваЗначений")
    def columns(self) -> ValueTreeColumnCollection:
        """Колонки дерева."""
        return self._columns

    @getter("Строки", "Rows", "КоллекцияСтрокДереваЗначений")
    def rows(self) -> ValueTreeRowCollection:
        """Строки верхнего уровня."""
        return self._rows

    @method("Скопировать(): ДеревоЗначений", "Copy()")
    def copy(self) -> ValueTree:
        """Новое дерево с такими же колонками и строками."""
        made = ValueTree()
        made._columns.arrange([column.copy_for(made._columns) for column in self._columns])
        pairs = [(self._rows, made._rows)]
        while pairs:
            source, target = pairs.pop()
            for row in source._rows:
                copied = target.add()
                made._columns.dress(copied, row._values())
                if (below := row.children()) is not None:
                    pairs.append((below, copied.rows()))  # type: ignore[attr-defined]
        return made
