"""The places of rows in their list, found without walking it.

Every row has a number, its order, and the orders of a list ascend. Between two neighbours there is room for a row that
is inserted; when the room is used up, the whole list is numbered anew, which does not change who comes first.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdlib.enterprise.collections.row import Row

GAP = 1 << 24


def left_of(rows: Sequence[Row], order: int) -> int:
    """How many rows have a lower order."""
    # bisect would have to be loaded, and called back for the order of each row.
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if rows[middle]._order < order:
            low = middle + 1
        else:
            high = middle
    return low


def place_of(rows: Sequence[Row], row: Row) -> int:
    """The index of the row; -1 if it is not there."""
    index = left_of(rows, row._order)
    return index if index < len(rows) and rows[index] is row else -1


def put_in(rows: list[Row], index: int, row: Row) -> None:
    """Insert a row and give it an order that fits."""
    rows.insert(index, row)
    if index == len(rows) - 1:
        row._order = rows[index - 1]._order + GAP if index else 0
    elif index == 0:
        row._order = rows[1]._order - GAP
    else:
        before, after = rows[index - 1]._order, rows[index + 1]._order
        row._order = (before + after) // 2
        if row._order == before:
            number(rows)


def number(rows: list[Row]) -> None:
    """Give all rows orders by their places."""
    for order, row in enumerate(rows):
        row._order = order * GAP
