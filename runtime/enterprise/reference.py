"""A variable handed to a library function that gives a value back by one of its parameters."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Reference:
    """`value` is the variable's; what the function leaves there, the call stores back."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value
