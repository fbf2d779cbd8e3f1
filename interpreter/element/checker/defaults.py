"""Which types have a value for a variable that is declared without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.types import LibraryType, ProgramType, Type, takes_undefined

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context

_PRIMITIVES = frozenset("Число Строка Булево Байты Дата Время ДатаВремя Момент Длительность Ууид Неопределено".split())


def has_default(context: Context, type_: Type, around: tuple[Type, ...] = ()) -> bool:
    """Whether `пер х: Т` may stay without a value; `around` are the structures that would hold this one."""
    if takes_undefined(type_):
        return True
    if isinstance(type_, ProgramType):
        return type_ not in around and _program_default(context, type_, around)
    if not isinstance(type_, LibraryType):
        return False
    constructor = type_.info.constructor
    return type_.info.ru in _PRIMITIVES or (
        constructor is not None and any(one.required == 0 for one in constructor.signatures)
    )


def _program_default(context: Context, type_: ProgramType, around: tuple[Type, ...]) -> bool:
    declaration = type_.declaration
    if isinstance(declaration, nodes.Enumeration):
        return any(item.is_default for item in declaration.items)
    if isinstance(declaration, nodes.ExceptionDeclaration) or any(one.required for one in declaration.fields):
        return False
    return all(
        one.value is not None or has_default(context, context.program.field_type(one), (*around, type_))
        for one in declaration.fields
    )
