"""Value tables and trees in lists.

Columns: `{count,{id,"Имя",description,"Заголовок",width},…}`. A table: `{9,columns,{2,count,place,id,…,{1,count,rows},
last column,last row},{0,0}}`, its row `{2,id,count,values…,0}`. How a tree is written is ours: `{1,columns,rows}`, its
row `{values…,rows}`.
"""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.collections.value_tree import ValueTree
from stdlib.enterprise.collections.value_tree_row import ValueTreeRow
from stdlib.enterprise.serialization.braces import Child, Malformed, Quoted, quoted
from stdlib.enterprise.serialization.decoded import counted, value_in, whole_number
from stdlib.enterprise.serialization.descriptions import description_form, read_description

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.collections.column import Column
    from stdlib.enterprise.collections.column_collection import ColumnCollection
    from stdlib.enterprise.collections.value_tree_row_collection import ValueTreeRowCollection
    from stdlib.enterprise.serialization.braces import Form
    from stdlib.enterprise.values.type_description import TypeDescription

    ColumnParts = tuple[str, TypeDescription | None, str, int]
    """Name, types, title, width."""


def table_form(table: ValueTable) -> Form:
    columns, rows = table.columns(), list(table)
    count = str(len(columns))
    places = [number for place in range(len(columns)) for number in (str(place), str(place))]
    written = [["2", str(index), count, *map(Child, row), "0"] for index, row in enumerate(rows)]
    last = [str(max(0, len(columns) - 1)), str(max(0, len(rows) - 1))]
    return [
        "9",
        _columns_form(columns),
        ["2", count, *places, ["1", str(len(rows)), *written], *last],
        ["0", "0"],
    ]


def _columns_form(columns: Any) -> Form:
    forms = [
        [str(index), quoted(c.name()), description_form(c.value_type()), quoted(_own_title(c)), str(max(0, c.width()))]
        for index, c in enumerate(columns)
    ]
    return [str(len(forms)), *forms]


def _own_title(column: Any) -> str:
    title: str = column.title()
    return "" if title == column.name() else title


def read_table(payload: Any) -> ValueTable:
    """Raises Malformed."""
    if not isinstance(payload, list) or len(payload) < 3 or not isinstance(payload[2], list):
        raise Malformed
    made = ValueTable()
    names = _read_columns(made.columns(), payload[1])
    # The list of rows is the only list among numbers.
    rows = next((element for element in payload[2] if isinstance(element, list)), None)
    for row in counted(rows, 1):
        if not isinstance(row, list) or len(row) != len(names) + 4:
            raise Malformed
        _fill(made.add(), names, row[3:-1])
    return made


def add_columns(columns: ColumnCollection, parts: list[ColumnParts]) -> list[str]:
    """Give an empty collection its columns, all at once; their names. OnecError when the names will not do."""
    made: dict[str, Column] = {}
    for name, kind, title, width in parts:
        column = columns._column_class(columns, name, title, kind, width)
        usable = name.isidentifier() and column.key not in columns._reserved
        if not usable or made.setdefault(column.key, column) is not column:
            raise OnecError(f"Недопустимое имя колонки ({name})")
    columns.arrange(list(made.values()))
    return list(columns.names())


def _read_columns(columns: ColumnCollection, payload: Any) -> list[str]:
    parts: list[ColumnParts] = []
    for element in counted(payload):
        if not isinstance(element, list) or len(element) != 5:
            raise Malformed
        _, name, kind, title, width = element
        if not (isinstance(name, Quoted) and isinstance(title, Quoted)):
            raise Malformed
        parts.append((name.text, read_description(kind), title.text, whole_number(width)))
    return add_columns(columns, parts)


def _fill(row: Any, names: list[str], values: list[Any]) -> None:
    for name, value in zip(names, values, strict=True):
        row[name] = value_in(value)


def tree_form(tree: ValueTree) -> Form:
    return ["1", _columns_form(tree.columns()), Child(tree.rows())]


def rows_form(rows: ValueTreeRowCollection) -> Form:
    """The rows of one level of a tree."""
    forms: list[Form] = []
    for row in rows:
        assert isinstance(row, ValueTreeRow)
        forms.append([*map(Child, row), Child(row.rows())])
    return [str(len(forms)), *forms]


def read_tree(payload: Any) -> ValueTree:
    """Raises Malformed."""
    if not isinstance(payload, list) or len(payload) != 3:
        raise Malformed
    made = ValueTree()
    names = _read_columns(made.columns(), payload[1])
    levels = [(made.rows(), payload[2])]
    while levels:
        rows, written = levels.pop()
        for element in counted(written):
            if not isinstance(element, list) or len(element) != len(names) + 1:
                raise Malformed
            row = rows.add()
            assert isinstance(row, ValueTreeRow)
            _fill(row, names, element[:-1])
            levels.append((row.rows(), element[-1]))
    return made
