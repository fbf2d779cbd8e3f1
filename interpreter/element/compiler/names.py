"""What the names of a text mean, by their scopes alone; types stay unknown. For texts that were not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import (
    DeclaredType,
    EnumerationValue,
    FieldOfThis,
    LibraryName,
    MethodOfThis,
    ModuleConstant,
    ModuleMethod,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.element.checked import CheckedModule, Meaning
    from runtime.catalog import Catalog

    Declaration = nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration

_DECLARING = (nodes.VariableDeclaration, nodes.Use, nodes.Parameter, nodes.LambdaParameter, nodes.Catch)


class Names:
    """Meanings of references. A name that is in no table is left without one: it is a variable then."""

    def __init__(self, checked: CheckedModule, catalog: Catalog, known: Sequence[nodes.Module]) -> None:
        self.checked, self.catalog = checked, catalog
        self.methods: dict[str, nodes.Method] = {}
        self.constants: dict[str, nodes.Constant] = {}
        self.types: dict[str, Declaration] = {}
        assert isinstance(checked.tree, nodes.Module)
        self.tree = checked.tree
        for tree in (*known, self.tree):
            for member in tree.members:
                if isinstance(member, nodes.Method):
                    self.methods[member.name.text] = member
                elif isinstance(member, nodes.Constant):
                    self.constants[member.name.text] = member
                else:
                    self.types[member.name.text] = member

    def resolve(self) -> None:
        for member in self.tree.members:
            if isinstance(member, nodes.Method | nodes.Constant):
                self._resolve_in(member, None)
                continue
            for part in nodes.children(member):
                self._resolve_in(part, member)

    def _resolve_in(self, root: nodes.Node, owner: Declaration | None) -> None:
        local = set(declared_names(root))
        callees = {node.callee for node in nodes.walk(root) if isinstance(node, nodes.Call)}
        for node in nodes.walk(root):
            if isinstance(node, nodes.Reference) and node not in self.checked.meanings:
                name = node.path[-1].text
                found = self._meaning(name, local, owner, called=node in callees)
                if found is not None:
                    self.checked.meanings[node] = found
            elif isinstance(node, nodes.MethodReference) and node.target is None:
                found = self._meaning(node.name.text, set(), owner, called=True)
                if found is not None:
                    self.checked.meanings.setdefault(node, found)

    def _meaning(self, name: str, local: set[str], owner: Declaration | None, *, called: bool) -> Meaning | None:
        if name in local and not (called and name in self.methods):
            return None
        candidates = [*self._of_owner(name, owner), *self._of_module(name), *self._of_library(name, called=called)]
        wanted = (MethodOfThis, ModuleMethod) if called else ()
        return next((one for one in candidates if isinstance(one, wanted)), None) or next(iter(candidates), None)

    def _of_owner(self, name: str, owner: Declaration | None) -> Iterator[Meaning]:
        if owner is None:
            return
        if isinstance(owner, nodes.Enumeration):
            yield from (EnumerationValue(owner, item) for item in owner.items if item.name.text == name)
        else:
            yield from (FieldOfThis(name) for field in owner.fields if field.name.text == name)
        yield from (MethodOfThis(method) for method in owner.methods if method.name.text == name)

    def _of_module(self, name: str) -> Iterator[Meaning]:
        if name in self.methods:
            yield ModuleMethod(self.methods[name])
        if name in self.constants:
            yield ModuleConstant(self.constants[name])
        if name in self.types:
            yield DeclaredType(self.types[name])

    def _of_library(self, name: str, *, called: bool) -> Iterator[Meaning]:
        catalog = self.catalog
        tables = (catalog.functions, catalog.types) if called else (catalog.properties, catalog.types)
        yield from (LibraryName(table[name]) for table in tables if name in table)


def declared_names(root: nodes.Node) -> Iterator[str]:
    """Names of the variables and parameters that are declared somewhere inside a node."""
    for node in nodes.walk(root):
        if isinstance(node, _DECLARING):
            if node.name is not None:
                yield node.name.text
        elif isinstance(node, nodes.ForIn | nodes.ForTo):
            yield node.variable.text
