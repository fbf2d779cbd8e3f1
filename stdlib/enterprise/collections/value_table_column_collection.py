"""КоллекцияКолонокТаблицыЗначений."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.declare import OnecObject, method, onec_type
from runtime.errors import BadArgument, NoSuchMember, OnecError
from runtime.names import fold
from runtime.objects import missing
from stdlib.enterprise.collections.shapes import Shaped, reader, shape_of
from stdlib.enterprise.collections.value_table_column import ValueTableColumn
from stdlib.enterprise.collections.value_table_row import ValueTableRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from stdlib.enterprise.values.type_description import TypeDescription


@onec_type(
    "КоллекцияКолонокТаблицыЗначений", "ValueTableColumnCollection", presentation="Коллекция колонок таблицы значений"
)
class ValueTableColumnCollection(OnecObject):
    """Колонки таблицы значений: Таблица.Колонки.Добавить("Имя"), Таблица.Колонки.Имя, Таблица.Колонки[0]."""

    __slots__ = ("_columns", "_rows", "shape")

    def __init__(self, rows: list[ValueTableRow]) -> None:
        self._columns: list[ValueTableColumn] = []
        self._rows = rows
        self.shape: type[Shaped] = shape_of(ValueTableRow, ())

    def __len__(self) -> int:
        return len(self._columns)

    def __iter__(self) -> Iterator[ValueTableColumn]:
        return iter(self._columns)

    def __getitem__(self, key: Any) -> ValueTableColumn:
        if key.__class__ is str:
            found = self.find(key)
            if found is None:
                raise NoSuchMember("property", key, known=self.names())
            return found
        return self.get(position(key))

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "." and (found := self.find(name[1:])) is not None:
            return found
        raise missing(self, name)

    def __onec_names__(self) -> list[str]:
        return self.names()

    def names(self) -> list[str]:
        return [column.name() for column in self._columns]

    def place(self, column: ValueTableColumn | str | int) -> int:
        """The index of a column given by itself, by its name or by its index."""
        if isinstance(column, int):
            if not 0 <= column < len(self._columns):
                raise out_of_range(self._columns, column)
            return column
        found = self.find(column) if isinstance(column, str) else column
        for index, own in enumerate(self._columns):
            if own is found:
                return index
        name = column if isinstance(column, str) else column.name()
        raise OnecError(f"Колонка не найдена ({name})", hint=NoSuchMember("property", name, known=self.names()).hint)

    def listed(self, names: str) -> list[int]:
        """Indexes of the columns that a line names; all of them when it names none."""
        wanted = [name.strip() for name in names.split(",") if name.strip()]
        return [self.place(name) for name in wanted] if wanted else list(range(len(self._columns)))

    def reader(self, index: int) -> Callable[[Any], Any]:
        """Reads one column of a row."""
        return reader(self.shape, index, fold(self._columns[index].name()))

    def initial(self) -> list[object]:
        """What a new row holds."""
        return [column.initial() for column in self._columns]

    def arrange(self, columns: list[ValueTableColumn]) -> None:
        """Make these the columns; rows keep what the columns that stay hold."""
        before = {id(column): index for index, column in enumerate(self._columns)}
        sources = [before.get(id(column)) for column in columns]
        fresh = [column.initial() for column in columns]
        self._columns[:] = columns
        names = self.names()
        self.shape = shape_of(ValueTableRow, tuple(names))
        for row in self._rows:
            old = row._values()
            row._reshape(names, [new if at is None else old[at] for at, new in zip(sources, fresh, strict=True)])

    def rename(self, column: ValueTableColumn, name: str) -> None:
        if fold(name) != fold(column.name()):
            self._check(name)
        column.renamed(name)
        self.arrange(list(self._columns))

    def _check(self, name: str) -> None:
        if not name.isidentifier():
            raise OnecError(f"Недопустимое имя колонки ({name})")
        if self.find(name) is not None:
            raise OnecError(f"Колонка с таким именем уже есть ({name})")

    @method(
        "Добавить([Имя], [Тип], [Заголовок], [Ширина]): КолонкаТаблицыЗначений", "Add([Name], [Type], [Title], [Width])"
    )
    def add(
        self, name: str = "", kind: TypeDescription | None = None, title: str = "", width: int = 0
    ) -> ValueTableColumn:
        """Добавляет колонку; тип задаётся объектом ОписаниеТипов."""
        return self._put(len(self._columns), name, kind, title, width)

    @method(
        "Вставить(Индекс, [Имя], [Тип], [Заголовок], [Ширина]): КолонкаТаблицыЗначений",
        "Insert(Index, [Name], [Type], [Title], [Width])",
    )
    def insert(
        self, index: int, name: str = "", kind: TypeDescription | None = None, title: str = "", width: int = 0
    ) -> ValueTableColumn:
        """Вставляет колонку перед той, у которой этот индекс."""
        if not 0 <= index <= len(self._columns):
            raise out_of_range(self._columns, index)
        return self._put(index, name, kind, title, width)

    def _put(self, index: int, name: str, kind: TypeDescription | None, title: str, width: int) -> ValueTableColumn:
        name = name.strip() or self._free_name()
        self._check(name)
        column = ValueTableColumn(self, name, title, kind, width)
        self.arrange([*self._columns[:index], column, *self._columns[index:]])
        return column

    def _free_name(self) -> str:
        number = len(self._columns) + 1
        while self.find(f"Колонка{number}") is not None:
            number += 1
        return f"Колонка{number}"

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество колонок."""
        return len(self._columns)

    @method("Получить(Индекс): КолонкаТаблицыЗначений", "Get(Index)")
    def get(self, index: int) -> ValueTableColumn:
        """Колонка с этим индексом."""
        return self._columns[self.place(index)]

    @method("Найти(ИмяКолонки): КолонкаТаблицыЗначений, Неопределено", "Find(ColumnName)")
    def find(self, name: str) -> ValueTableColumn | None:
        """Колонка с этим именем; Неопределено, если такой нет."""
        folded = fold(name.strip())
        return next((column for column in self._columns if fold(column.name()) == folded), None)

    @method("Индекс(Колонка): Число", "IndexOf(Column)")
    def index_of(self, column: ValueTableColumn) -> int:
        """Индекс колонки; -1, если она не из этой таблицы."""
        return next((index for index, own in enumerate(self._columns) if own is column), -1)

    @method("Удалить(Колонка)", "Delete(Column)")
    def delete(self, column: ValueTableColumn | str | int) -> None:
        """Удаляет колонку, заданную ею самой, именем или индексом."""
        index = self.place(column)
        self.arrange([*self._columns[:index], *self._columns[index + 1 :]])

    @method("Сдвинуть(Колонка, Смещение)", "Move(Column, Offset)")
    def move(self, column: ValueTableColumn | str | int, offset: int) -> None:
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
