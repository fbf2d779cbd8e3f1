"""КоллекцияСтрокДереваЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import getter, method, onec_type
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.row_collection import RowCollection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.collections.column_collection import ColumnCollection
    from stdlib.enterprise.collections.compare_values import CompareValues
    from stdlib.enterprise.collections.fixed_structure import FixedStructure
    from stdlib.enterprise.collections.structure import Structure
    from stdlib.enterprise.collections.value_table_column import ValueTableColumn
    from stdlib.enterprise.collections.value_tree import ValueTree
    from stdlib.enterprise.collections.value_tree_column import ValueTreeColumn
    from stdlib.enterprise.collections.value_tree_row import ValueTreeRow


@onec_type("КоллекцияСтрокДереваЗначений", "ValueTreeRowCollection", presentation="Коллекция строк дерева значений")
class ValueTreeRowCollection(RowCollection):
    """Строки одного узла дерева значений: Дерево.Строки, Строка.Строки."""

    __slots__ = ("_parent", "tree")
    _rows: list[ValueTreeRow]  # type: ignore[assignment]

    def __init__(self, tree: ValueTree, columns: ColumnCollection, parent: ValueTreeRow | None = None) -> None:
        self.tree, self._columns, self._parent = tree, columns, parent
        self._rows = []
        self._watch = None

    def below(self, row: ValueTreeRow) -> ValueTreeRowCollection:
        """An empty collection for the rows that are subordinate to this one."""
        return ValueTreeRowCollection(self.tree, self._columns, row)

    def walk(self) -> Iterator[ValueTreeRow]:
        """All rows from here down, each before its subordinates, however deep."""
        stack = [iter(self._rows)]
        while stack:
            row = next(stack[-1], None)
            if row is None:
                stack.pop()
                continue
            yield row
            if (below := row.children()) is not None:
                stack.append(iter(below._rows))

    def _reach(self, subordinate: bool) -> list[Any]:
        return list(self.walk()) if subordinate else self._rows

    @getter("Родитель", "Parent", "СтрокаДереваЗначений, Неопределено")
    def parent(self) -> ValueTreeRow | None:
        """Строка, которой подчинены эти; Неопределено у строк верхнего уровня."""
        return self._parent

    @method(
        "Найти(Значение, [Колонки], [ВключатьПодчиненные]): СтрокаДереваЗначений, Неопределено",
        "Find(Value, [Columns], [IncludeChildren])",
    )
    def find(self, value: Any, columns: str = "", subordinate: bool = False) -> Any:
        """Первая строка, у которой в одной из колонок (через запятую; без них – во всех) стоит значение."""
        return self._first(self._reach(subordinate), value, self._columns.listed(columns))

    @method(
        "НайтиСтроки(ПараметрыОтбора, [ВключатьПодчиненные]): Массив",
        "FindRows(Filter, [IncludeChildren])",
    )
    def find_rows(self, wanted: Structure | FixedStructure, subordinate: bool = False) -> Array:
        """Массив строк, у которых в колонках стоят значения структуры: ключ – имя колонки."""
        return Array.of(self._filtered(self._reach(subordinate), wanted))  # type: ignore[arg-type]

    @method(
        "Сортировать(СтрокаСортировки, [ВключатьПодчиненные], [ОбъектСравнения])",
        "Sort(Columns, [IncludeChildren], [CompareValues])",
    )
    def sort(self, columns: str, subordinate: bool = False, comparison: CompareValues | None = None) -> None:
        """Сортирует строки, а если сказано, то и подчинённые на всех уровнях: Сортировать("Имя, Код Убыв", Истина)."""
        self._sort(columns)
        if subordinate:
            for row in self.walk():
                if (below := row.children()) is not None:
                    below._sort(columns)

    @method("Итог(Колонка, [ВключатьПодчиненные]): Число, Неопределено", "Total(Column, [IncludeChildren])")
    def total(self, column: ValueTableColumn | ValueTreeColumn | str | int, subordinate: bool = False) -> Any:
        """Сумма чисел колонки; прочие значения пропускаются. Неопределено, если по типу чисел в ней не бывает."""
        return self._total(self._reach(subordinate), self._columns.place(column))
