"""The value Null: the absence of a value in data; equal to nothing but itself."""

from __future__ import annotations


class Null:
    """The class of NULL, its only instance."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Null"


NULL = Null()
