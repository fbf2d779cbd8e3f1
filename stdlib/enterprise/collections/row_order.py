"""The places of rows in their list, found without walking it.

Every row has a number, its order, and the orders of a list ascend. Between two neighbours there is room for a row that
is inserted; when the room is used up, the whole list is numbered anew, which does not change who comes first.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdlib.enterprise.collections.row import Row

GAP = 1 << 24
order_of = attrgetter("_order")


def place_of(rows: Sequence[Row], row: Row) -> int:
    """The index of the row; -1 if it is not there."""
    from bisect import bisect_left

    index = bisect_left(rows, row._order, key=order_of)
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
