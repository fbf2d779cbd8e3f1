"""Enumerations of the library: the class is what scripts name, its values are its only instances."""

from __future__ import annotations

from runtime.errors import OnecError
from runtime.objects import OnecObject, missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Closed(type):
    """The class of enumerations: scripts hold an enumeration itself, which is everybody's, and may not change it."""

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith(".") and "__onec_closed__" in cls.__dict__:
            raise _unwritable(cls, name)
        super().__setattr__(name, value)


def _unwritable(cls: type, name: str) -> Exception:
    if name not in cls.__dict__:
        return missing(cls, name)
    error = OnecError(f"Поле объекта недоступно для записи ({name[1:]})")
    error.__dict__["folded"] = name
    return error


class EnumValue(OnecObject, metaclass=_Closed):
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
