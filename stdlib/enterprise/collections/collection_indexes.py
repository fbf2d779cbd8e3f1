"""ИндексыКоллекции."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import OnecObject, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.collection_index import CollectionIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from stdlib.enterprise.collections.row import Row
    from stdlib.enterprise.collections.row_collection import RowCollection


@onec_type("ИндексыКоллекции", "CollectionIndexes", presentation="Индексы коллекции")
class CollectionIndexes(OnecObject):
    """Индексы таблицы значений: с ними Найти и НайтиСтроки по этим колонкам не перебирают все строки.

    Индекс из нескольких колонок служит поиску, который называет их все.
    """

    # Rows are filed when somebody looks for one; until then it is enough to know which have changed.
    __slots__ = ("_filed", "_indexes", "_pending", "_stale", "_table")

    def __init__(self, table: RowCollection) -> None:
        self._table = table
        self._indexes: list[CollectionIndex] = []
        self._filed: dict[Row, tuple[Any, ...]] = {}
        """What each row of the table is filed under in each index; () when it is not yet."""
        self._pending: dict[Row, None] = {}
        self._stale = True

    def __len__(self) -> int:
        return len(self._indexes)

    def __iter__(self) -> Iterator[CollectionIndex]:
        return iter(self._indexes)

    def __getitem__(self, key: Any) -> CollectionIndex:
        index = position(key)
        if not 0 <= index < len(self._indexes):
            raise out_of_range(self._indexes, index)
        return self._indexes[index]

    @method("Добавить(Колонки): ИндексКоллекции", "Add(Columns)")
    def add(self, columns: str) -> CollectionIndex:
        """Добавляет индекс по колонкам, перечисленным через запятую."""
        if not columns.strip(", "):
            raise BadArgument(1)
        own = self._table._columns
        index = CollectionIndex([own.get(place) for place in dict.fromkeys(own.listed(columns))])
        self._keep([*self._indexes, index])
        return index

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество индексов."""
        return len(self._indexes)

    @method("Удалить(Индекс)", "Delete(Index)")
    def delete(self, index: CollectionIndex | int) -> None:
        """Удаляет индекс, заданный им самим или его номером."""
        found = self[index] if isinstance(index, int) else index
        if not any(own is found for own in self._indexes):
            raise OnecError("Индекс не принадлежит коллекции")
        self._keep([own for own in self._indexes if own is not found])

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все индексы."""
        self._keep([])

    def _keep(self, indexes: list[CollectionIndex]) -> None:
        """Make these the indexes; the cells of their columns begin to tell of changes."""
        columns = self._table._columns
        self._indexes = indexes
        watched = {column for index in indexes for column in index.columns}
        for column in columns:
            column.watched = column in watched
        self._table._watch = self if indexes else None
        columns.arrange(list(columns))
        self.reset()

    def reset(self) -> None:
        """Everything may have changed."""
        self._filed, self._pending = {}, {}
        self._stale = True

    def added(self, row: Row) -> None:
        if not self._stale:
            self._filed[row] = ()
            self._pending[row] = None

    def touched(self, row: Row) -> None:
        """A cell of an indexed column has been assigned; rows that left the table do not matter."""
        if row in self._filed:
            self._pending[row] = None

    def removed(self, row: Row) -> None:
        keys = self._filed.pop(row, ())
        self._pending.pop(row, None)
        for index, key in zip(self._indexes, keys, strict=False):
            if index.serves():
                index.remove(key, row)

    def best(self, places: Collection[int]) -> CollectionIndex | None:
        """The index to look in when the values of these columns are known, brought up to date."""
        columns = self._table._columns
        chosen: CollectionIndex | None = None
        for index in self._indexes:
            fits = all(columns.place_of(column) in places for column in index.columns)
            if fits and (chosen is None or len(index.columns) > len(chosen.columns)):
                chosen = index
        if chosen is not None:
            self._settle()
        return chosen

    def _settle(self) -> None:
        if self._stale:
            for index in self._indexes:
                index.restart(self._table._columns)
            self._filed = dict.fromkeys(self._table, ())
            self._pending = dict.fromkeys(self._table)
            self._stale = False
        for row in self._pending:
            before = self._filed[row]
            now = tuple(index.key_of_row(row) if index.serves() else None for index in self._indexes)
            self._filed[row] = now
            for place, index in enumerate(self._indexes):
                if index.serves() and not (before and before[place] == now[place]):
                    if before:
                        index.remove(before[place], row)
                    index.file(now[place], row)
        self._pending = {}
