"""ИндексКоллекции."""

from __future__ import annotations

from runtime.enterprise.access import key_of
from runtime.enterprise.declare import OnecObject, onec_type
from stdlib.enterprise.collections.row_order import left_of, place_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from stdlib.enterprise.collections.column import Column
    from stdlib.enterprise.collections.column_collection import ColumnCollection
    from stdlib.enterprise.collections.row import Row


@onec_type("ИндексКоллекции", "CollectionIndex", presentation="Индекс коллекции")
class CollectionIndex(OnecObject):
    """Колонки, по которым Найти и НайтиСтроки не перебирают таблицу. Индексом ведает она сама."""

    __slots__ = ("_buckets", "_readers", "columns")

    def __init__(self, columns: list[Column]) -> None:
        self.columns = columns
        self._readers: list[Callable[[Any], Any]] = []
        self._buckets: dict[Any, list[Row]] = {}

    def restart(self, collection: ColumnCollection) -> None:
        """Forget all rows; when one of its columns is gone, the index serves no more."""
        self._buckets = {}
        places = [collection.place_of(column) for column in self.columns]
        self._readers = [] if -1 in places else [collection.reader(place) for place in places]

    def serves(self) -> bool:
        return bool(self._readers)

    def key_of_row(self, row: Row) -> Any:
        """What the row is filed under."""
        if len(self._readers) == 1:
            return key_of(self._readers[0](row))
        return tuple(key_of(read(row)) for read in self._readers)

    def file(self, key: Any, row: Row) -> None:
        """Rows of one key stay in the order of the table."""
        bucket = self._buckets.setdefault(key, [])
        if not bucket or bucket[-1]._order < row._order:
            bucket.append(row)
        else:
            bucket.insert(left_of(bucket, row._order), row)

    def remove(self, key: Any, row: Row) -> None:
        bucket = self._buckets[key]
        del bucket[place_of(bucket, row)]
        if not bucket:
            del self._buckets[key]

    def rows_with(self, values: Sequence[Any]) -> list[Row]:
        """The rows that hold these values, one for each column of the index; not to be changed."""
        key = key_of(values[0]) if len(values) == 1 else tuple(map(key_of, values))
        return self._buckets.get(key, [])
