"""What a table and the rows of a tree have in common."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.convert import is_number
from runtime.enterprise.declare import OnecObject, method
from runtime.enterprise.operators import add
from runtime.enterprise.types import NUMBER
from runtime.errors import BadArgument, OnecError
from runtime.names import fold
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.ordering import sort_key
from stdlib.enterprise.collections.row_order import GAP, number, place_of, put_in
from stdlib.enterprise.collections.sameness import index_of, same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from stdlib.enterprise.collections.collection_indexes import CollectionIndexes
    from stdlib.enterprise.collections.column_collection import ColumnCollection
    from stdlib.enterprise.collections.row import Row
    from stdlib.enterprise.collections.structure import Structure
    from stdlib.enterprise.collections.value_table_column import ValueTableColumn
    from stdlib.enterprise.collections.value_table_row import ValueTableRow
    from stdlib.enterprise.collections.value_tree_column import ValueTreeColumn
    from stdlib.enterprise.collections.value_tree_row import ValueTreeRow

_DESCENDING = frozenset({"убыв", "desc"})
_ASCENDING = frozenset({"возр", "asc"})


class RowCollection(OnecObject):
    """Rows of the same columns. `_watch` is told of every change when the collection has indexes."""

    __slots__ = ("_columns", "_rows", "_watch")
    _columns: ColumnCollection
    _rows: list[Row]
    _watch: CollectionIndexes | None

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __getitem__(self, key: Any) -> Row:
        return self._rows[self._place(position(key))]

    def _place(self, row: Row | int) -> int:
        """The index of a row given by itself or by its index."""
        if isinstance(row, int):
            if not 0 <= row < len(self._rows):
                raise out_of_range(self._rows, row)
            return row
        index = place_of(self._rows, row)
        if index < 0:
            raise OnecError("Строка не принадлежит коллекции")
        return index

    @method("Добавить(): СтрокаТаблицыЗначений, СтрокаДереваЗначений", "Add()")
    def add(self) -> Row:
        """Добавляет строку в конец и возвращает её."""
        row = self._columns.new_row(self)
        rows = self._rows
        row._order = rows[-1]._order + GAP if rows else 0
        rows.append(row)
        if self._watch is not None:
            self._watch.added(row)
        return row

    @method("Вставить(Индекс): СтрокаТаблицыЗначений, СтрокаДереваЗначений", "Insert(Index)")
    def insert(self, index: int) -> Row:
        """Вставляет строку перед той, у которой этот индекс, и возвращает её."""
        if not 0 <= index <= len(self._rows):
            raise out_of_range(self._rows, index)
        row = self._columns.new_row(self)
        put_in(self._rows, index, row)
        if self._watch is not None:
            self._watch.added(row)
        return row

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество строк."""
        return len(self._rows)

    @method("Получить(Индекс): СтрокаТаблицыЗначений, СтрокаДереваЗначений", "Get(Index)")
    def get(self, index: int) -> Row:
        """Строка с этим индексом."""
        return self._rows[self._place(index)]

    @method("Индекс(Строка): Число", "IndexOf(Row)")
    def index_of(self, row: ValueTableRow | ValueTreeRow) -> int:
        """Индекс строки; -1, если она не отсюда."""
        return place_of(self._rows, row)

    @method("Удалить(Строка)", "Delete(Row)")
    def delete(self, row: ValueTableRow | ValueTreeRow | int) -> None:
        """Удаляет строку, заданную ею самой или индексом."""
        gone = self._rows.pop(self._place(row))
        if self._watch is not None:
            self._watch.removed(gone)

    @method("Сдвинуть(Строка, Смещение)", "Move(Row, Offset)")
    def move(self, row: ValueTableRow | ValueTreeRow | int, offset: int) -> None:
        """Сдвигает строку вниз (отрицательное смещение – вверх)."""
        index = self._place(row)
        if not 0 <= index + offset < len(self._rows):
            raise BadArgument(2)
        moved = self._rows[index]
        if self._watch is not None:
            self._watch.removed(moved)
        del self._rows[index]
        put_in(self._rows, index + offset, moved)
        if self._watch is not None:
            self._watch.added(moved)

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все строки."""
        self._rows.clear()
        self._changed()

    @method("ЗаполнитьЗначения(Значение, [Колонки])", "FillValues(Value, [Columns])")
    def fill_values(self, value: Any, columns: str = "") -> None:
        """Ставит значение во все строки колонок (через запятую; без них – всех)."""
        for index in self._columns.listed(columns):
            self._load(index, (value for _ in self._rows))

    @method("ВыгрузитьКолонку(Колонка): Массив", "UnloadColumn(Column)")
    def unload_column(self, column: ValueTableColumn | ValueTreeColumn | str | int) -> Array:
        """Массив значений колонки."""
        return Array.of(map(self._columns.reader(self._columns.place(column)), self._rows))

    @method("ЗагрузитьКолонку(Массив, Колонка)", "LoadColumn(Array, Column)")
    def load_column(self, values: Array, column: ValueTableColumn | ValueTreeColumn | str | int) -> None:
        """Переносит значения массива в колонку; если массив короче, остальные строки не меняются."""
        self._load(self._columns.place(column), values)

    def _load(self, column: int, values: Iterable[Any]) -> None:
        name = "." + self._columns.key(column)
        for row, value in zip(self._rows, values, strict=False):
            setattr(row, name, value)

    def _changed(self) -> None:
        """Rows have gone or changed places all at once."""
        if self._watch is not None:
            self._watch.reset()

    def _filtered(self, rows: list[Row], wanted: Structure) -> list[Row]:
        """Those of the rows that hold the values of a structure in the columns that its keys name."""
        for key, name in wanted._names.items():
            value = wanted._read(key)
            read = self._columns.reader(self._columns.place(name))
            rows = [row for row in rows if read(row) == value]
            if value.__class__ is not str:
                # Python takes Истина for 1.
                rows = [row for row in rows if same(read(row), value)]
        return rows

    def _first(self, rows: list[Row], value: Any, columns: list[int]) -> Row | None:
        """The first of the rows that holds the value in one of the columns."""
        found = None
        for column in columns:
            index = index_of(rows if found is None else rows[:found], value, self._columns.reader(column))
            found = index if index is not None else found
        return None if found is None else rows[found]

    def _sort(self, line: str) -> None:
        # Sorting is stable: the least important column goes first.
        for name, reverse in reversed(_directions(line)):
            read = self._columns.reader(self._columns.place(name))
            self._rows.sort(key=lambda row, read=read: sort_key(read(row)), reverse=reverse)  # type: ignore[misc]
        number(self._rows)
        self._changed()

    def _total(self, rows: Iterable[Row], column: int) -> Any:
        kind = self._columns.get(column).value_type()
        if kind.limits() and not kind.contains_type(NUMBER):
            return None
        return sum_of(map(self._columns.reader(column), rows))


def _directions(line: str) -> list[tuple[str, bool]]:
    """The columns to sort by, and whether each descends."""
    found = []
    for piece in line.split(","):
        name, _, direction = piece.strip().replace("\t", " ").partition(" ")
        word = fold(direction.strip())
        if word and word not in _DESCENDING and word not in _ASCENDING:
            raise BadArgument(1, hint=f"Порядок – Возр или Убыв, а не «{direction.strip()}»")
        found.append((name, word in _DESCENDING))
    return found


def sum_of(values: Iterable[Any]) -> Any:
    """The sum of those values that are numbers."""
    total: Any = 0
    for value in values:
        if value.__class__ is int:
            total = total + value if total.__class__ is int else add(total, value)
        elif is_number(value):
            total = add(total, value)
    return total
