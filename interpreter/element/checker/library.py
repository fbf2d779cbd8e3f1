"""The library as the checker sees it: texts of declarations as types."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.parser import parse_statements
from interpreter.element.types import (
    DYNAMIC,
    NEVER,
    UNDEFINED,
    VOID,
    FunctionType,
    LibraryType,
    Type,
    TypeVariable,
    nullable,
    substitute,
    type_arguments,
    union,
)
from interpreter.source import Source
from runtime.catalog import Catalog, entries
from runtime.typeinfo import TypeInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from runtime.names import Signature
    from runtime.typeinfo import Member


class Library:
    """Types of the catalog by name, and the types of their members."""

    def __init__(self, catalog: Catalog) -> None:
        _complete(catalog)
        self.catalog = catalog
        self.infos = [e.declaration for e in entries(catalog.types) if isinstance(e.declaration, TypeInfo)]
        self._signatures: dict[tuple[Type, Signature], tuple[tuple[Type, ...], Type, dict[str, Type]]] = {}
        self.number = self.named("Число")
        self.string = self.named("Строка")
        self.boolean = self.named("Булево")
        self.duration = self.named("Длительность")
        self.object = self.named("Объект")

    def info(self, name: str) -> TypeInfo | None:
        entry = self.catalog.find_type(name)
        return entry.declaration if entry is not None and isinstance(entry.declaration, TypeInfo) else None

    def named(self, name: str, *arguments: Type) -> Type:
        """The type of this name; dynamic when the library has none."""
        info = self.info(name)
        if info is None:
            return DYNAMIC
        return LibraryType(info, arguments if len(arguments) == len(info.parameters) else ())

    def from_text(self, text: str, variables: frozenset[str]) -> Type:
        """A type as a declaration writes it."""
        if not text:
            return DYNAMIC
        return build_type(_parsed(text), lambda node: self._named_node(node, variables))

    def _named_node(self, node: nodes.NamedType, variables: frozenset[str]) -> Type:
        name = node.path[-1].text
        if name in variables:
            return TypeVariable(name)
        arguments = [build_type(one.type, lambda inner: self._named_node(inner, variables)) for one in node.arguments]
        return self.named(name, *arguments)

    def signature(self, owner: Type, signature: Signature) -> tuple[tuple[Type, ...], Type, dict[str, Type]]:
        """Parameter types, result, and the type arguments that the owner fixes; variables are left in place."""
        key = owner, signature
        if key not in self._signatures:
            self._signatures[key] = self._signature(owner, signature)
        return self._signatures[key]

    def _signature(self, owner: Type, signature: Signature) -> tuple[tuple[Type, ...], Type, dict[str, Type]]:
        # A method's own type parameter hides the type's: МаксимумПо<К> of Соответствие<К, З>.
        known = {
            name: type_ for name, type_ in owner_arguments(self, owner).items() if name not in signature.type_parameters
        }
        variables = frozenset((*known, *signature.type_parameters))
        parameters = tuple(self.from_text(one.type, variables) for one in signature.parameters)
        result = self.from_text(signature.returns, variables) if signature.returns else None
        return parameters, DYNAMIC if result is None else result, known

    def property_type(self, owner: Type, member: Member) -> Type:
        known = owner_arguments(self, owner)
        return substitute(self.from_text(member.type, frozenset(known)), known)

    def below_has(self, info: TypeInfo, kind: str, name: str) -> bool:
        """Whether a type that descends from this one has the member: the value may be of that type."""
        return any(info in other.bases and other.has(kind, name) for other in self.infos)


def owner_arguments(library: Library, owner: Type) -> dict[str, Type]:
    """The type arguments of a type by name; walking through a map gives its pairs."""
    known = dict(type_arguments(owner))
    if isinstance(owner, LibraryType):
        names = {name for base in owner.info.bases for name in base.parameters} - known.keys()
        pair = library.named("КлючИЗначение", *known.values()) if len(known) == 2 else DYNAMIC
        known.update(dict.fromkeys(names, pair))
    return known


def returns_nothing(member: Member, signature: Signature) -> bool:
    """A method without a result: the line names none and Python returns none."""
    annotations = getattr(member.target, "__annotations__", {})
    return not signature.returns and str(annotations.get("return", "")) == "None"


def build_type(node: nodes.TypeExpression, named: Callable[[nodes.NamedType], Type]) -> Type:
    """The type that a type expression writes; what a name means is asked of the caller."""
    if isinstance(node, nodes.NamedType):
        return named(node)
    if isinstance(node, nodes.NullableType):
        return nullable(build_type(node.inner, named))
    if isinstance(node, nodes.UnionType):
        return union(_each(node.alternatives, named))
    if isinstance(node, nodes.FunctionType):
        return FunctionType(tuple(_each(node.parameters, named)), build_type(node.result, named))
    simple: dict[type, Type] = {nodes.VoidType: VOID, nodes.NeverType: NEVER, nodes.UndefinedType: UNDEFINED}
    return simple.get(type(node), DYNAMIC)


def _each(types: Iterable[nodes.TypeExpression], named: Callable[[nodes.NamedType], Type]) -> list[Type]:
    return [build_type(one, named) for one in types]


@cache
def _parsed(text: str) -> nodes.TypeExpression:
    (statement,) = parse_statements(Source("", f"знч х: {text}")).statements
    assert isinstance(statement, nodes.VariableDeclaration) and statement.type is not None
    return statement.type


def _complete(catalog: Catalog) -> None:
    """Объект, Исключение and their like live with the rules of the language, not below stdlib."""
    if catalog.find_type("Исключение") is None:
        from runtime.element import exceptions, null, objects

        for module in (objects, exceptions, null):
            catalog.add_module(module)
