"""ТаблицаЗначений."""

from __future__ import annotations

from runtime.enterprise.access import key_of, out_of_range, position
from runtime.enterprise.convert import is_number
from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.enterprise.operators import add
from runtime.errors import BadArgument, OnecError
from runtime.names import fold
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.collection_indexes import CollectionIndexes
from stdlib.enterprise.collections.ordering import sort_key
from stdlib.enterprise.collections.sameness import index_of, same
from stdlib.enterprise.collections.value_table_column import ValueTableColumn
from stdlib.enterprise.collections.value_table_column_collection import ValueTableColumnCollection
from stdlib.enterprise.collections.value_table_row import ValueTableRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from stdlib.enterprise.collections.compare_values import CompareValues
    from stdlib.enterprise.collections.structure import Structure

_DESCENDING = frozenset({"убыв", "desc"})
_ASCENDING = frozenset({"возр", "asc"})


@onec_type("ТаблицаЗначений", "ValueTable", presentation="Таблица значений")
class ValueTable(OnecObject):
    """Строки с именованными колонками: поиск, сортировка, итоги, свёртка."""

    __slots__ = ("_columns", "_indexes", "_rows")

    @constructor("()", "()")
    def __init__(self) -> None:
        self._rows: list[ValueTableRow] = []
        self._columns = ValueTableColumnCollection(self._rows)
        self._indexes = CollectionIndexes()

    @getter("Колонки", "Columns", "КоллекцияКолонокТаблицыЗначений")
    def columns(self) -> ValueTableColumnCollection:
        """Колонки таблицы."""
        return self._columns

    @getter("Индексы", "Indexes", "ИндексыКоллекции")
    def indexes(self) -> CollectionIndexes:
        """Индексы таблицы."""
        return self._indexes

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[ValueTableRow]:
        return iter(self._rows)

    def __getitem__(self, key: Any) -> ValueTableRow:
        return self._rows[self._place(position(key))]

    def _place(self, row: ValueTableRow | int) -> int:
        """The index of a row given by itself or by its index."""
        if isinstance(row, int):
            if not 0 <= row < len(self._rows):
                raise out_of_range(self._rows, row)
            return row
        for index, own in enumerate(self._rows):
            if own is row:
                return index
        raise OnecError("Строка не принадлежит таблице значений")

    def _new_row(self) -> ValueTableRow:
        row = ValueTableRow()
        row._table = self
        row._reshape(self._columns.names(), self._columns.initial())
        return row

    @method("Добавить(): СтрокаТаблицыЗначений", "Add()")
    def add(self) -> ValueTableRow:
        """Добавляет строку в конец и возвращает её."""
        row = self._new_row()
        self._rows.append(row)
        return row

    @method("Вставить(Индекс): СтрокаТаблицыЗначений", "Insert(Index)")
    def insert(self, index: int) -> ValueTableRow:
        """Вставляет строку перед той, у которой этот индекс, и возвращает её."""
        if not 0 <= index <= len(self._rows):
            raise out_of_range(self._rows, index)
        row = self._new_row()
        self._rows.insert(index, row)
        return row

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество строк."""
        return len(self._rows)

    @method("Получить(Индекс): СтрокаТаблицыЗначений", "Get(Index)")
    def get(self, index: int) -> ValueTableRow:
        """Строка с этим индексом."""
        return self._rows[self._place(index)]

    @method("Индекс(Строка): Число", "IndexOf(Row)")
    def index_of(self, row: ValueTableRow) -> int:
        """Индекс строки; -1, если она не из этой таблицы."""
        return next((index for index, own in enumerate(self._rows) if own is row), -1)

    @method("Удалить(Строка)", "Delete(Row)")
    def delete(self, row: ValueTableRow | int) -> None:
        """Удаляет строку, заданную ею самой или индексом."""
        del self._rows[self._place(row)]

    @method("Сдвинуть(Строка, Смещение)", "Move(Row, Offset)")
    def move(self, row: ValueTableRow | int, offset: int) -> None:
        """Сдвигает строку вниз (отрицательное смещение – вверх)."""
        index = self._place(row)
        if not 0 <= index + offset < len(self._rows):
            raise BadArgument(2)
        self._rows.insert(index + offset, self._rows.pop(index))

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все строки."""
        self._rows.clear()

    @method("Найти(Значение, [Колонки]): СтрокаТаблицыЗначений, Неопределено", "Find(Value, [Columns])")
    def find(self, value: Any, columns: str = "") -> ValueTableRow | None:
        """Первая строка, у которой в одной из колонок (через запятую; без них – во всех) стоит значение."""
        found = None
        for column in self._columns.listed(columns):
            index = index_of(self._rows if found is None else self._rows[:found], value, self._columns.reader(column))
            found = index if index is not None else found
        return None if found is None else self._rows[found]

    @method("НайтиСтроки(ПараметрыОтбора): Массив", "FindRows(Filter)")
    def find_rows(self, wanted: Structure) -> Array:
        """Массив строк, у которых в колонках стоят значения структуры: ключ – имя колонки."""
        return Array.of(self._filtered(wanted))

    def _filtered(self, wanted: Structure) -> list[ValueTableRow]:
        rows = self._rows
        for key, name in wanted._names.items():
            value = wanted._read(key)
            read = self._columns.reader(self._columns.place(name))
            if value.__class__ is str:
                rows = [row for row in rows if read(row) == value]
            else:
                rows = [row for row in rows if same(read(row), value)]
        return list(rows)

    @method("Сортировать(Колонки, [ОбъектСравнения])", "Sort(Columns, [CompareValues])")
    def sort(self, columns: str, comparison: CompareValues | None = None) -> None:
        """Сортирует строки: Таблица.Сортировать("Имя, Код Убыв")."""
        # Sorting is stable: the least important column goes first.
        for piece in reversed(columns.split(",")):
            name, _, direction = piece.strip().partition(" ")
            word = fold(direction.strip())
            if word and word not in _DESCENDING and word not in _ASCENDING:
                raise BadArgument(1, hint=f"Порядок – Возр или Убыв, а не «{direction.strip()}»")
            read = self._columns.reader(self._columns.place(name))
            keys = {id(row): sort_key(read(row)) for row in self._rows}
            self._rows.sort(key=lambda row, keys=keys: keys[id(row)], reverse=word in _DESCENDING)  # type: ignore[misc]

    @method("Итог(Колонка): Число, Неопределено", "Total(Column)")
    def total(self, column: str) -> Any:
        """Сумма чисел колонки; прочие значения пропускаются."""
        return _sum(map(self._columns.reader(self._columns.place(column)), self._rows))

    @method("ЗаполнитьЗначения(Значение, [Колонки])", "FillValues(Value, [Columns])")
    def fill_values(self, value: Any, columns: str = "") -> None:
        """Ставит значение во все строки колонок (через запятую; без них – всех)."""
        names = self._columns.names()
        for key in [fold(names[index]) for index in self._columns.listed(columns)]:
            for row in self._rows:
                row._write(key, value)

    @method("ВыгрузитьКолонку(Колонка): Массив", "UnloadColumn(Column)")
    def unload_column(self, column: ValueTableColumn | str | int) -> Array:
        """Массив значений колонки."""
        return Array.of(map(self._columns.reader(self._columns.place(column)), self._rows))

    @method("ЗагрузитьКолонку(Массив, Колонка)", "LoadColumn(Array, Column)")
    def load_column(self, values: Array, column: ValueTableColumn | str | int) -> None:
        """Переносит значения массива в колонку; если массив короче, остальные строки не меняются."""
        key = fold(self._columns.names()[self._columns.place(column)])
        for row, value in zip(self._rows, values, strict=False):
            row._write(key, value)

    @method("Свернуть(КолонкиГруппировок, [КолонкиСуммирования])", "GroupBy(GroupColumns, [TotalColumns])")
    def group_by(self, groups: str, totals: str = "") -> None:
        """Оставляет по строке на каждое сочетание значений группировок, складывая числа колонок суммирования."""
        kept = self._columns.listed(groups) if groups.strip() else []
        summed = self._columns.listed(totals) if totals.strip() else []
        read = [self._columns.reader(index) for index in kept]
        read_sums = [self._columns.reader(index) for index in summed]
        found: dict[tuple[Any, ...], list[ValueTableRow]] = {}
        for row in self._rows:
            found.setdefault(tuple(key_of(one(row)) for one in read), []).append(row)
        sums = [[_sum(map(one, rows)) for one in read_sums] for rows in found.values()]
        columns = list(self._columns)
        self._rows[:] = [rows[0] for rows in found.values()]
        self._columns.arrange([columns[index] for index in [*kept, *summed]])
        names = list(map(fold, self._columns.names()))[len(kept) :]
        for row, values in zip(self._rows, sums, strict=True):
            for name, value in zip(names, values, strict=True):
                row._write(name, value)

    @method("Скопировать([Строки], [Колонки]): ТаблицаЗначений", "Copy([Rows], [Columns])")
    def copy(self, rows: Array | Structure | None = None, columns: str = "") -> ValueTable:
        """Новая таблица из всех строк, из строк массива или из отобранных структурой; колонки – через запятую."""
        made = self.copy_columns(columns)
        chosen: Iterable[Any] = self._rows if rows is None else rows if isinstance(rows, list) else self._filtered(rows)
        indexes = self._columns.listed(columns)
        names = made._columns.names()
        for row in chosen:
            values = row._values()
            copied = made.add()
            copied._reshape(names, [values[index] for index in indexes])
        return made

    @method("СкопироватьКолонки([Колонки]): ТаблицаЗначений", "CopyColumns([Columns])")
    def copy_columns(self, columns: str = "") -> ValueTable:
        """Новая таблица без строк с такими же колонками."""
        made = ValueTable()
        own = list(self._columns)
        made._columns.arrange([own[index].copy_for(made._columns) for index in self._columns.listed(columns)])
        return made


def _sum(values: Iterable[Any]) -> Any:
    total: Any = 0
    for value in values:
        if value.__class__ is int:
            total = total + value if total.__class__ is int else add(total, value)
        elif is_number(value):
            total = add(total, value)
    return total
