"""Looking for values: 1, Истина and "1" are three different ones, 1 and 1.0 are one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


def same(a: Any, b: Any) -> bool:
    return bool(a == b) and (a.__class__ is bool) is (b.__class__ is bool)


def index_of(values: Sequence[Any], wanted: Any, read: Callable[[Any], Any] | None = None) -> int | None:
    """The first place where the value (or what `read` gives of it) is the wanted one."""
    # Not at module level: few scripts that link collections look for values.
    from operator import indexOf

    try:
        found = indexOf(map(read, values) if read else values, wanted)
    except ValueError:
        return None
    first = read(values[found]) if read else values[found]
    if same(first, wanted):
        return found
    # Python found Истина where 1 was wanted, or the reverse.
    for index in range(found + 1, len(values)):
        if same(read(values[index]) if read else values[index], wanted):
            return index
    return None
