"""Static types of Element: what they are, how they are written, which value may stand where.

Where nothing is known the type is DYNAMIC: it goes everywhere, and nothing is said about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from interpreter.element import nodes
    from runtime.typeinfo import TypeInfo


@dataclass(frozen=True, slots=True)
class SimpleType:
    """DYNAMIC, VOID, NEVER, UNDEFINED below; there are no others."""

    name: str


@dataclass(frozen=True, slots=True)
class LibraryType:
    """A type of the library; without arguments those of a generic type are dynamic."""

    info: TypeInfo
    arguments: tuple[Type, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramType:
    """A structure, exception or enumeration that the program declares, or a file that it requires."""

    declaration: nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration
    file: str = field(default="", compare=False)
    """Under which name the required file is known that declares it."""


@dataclass(frozen=True, slots=True)
class FunctionType:
    parameters: tuple[Type, ...]
    result: Type


@dataclass(frozen=True, slots=True)
class UnionType:
    """At least two different alternatives, none a union; made by `union`. UNDEFINED stands last."""

    alternatives: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class TypeVariable:
    """`Т` of `Массив<Т>` or of a generic method, until it is replaced."""

    name: str


@dataclass(frozen=True, slots=True)
class TypeName:
    """What an expression that names a type is: its static members are reached through it."""

    of: Type


@dataclass(frozen=True, slots=True)
class FileType:
    """What an expression that names a required file is: what the file declares is reached through it."""

    name: str


Type: TypeAlias = SimpleType | LibraryType | ProgramType | FunctionType | UnionType | TypeVariable | TypeName | FileType

DYNAMIC = SimpleType("неизвестно")
VOID = SimpleType("ничто")
NEVER = SimpleType("никогда")
UNDEFINED = SimpleType("Неопределено")


def union(types: Iterable[Type]) -> Type:
    """The type of a value that is of one of some types; `никогда` adds nothing, dynamic swallows all."""
    flat: dict[Type, None] = {}
    for one in types:
        flat.update(dict.fromkeys(one.alternatives if isinstance(one, UnionType) else (one,)))
    flat.pop(NEVER, None)
    if DYNAMIC in flat:
        return DYNAMIC
    if UNDEFINED in flat:
        del flat[UNDEFINED]
        flat[UNDEFINED] = None
    if len(flat) > 1:
        return UnionType(tuple(flat))
    return next(iter(flat), NEVER)


def nullable(one: Type) -> Type:
    """`Т?`."""
    return union((one, UNDEFINED))


def takes_undefined(one: Type) -> bool:
    return one in (UNDEFINED, DYNAMIC) or (isinstance(one, UnionType) and UNDEFINED in one.alternatives)


def without_undefined(one: Type) -> Type:
    """`Т?` as `Т`; Неопределено itself becomes dynamic."""
    if isinstance(one, UnionType):
        return union(each for each in one.alternatives if each != UNDEFINED)
    return DYNAMIC if one == UNDEFINED else one


def alternatives(one: Type) -> tuple[Type, ...]:
    return one.alternatives if isinstance(one, UnionType) else (one,)


def join(first: Type, second: Type) -> Type:
    """The type of what is one or the other: the wider of two, else a union."""
    if VOID in (first, second):
        return VOID
    if first not in (NEVER, UNDEFINED) and second not in (NEVER, UNDEFINED) and DYNAMIC not in (first, second):
        if not takes_undefined(first) and is_a(first, second):
            return second
        if not takes_undefined(second) and is_a(second, first):
            return first
    return union((first, second))


def is_a(source: Type, target: Type) -> bool:
    """Whether every value of a type is one of another: no dynamic, no run-time check."""
    if source == target:
        return True
    if isinstance(source, UnionType):
        return all(is_a(one, target) for one in source.alternatives)
    if isinstance(target, UnionType):
        return any(is_a(source, one) for one in target.alternatives)
    if isinstance(target, LibraryType):
        return _is_library(source, target)
    return False


def assignable(source: Type, target: Type) -> bool:
    """Whether the compiler lets a value of a type stand where another is wanted.

    `Т?` for `Т` is let through and checked at run time; so is whatever has to do with a dynamic type.
    """
    if source == target or DYNAMIC in (source, target) or source in (NEVER, VOID):
        return True
    if isinstance(source, TypeVariable | TypeName) or isinstance(target, TypeVariable | TypeName):
        return True
    if isinstance(source, UnionType):
        return all(assignable(one, target) for one in source.alternatives if one != UNDEFINED)
    if isinstance(target, UnionType):
        return any(assignable(source, one) for one in target.alternatives)
    if isinstance(source, FunctionType) and isinstance(target, FunctionType):
        return _function_assignable(source, target)
    if isinstance(target, LibraryType):
        return _is_library(source, target)
    return False


def _function_assignable(source: FunctionType, target: FunctionType) -> bool:
    if len(source.parameters) != len(target.parameters):
        return False
    if not all(map(_agree, target.parameters, source.parameters)):
        return False
    return target.result == VOID or (source.result != VOID and assignable(source.result, target.result))


def _is_library(source: Type, target: LibraryType) -> bool:
    name = target.info.ru
    if name == "Объект":
        return source != UNDEFINED
    if isinstance(source, FunctionType):
        return name == "Функция"
    if isinstance(source, ProgramType):
        kind = type(source.declaration).__name__
        return (kind, name) in (
            ("ExceptionDeclaration", "Исключение"), ("Enumeration", "Перечисление"), ("Enumeration", "Представляемое"),
        )  # fmt: skip
    if not isinstance(source, LibraryType):
        return False
    if source.info is target.info:
        return _arguments_agree(source.arguments, target.arguments)
    if target.info not in source.info.bases:
        return False
    known = type_arguments(source)
    wanted = dict(zip(target.info.parameters, target.arguments, strict=False))
    return all(_agree(known[key], value) for key, value in wanted.items() if key in known)


def _arguments_agree(source: tuple[Type, ...], target: tuple[Type, ...]) -> bool:
    return all(_agree(one, other) for one, other in zip(source, target, strict=False))


def _agree(source: Type, target: Type) -> bool:
    """Type arguments that exclude each other; whether the platform demands equality is not known."""
    return assignable(source, target) or assignable(target, source)


def type_arguments(one: Type) -> dict[str, Type]:
    """The arguments of a generic type by the names of its parameters, those of its bases included."""
    if not isinstance(one, LibraryType):
        return {}
    names = one.info.parameters
    given = one.arguments or (DYNAMIC,) * len(names)
    return dict(zip(names, given, strict=False))


def substitute(one: Type, arguments: Mapping[str, Type]) -> Type:
    """A type with its variables replaced; a variable without an argument becomes dynamic."""
    if isinstance(one, TypeVariable):
        return arguments.get(one.name, DYNAMIC)
    if isinstance(one, LibraryType) and one.arguments:
        return LibraryType(one.info, tuple(substitute(each, arguments) for each in one.arguments))
    if isinstance(one, FunctionType):
        parameters = tuple(substitute(each, arguments) for each in one.parameters)
        return FunctionType(parameters, substitute(one.result, arguments))
    if isinstance(one, UnionType):
        return union(substitute(each, arguments) for each in one.alternatives)
    return one


def bind(pattern: Type, actual: Type, found: dict[str, Type]) -> None:
    """Learn the variables of a pattern from a type that was given for it."""
    if isinstance(pattern, TypeVariable):
        if actual not in (UNDEFINED, NEVER, VOID) and found.get(pattern.name, DYNAMIC) == DYNAMIC:
            found[pattern.name] = actual
    elif isinstance(pattern, FunctionType) and isinstance(actual, FunctionType):
        bind(pattern.result, actual.result, found)
    elif isinstance(pattern, LibraryType) and isinstance(actual, LibraryType):
        known = type_arguments(actual)
        for name, part in zip(pattern.info.parameters, pattern.arguments, strict=False):
            if name in known:
                bind(part, known[name], found)
    elif isinstance(pattern, UnionType):
        for part in pattern.alternatives:
            bind(part, without_undefined(actual), found)


def show(one: Type) -> str:
    """The type as a script writes it."""
    if isinstance(one, SimpleType | TypeVariable | FileType):
        return one.name
    if isinstance(one, TypeName):
        return f"Тип<{show(one.of)}>"
    if isinstance(one, LibraryType):
        known = [show(each) for each in one.arguments if each != DYNAMIC]
        return one.info.ru + (f"<{', '.join(known)}>" if known and len(known) == len(one.arguments) else "")
    if isinstance(one, ProgramType):
        return one.declaration.name.text
    if isinstance(one, FunctionType):
        return f"({', '.join(show(each) for each in one.parameters)})->{show(one.result)}"
    return _show_union(one)


def _show_union(one: UnionType) -> str:
    parts = [f"({show(each)})" if isinstance(each, FunctionType) else show(each) for each in one.alternatives]
    if one.alternatives[-1] != UNDEFINED:
        return "|".join(parts)
    return parts[0] + "?" if len(parts) == 2 else "|".join([*parts[:-1], "?"])
