"""The value Тип: what Тип("Имя") and ТипЗнч(Значение) give."""

from __future__ import annotations

from runtime.enterprise.date import Date
from runtime.enterprise.null import Null
from runtime.errors import OnecError
from runtime.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TypeValue:
    """A type as a value; equal to another when both name the same type."""

    __slots__ = ("en", "presentation", "python_type", "ru")

    def __init__(self, ru: str, en: str, python_type: type, presentation: str = "") -> None:
        self.ru, self.en, self.python_type = ru, en, python_type
        self.presentation = presentation or ru

    def __eq__(self, other: object) -> bool:
        return other.__class__ is TypeValue and self.ru == other.ru

    def __hash__(self) -> int:
        return hash((TypeValue, self.ru))

    def __onec_text__(self) -> str:
        return self.presentation

    def __repr__(self) -> str:
        return f'Тип("{self.ru}")'


UNDEFINED = TypeValue("Неопределено", "Undefined", type(None), "Не определено")
NUMBER = TypeValue("Число", "Number", int)
STRING = TypeValue("Строка", "String", str)
BOOLEAN = TypeValue("Булево", "Boolean", bool)
DATE = TypeValue("Дата", "Date", Date)
NULL_TYPE = TypeValue("Null", "Null", Null)
TYPE = TypeValue("Тип", "Type", TypeValue)
PRIMITIVES = (UNDEFINED, NUMBER, STRING, BOOLEAN, DATE, NULL_TYPE, TYPE)

_BY_NAME = {fold(name): value for value in PRIMITIVES for name in (value.ru, value.en)}
_BY_CLASS: dict[type, TypeValue] = {value.python_type: value for value in PRIMITIVES}


def type_of(value: Any) -> TypeValue:
    """ТипЗнч(Значение)."""
    kind = value.__class__
    return _BY_CLASS.get(kind) or of_class(kind)


def type_named(name: str) -> TypeValue:
    """Тип("Имя"): a primitive or a declared type; OnecError when there is no such type."""
    found = _BY_NAME.get(fold(name.strip()))
    if found is not None:
        return found
    from runtime.enterprise.access import find_type

    return of_class(find_type(name.strip()))


def of_class(kind: type) -> TypeValue:
    """The type of a declared class's objects."""
    if kind.__name__ == "Decimal":
        return NUMBER
    info = getattr(kind, "__onec__", None)
    if info is None:
        raise OnecError(f"Тип не определен ({kind.__name__})")
    # A class made for one object (the rows of one table) is not kept here, or it would live for ever.
    made = TypeValue(info.ru, info.en, info.python_type, info.presentation)
    if info.python_type is kind:
        _BY_CLASS[kind] = made
    return made
