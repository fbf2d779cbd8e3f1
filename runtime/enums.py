"""Enumerations of the library: the class is what scripts name, its values are its only instances."""

from __future__ import annotations

from runtime.objects import OnecObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class EnumValue(OnecObject):
    """A value of a declared enumeration; compares by identity. `index` counts from 0 in the order of declaration."""

    __slots__ = ("en", "index", "ru")

    def __init__(self, ru: str, en: str, index: int) -> None:
        self.ru, self.en, self.index = ru, en, index

    def __repr__(self) -> str:
        return f"{type(self).__onec__.ru}.{self.ru}"

    @classmethod
    def settle(cls) -> list[Any]:
        """Turn the class's `item`s into values, in order."""
        values: list[Any] = []
        for name, attribute in list(vars(cls).items()):
            if isinstance(attribute, _Item):
                value = cls(attribute.ru, attribute.en, len(values))
                setattr(cls, name, value)
                values.append(value)
        return values


class _Item:
    __slots__ = ("en", "ru")

    def __init__(self, ru: str, en: str) -> None:
        self.ru, self.en = ru, en


def item(ru: str, en: str) -> Any:
    """A value of the enumeration in whose class body this stands."""
    return _Item(ru, en)
