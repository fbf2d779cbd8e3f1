"""ТаблицаЗначений."""

from __future__ import annotations

from runtime.enterprise.access import key_of
from runtime.enterprise.declare import constructor, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.row_collection import RowCollection, sum_of
from stdlib.enterprise.collections.row_order import GAP, place_of
from stdlib.enterprise.collections.value_table_column_collection import ValueTableColumnCollection
from stdlib.enterprise.collections.value_table_row import ValueTableRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from stdlib.enterprise.collections.collection_indexes import CollectionIndexes
    from stdlib.enterprise.collections.compare_values import CompareValues
    from stdlib.enterprise.collections.fixed_structure import FixedStructure
    from stdlib.enterprise.collections.row import Row
    from stdlib.enterprise.collections.structure import Structure
    from stdlib.enterprise.collections.value_table_column import ValueTableColumn
    from stdlib.enterprise.collections.value_tree_column import ValueTreeColumn


@onec_type("ТаблицаЗначений", "ValueTable", presentation="Таблица значений")
class ValueTable(RowCollection):
    """Строки с именованными колонками: поиск, сортировка, итоги, свёртка."""

    __slots__ = ("_indexes",)

    @constructor("()", "()")
    def __init__(self) -> None:
        self._rows = []
        self._watch = None
        self._indexes: CollectionIndexes | None = None
        self._columns = ValueTableColumnCollection(self._rows_for_columns)

    def _rows_for_columns(self) -> list[Row]:
        """The rows, which are about to get other columns."""
        self._changed()
        return self._rows

    @getter("Колонки", "Columns", "КоллекцияКолонокТаблицыЗначений")
    def columns(self) -> ValueTableColumnCollection:
        """Колонки таблицы."""
        found = self._columns
        assert isinstance(found, ValueTableColumnCollection)
        return found

    @getter("Индексы", "Indexes", "ИндексыКоллекции")
    def indexes(self) -> CollectionIndexes:
        """Индексы таблицы: по их колонкам Найти и НайтиСтроки не перебирают строки."""
        if self._indexes is None:
            # Not at module level: few tables have indexes.
            from stdlib.enterprise.collections.collection_indexes import CollectionIndexes

            self._indexes = CollectionIndexes(self)
        return self._indexes

    @method("Найти(Значение, [Колонки]): СтрокаТаблицыЗначений, Неопределено", "Find(Value, [Columns])")
    def find(self, value: Any, columns: str = "") -> Row | None:
        """Первая строка, у которой в одной из колонок (через запятую; без них – во всех) стоит значение."""
        places = self._columns.listed(columns)
        if self._watch is None:
            return self._first(self._rows, value, places)
        found = None
        for place in places:
            index = self._watch.best((place,))
            if index is None:
                rows = self._rows if found is None else self._rows[: place_of(self._rows, found)]
                found = self._first(rows, value, [place]) or found
            elif (rows := index.rows_with([value])) and (found is None or rows[0]._order < found._order):
                found = rows[0]
        return found

    @method("НайтиСтроки(ПараметрыОтбора): Массив", "FindRows(Filter)")
    def find_rows(self, wanted: Structure | FixedStructure) -> Array:
        """Массив строк, у которых в колонках стоят значения структуры: ключ – имя колонки."""
        return Array.of(self._chosen(wanted))

    def _chosen(self, wanted: Any) -> list[Row]:
        if self._watch is None:
            return self._filtered(self._rows, wanted)
        places = {self._columns.place(name): wanted._read(key) for key, name in wanted._names.items()}
        index = self._watch.best(places)
        if index is None:
            return self._filtered(self._rows, wanted)
        rows = index.rows_with([places[self._columns.place_of(column)] for column in index.columns])
        return rows if len(index.columns) == len(places) else self._filtered(rows, wanted)

    @method("Сортировать(Колонки, [ОбъектСравнения])", "Sort(Columns, [CompareValues])")
    def sort(self, columns: str, comparison: CompareValues | None = None) -> None:
        """Сортирует строки: Таблица.Сортировать("Имя, Код Убыв")."""
        self._sort(columns)

    @method("Итог(Колонка): Число, Неопределено", "Total(Column)")
    def total(self, column: ValueTableColumn | ValueTreeColumn | str | int) -> Any:
        """Сумма чисел колонки; прочие значения пропускаются. Неопределено, если по типу чисел в ней не бывает."""
        return self._total(self._rows, self._columns.place(column))

    @method("Свернуть(КолонкиГруппировок, [КолонкиСуммирования])", "GroupBy(GroupColumns, [TotalColumns])")
    def group_by(self, groups: str, totals: str = "") -> None:
        """Оставляет по строке на каждое сочетание значений группировок, складывая числа колонок суммирования."""
        kept = self._columns.listed(groups) if groups.strip() else []
        summed = self._columns.listed(totals) if totals.strip() else []
        if len({*kept, *summed}) < len(kept) + len(summed):
            raise BadArgument(2 if summed else 1, hint="Колонка названа дважды")
        read = [self._columns.reader(index) for index in kept]
        read_sums = [self._columns.reader(index) for index in summed]
        found: dict[tuple[Any, ...], list[Row]] = {}
        for row in self._rows:
            found.setdefault(tuple(key_of(one(row)) for one in read), []).append(row)
        sums = [[sum_of(map(one, rows)) for one in read_sums] for rows in found.values()]
        columns = list(self._columns)
        self._rows[:] = [rows[0] for rows in found.values()]
        self._columns.arrange([columns[index] for index in [*kept, *summed]])
        for place, values in enumerate(zip(*sums, strict=True), len(kept)):
            self._load(place, values)

    @method("Скопировать([Строки], [Колонки]): ТаблицаЗначений", "Copy([Rows], [Columns])")
    def copy(self, rows: Array | Structure | FixedStructure | None = None, columns: str = "") -> ValueTable:
        """Новая таблица из всех строк, из строк массива или из отобранных структурой; колонки – через запятую."""
        made = self.copy_columns(columns)
        indexes = self._columns.listed(columns)
        whole = indexes == list(range(len(self._columns)))
        into = made._columns
        for order, row in enumerate(self._to_copy(rows)):
            values = row._values()
            copied: Row = into.shape()  # type: ignore[assignment]
            copied._home, copied._order = made, order * GAP
            into.dress(copied, values if whole else [values[index] for index in indexes])
            made._rows.append(copied)
        return made

    def _to_copy(self, rows: Any) -> Iterable[Row]:
        if rows is None:
            return self._rows
        if not isinstance(rows, list):
            return self._chosen(rows)
        if not all(isinstance(row, ValueTableRow) for row in rows):
            raise BadArgument(1, "Несоответствие типов")
        if any(place_of(self._rows, row) < 0 for row in rows):
            raise OnecError("Строка не принадлежит таблице значений")
        return rows

    @method("СкопироватьКолонки([Колонки]): ТаблицаЗначений", "CopyColumns([Columns])")
    def copy_columns(self, columns: str = "") -> ValueTable:
        """Новая таблица без строк с такими же колонками."""
        made = ValueTable()
        own = list(self._columns)
        made._columns.arrange([own[index].copy_for(made._columns) for index in self._columns.listed(columns)])
        return made
