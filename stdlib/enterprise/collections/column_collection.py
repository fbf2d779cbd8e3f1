"""What the columns of a table and of a tree have in common as collections."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import OnecObject, method
from runtime.errors import BadArgument, NoSuchMember, OnecError
from runtime.names import fold
from runtime.objects import missing
from stdlib.enterprise.collections.column import Column
from stdlib.enterprise.collections.shapes import Shaped, is_wide, reader, shape_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any, ClassVar

    from stdlib.enterprise.collections.row import Row
    from stdlib.enterprise.collections.row_collection import RowCollection
    from stdlib.enterprise.collections.value_table_column import ValueTableColumn
    from stdlib.enterprise.collections.value_tree_column import ValueTreeColumn
    from stdlib.enterprise.values.type_description import TypeDescription


class ColumnCollection(OnecObject):
    """Columns, and what rows are made of. Its declared heirs say of which classes columns and rows are.

    `rows` gives all rows whenever the columns change.
    """

    __slots__ = ("_columns", "_fresh", "_guards", "_initial", "_names", "_places", "_rows", "shape")
    _column_class: ClassVar[type[Column]]
    _row_class: ClassVar[type[Shaped]]
    _reserved: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, rows: Callable[[], Iterable[Row]]) -> None:
        self._columns: list[Column] = []
        self._rows = rows
        self._shape_up()

    def __len__(self) -> int:
        return len(self._columns)

    def __iter__(self) -> Iterator[Column]:
        return iter(self._columns)

    def __getitem__(self, key: Any) -> Column:
        if key.__class__ is str:
            found = self.find(key)
            if found is None:
                raise NoSuchMember("property", key, known=self._names)
            return found
        return self.get(position(key))

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "." and (place := self._places.get(name[1:])) is not None:
            return self._columns[place]
        raise missing(self, name)

    def __onec_names__(self) -> list[str]:
        return list(self._names)

    def names(self) -> Sequence[str]:
        return self._names

    def key(self, index: int) -> str:
        """The folded name of a column."""
        return self._columns[index].key

    def place_of(self, column: Column) -> int:
        """The index of a column; -1 if it is not here."""
        place = self._places.get(column.key, -1)
        return place if place >= 0 and self._columns[place] is column else -1

    def place(self, column: Column | str | int) -> int:
        """The index of a column given by itself, by its name or by its index."""
        if isinstance(column, int):
            if not 0 <= column < len(self._columns):
                raise out_of_range(self._columns, column)
            return column
        if isinstance(column, Column):
            found = self.place_of(column)
            if found >= 0:
                return found
            name = column.name()
        else:
            name = column.strip()
            known = self._places.get(fold(name))
            if known is not None:
                return known
        raise OnecError(f"Колонка не найдена ({name})", hint=NoSuchMember("property", name, known=self._names).hint)

    def listed(self, names: str) -> list[int]:
        """Indexes of the columns that a line names; all of them when it names none."""
        wanted = [name for name in names.split(",") if name.strip()]
        return [self.place(name) for name in wanted] if wanted else list(range(len(self._columns)))

    def reader(self, index: int) -> Callable[[Any], Any]:
        """Reads one column of a row."""
        return reader(self.shape, index, self._columns[index].key)

    def new_row(self, home: RowCollection) -> Row:
        """A row with empty values for a collection of rows."""
        row: Row = self.shape()  # type: ignore[assignment]
        row._home = home
        if self._fresh is None:
            row._take(self.shape, self._names, self._initial, self._guards)
        else:
            for put, value in self._fresh:
                put(row, value)
        return row

    def dress(self, row: Shaped, values: Sequence[Any]) -> None:
        """Give a row these columns with these values, which are of the right types."""
        row._take(self.shape, self._names, values, self._guards)

    def arrange(self, columns: list[Column]) -> None:
        """Make these the columns; rows keep what the columns that stay hold."""
        before = {id(column): index for index, column in enumerate(self._columns)}
        sources = [before.get(id(column)) for column in columns]
        self._columns = columns
        self._shape_up()
        for row in self._rows():
            old = row._values()
            values = [new if at is None else old[at] for at, new in zip(sources, self._initial, strict=True)]
            self.dress(row, values)

    def _shape_up(self) -> None:
        columns = self._columns
        self._names = tuple(column.name() for column in columns)
        self._places = {column.key: index for index, column in enumerate(columns)}
        self._initial = [column.initial() for column in columns]
        guards = tuple(column.guard() for column in columns)
        self._guards = guards if any(guards) else ()
        self.shape = shape_of(self._row_class, self._names, self._guards)
        if is_wide(self.shape):
            self._fresh = None
        else:
            slots = self._row_class._slots
            self._fresh = [(slot.__set__, value) for slot, value in zip(slots, self._initial, strict=False)]

    def rename(self, column: Column, name: str) -> None:
        name = name.strip()
        if fold(name) != column.key:
            self._check(name)
        column.renamed(name)
        self.arrange(list(self._columns))

    def _check(self, name: str) -> None:
        if not name.isidentifier() or fold(name) in self._reserved:
            raise OnecError(f"Недопустимое имя колонки ({name})")
        if fold(name) in self._places:
            raise OnecError(f"Колонка с таким именем уже есть ({name})")

    @method(
        "Добавить([Имя], [Тип], [Заголовок], [Ширина]): КолонкаТаблицыЗначений, КолонкаДереваЗначений",
        "Add([Name], [Type], [Title], [Width])",
    )
    def add(self, name: str = "", kind: TypeDescription | None = None, title: str = "", width: int = 0) -> Column:
        """Добавляет колонку и возвращает её; тип задаётся объектом ОписаниеТипов."""
        return self._put(len(self._columns), name, kind, title, width)

    @method(
        "Вставить(Индекс, [Имя], [Тип], [Заголовок], [Ширина]): КолонкаТаблицыЗначений, КолонкаДереваЗначений",
        "Insert(Index, [Name], [Type], [Title], [Width])",
    )
    def insert(
        self, index: int, name: str = "", kind: TypeDescription | None = None, title: str = "", width: int = 0
    ) -> Column:
        """Вставляет колонку перед той, у которой этот индекс, и возвращает её."""
        if not 0 <= index <= len(self._columns):
            raise out_of_range(self._columns, index)
        return self._put(index, name, kind, title, width)

    def _put(self, index: int, name: str, kind: TypeDescription | None, title: str, width: int) -> Column:
        name = name.strip() or self._free_name()
        self._check(name)
        column = self._column_class(self, name, title, kind, width)
        self.arrange([*self._columns[:index], column, *self._columns[index:]])
        return column

    def _free_name(self) -> str:
        number = len(self._columns) + 1
        while fold(f"Колонка{number}") in self._places:
            number += 1
        return f"Колонка{number}"

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество колонок."""
        return len(self._columns)

    @method("Получить(Индекс): КолонкаТаблицыЗначений, КолонкаДереваЗначений", "Get(Index)")
    def get(self, index: int) -> Column:
        """Колонка с этим индексом."""
        return self._columns[self.place(index)]

    @method("Найти(ИмяКолонки): КолонкаТаблицыЗначений, КолонкаДереваЗначений, Неопределено", "Find(ColumnName)")
    def find(self, name: str) -> Column | None:
        """Колонка с этим именем; Неопределено, если такой нет."""
        place = self._places.get(fold(name.strip()))
        return None if place is None else self._columns[place]

    @method("Индекс(Колонка): Число", "IndexOf(Column)")
    def index_of(self, column: ValueTableColumn | ValueTreeColumn) -> int:
        """Индекс колонки; -1, если она не отсюда."""
        return self.place_of(column)

    @method("Удалить(Колонка)", "Delete(Column)")
    def delete(self, column: ValueTableColumn | ValueTreeColumn | str | int) -> None:
        """Удаляет колонку, заданную ею самой, именем или индексом."""
        index = self.place(column)
        self.arrange([*self._columns[:index], *self._columns[index + 1 :]])

    @method("Сдвинуть(Колонка, Смещение)", "Move(Column, Offset)")
    def move(self, column: ValueTableColumn | ValueTreeColumn | str | int, offset: int) -> None:
        """Сдвигает колонку вправо (отрицательное смещение – влево)."""
        index = self.place(column)
        if not 0 <= index + offset < len(self._columns):
            raise BadArgument(2)
        columns = list(self._columns)
        columns.insert(index + offset, columns.pop(index))
        self.arrange(columns)

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все колонки."""
        self.arrange([])
