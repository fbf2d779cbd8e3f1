"""What a list of the text has become when it was that of a value, and the numbers of lists that are not."""

from __future__ import annotations

from stdlib.enterprise.serialization.braces import Malformed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# No count, length or width has more digits.
_DIGITS = 9


class Decoded:
    """A value that has been read."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


def value_in(element: Any) -> Any:
    """The value that must stand here; Malformed when something else does."""
    if not isinstance(element, Decoded):
        raise Malformed
    return element.value


def whole_number(element: Any) -> int:
    """A count; Malformed when it is none."""
    if isinstance(element, str) and len(element) <= _DIGITS and element.isascii() and element.isdigit():
        return int(element)
    raise Malformed


def counted(payload: Any, place: int = 0) -> list[Any]:
    """The elements whose count stands before them; Malformed when there are more or fewer."""
    if not isinstance(payload, list) or len(payload) <= place:
        raise Malformed
    elements = payload[place + 1 :]
    if whole_number(payload[place]) != len(elements):
        raise Malformed
    return elements
