"""What the rows of tables and of trees have in common."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import method
from runtime.errors import NoSuchMember
from runtime.names import fold
from stdlib.enterprise.collections.shapes import Shaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.collections.row_collection import RowCollection


class Row(Shaped):
    """A row knows the collection it was made in, and by its order its place there."""

    __slots__ = ("_home", "_order")
    _home: RowCollection
    _order: int

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values())

    def _key(self, key: Any) -> str:
        if key.__class__ is str:
            folded = fold(key)
            if folded in self._names:
                return folded
            raise NoSuchMember("property", key, known=self._names.values())
        index = position(key)
        if not 0 <= index < len(self._names):
            raise out_of_range(self._names, index)
        return list(self._names)[index]

    def __getitem__(self, key: Any) -> Any:
        return self._read(self._key(key))

    def __setitem__(self, key: Any, value: Any) -> None:
        self._write(self._key(key), value)

    def _touched(self) -> None:
        watch = self._home._watch
        if watch is not None:
            watch.touched(self)

    @method("Получить(Индекс): Произвольный", "Get(Index)")
    def get(self, index: int) -> Any:
        """Значение в колонке с этим индексом."""
        return self[index]

    @method("Установить(Индекс, Значение)", "Set(Index, Value)")
    def set(self, index: int, value: Any) -> None:
        """Заменяет значение в колонке с этим индексом."""
        self[index] = value
