"""What is known of a value before the run, as far as it changes the code that is emitted."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.types import UNDEFINED, LibraryType, ProgramType, UnionType
from runtime.typeinfo import TypeInfo

if TYPE_CHECKING:
    from interpreter.element.checked import CheckedModule
    from interpreter.element.types import Type
    from runtime.catalog import Catalog


class Kind(Enum):
    NUMBER = auto()
    STRING = auto()
    BOOLEAN = auto()
    ARRAY = auto()
    ENUMERATION = auto()
    TIME = auto()
    """A date, a time or both, a moment, a duration: Python's operators are those of the language."""
    OBJECT = auto()
    """An object of a declared class, perhaps Неопределено: its members are attributes."""
    ANY = auto()


PRIMITIVE = frozenset({Kind.NUMBER, Kind.STRING, Kind.BOOLEAN})
ATTRIBUTED = frozenset({Kind.ARRAY, Kind.ENUMERATION, Kind.TIME, Kind.OBJECT})
_NAMED = {
    "Число": Kind.NUMBER,
    "Строка": Kind.STRING,
    "Булево": Kind.BOOLEAN,
    "Массив": Kind.ARRAY,
    "ЧитаемыйМассив": Kind.ARRAY,
    "ИзменяемыйМассив": Kind.ARRAY,
    **dict.fromkeys(("Дата", "Время", "ДатаВремя", "Момент", "Длительность"), Kind.TIME),
}


class Kinds:
    def __init__(self, checked: CheckedModule, catalog: Catalog) -> None:
        self.checked, self.catalog = checked, catalog
        self._with_python_values: set[int] | None = None

    def of(self, node: nodes.Node) -> Kind:
        """The kind of an expression, or of the values that a type expression allows."""
        known = self.checked.types.get(node)
        return self.of_type(known) if known is not None else _by_form(node)

    def of_type(self, one: Type) -> Kind:
        if isinstance(one, LibraryType):
            if kind := _NAMED.get(one.info.ru):
                return kind
            if one.info.kind == "enumeration":
                return Kind.ENUMERATION
            return Kind.ANY if self.holds_python_values(one.info) else Kind.OBJECT
        if isinstance(one, ProgramType):
            return Kind.ENUMERATION if isinstance(one.declaration, nodes.Enumeration) else Kind.OBJECT
        if isinstance(one, UnionType):
            parts = [self.of_type(part) for part in one.alternatives if part != UNDEFINED]
            return Kind.OBJECT if all(part in ATTRIBUTED for part in parts) else Kind.ANY
        return Kind.ANY

    def holds_python_values(self, info: TypeInfo) -> bool:
        """Can a value of this type be a Python value, which has no attributes of ours?"""
        if self._with_python_values is None:
            infos = [e.declaration for e in self.catalog.types.values() if isinstance(e.declaration, TypeInfo)]
            native = [info for info in infos if "__onec__" not in info.python_type.__dict__]
            self._with_python_values = {id(one) for info in native for one in (info, *info.bases)}
        return id(info) in self._with_python_values


def is_exception(one: Type) -> bool:
    """Исключение, or one of its children."""
    if isinstance(one, ProgramType):
        return isinstance(one.declaration, nodes.ExceptionDeclaration)
    return isinstance(one, LibraryType) and any(info.ru == "Исключение" for info in (one.info, *one.info.bases))


def _by_form(node: nodes.Node) -> Kind:
    match node:
        case nodes.NumberLiteral():
            return Kind.NUMBER
        case nodes.StringLiteral() | nodes.Interpolated():
            return Kind.STRING
        case nodes.BooleanLiteral() | nodes.Not() | nodes.Logical() | nodes.Comparison() | nodes.TypeTest():
            return Kind.BOOLEAN
        case nodes.ArrayLiteral():
            return Kind.ARRAY
        case nodes.This():
            return Kind.OBJECT
    return Kind.ANY
