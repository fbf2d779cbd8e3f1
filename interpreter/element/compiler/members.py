"""Names, members of values and elements."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import (
    DeclaredMember,
    DeclaredType,
    EnumerationValue,
    FieldOfThis,
    LibraryMember,
    LibraryName,
    ModuleConstant,
    SessionVariable,
)
from interpreter.element.compiler.certainty import Sure
from interpreter.element.compiler.kinds import ATTRIBUTED, PRIMITIVE, Kind
from interpreter.element.compiler.part import Part
from interpreter.element.compiler.unit import constant_name, python_name, variable_name
from interpreter.element.types import LibraryType

if TYPE_CHECKING:
    from interpreter.element.checked import Meaning
    from interpreter.source import Span


PAIR_PARTS = {"Ключ": "Ключ", "Key": "Ключ", "Значение": "Значение", "Value": "Значение"}


def pair_part(variable: str, name: str) -> str:
    """The variable that holds the key or the value of a pair that is never asked for anything else."""
    return f"{variable}.{PAIR_PARTS[name]}"


class Members(Part):
    def meaning(self, node: nodes.Node) -> Meaning | None:
        return self.unit.checked.meanings.get(node)

    def reference(self, node: nodes.Reference) -> ast.expr:
        """A name as a value."""
        span, meaning = node.span, self.meaning(node)
        match meaning:
            case FieldOfThis(name=name):
                return self.emit.attribute(span, self.emit.name(span, "этот"), "." + name)
            case ModuleConstant(constant=constant):
                return self.emit.name(span, constant_name(constant))
            case DeclaredType(declaration=declaration):
                return self.unit.declared_type(span, declaration)
            case EnumerationValue(item=item):
                return self.emit.attribute(span, self._enumeration(span, meaning), "." + item.name.text)
            case SessionVariable(name=name):
                return self.emit.name(span, variable_name(name))
            case LibraryName(entry=entry):
                use = {"global": "value", "function": "call"}.get(entry.kind, "raw")
                return self.unit.library(span, entry, use)
        if (found := self.unit.of_required_file(node.path)) is not None:
            return found
        return self.emit.name(span, python_name(node.path[-1].text))

    def _enumeration(self, span: Span, meaning: EnumerationValue) -> ast.expr:
        path = nodes.Name(span, meaning.file), meaning.declaration.name
        return self.unit.of_required_file(path) or self.unit.declared_type(span, meaning.declaration)

    def member(self, node: nodes.Member, owner: ast.expr) -> ast.expr:
        """`x.Имя` as a value."""
        name = node.name.text
        if isinstance(owner, ast.Name) and owner.id in self.pairs:
            return self.emit.name(node.span, pair_part(owner.id, name))
        if self.is_attribute(node):
            return self.emit.attribute(node.span, owner, "." + name)
        return self.unit.helper(node.span, "1c.member", owner, self.emit.constant(node.name.span, name))

    def global_name(self, node: nodes.Member) -> ast.expr:
        """`глобальный.Имя` as a value."""
        reference = nodes.Reference(node.span, (node.name,), ())
        meaning = self.meaning(node)
        if meaning is not None:
            self.unit.checked.meanings[reference] = meaning
        return self.reference(reference)

    def is_attribute(self, node: nodes.Member) -> bool:
        """Are the members of what stands left of the dot Python attributes, whatever value it has?"""
        kind, found = self.kind(node.target), self.unit.checked.members.get(node)
        if kind in PRIMITIVE:
            return False
        if kind in ATTRIBUTED or self.is_type_name(node.target) or isinstance(found, DeclaredMember):
            return True
        return isinstance(found, LibraryMember) and not self.unit.kinds.holds_python_values(found.info)

    def is_type_name(self, node: nodes.Expression) -> bool:
        meaning = self.meaning(node)
        if isinstance(meaning, LibraryName):
            return meaning.entry.kind in ("type", "enumeration")
        return isinstance(meaning, DeclaredType)

    def element(self, node: nodes.Index, owner: ast.expr) -> ast.expr:
        """`x[i]`. An array's own list is read where the index cannot be negative."""
        span = node.span
        index = self.value(node.index)
        if self.is_plain_key(node):
            return self.emit.item(span, self.emit.attribute(node.target.span, owner, "entries"), index)
        if self.sure(node.target) is Sure.TEXT and self.sure(node.index).is_natural:
            return self.emit.item(span, owner, index)
        if self.kind(node.target) is not Kind.ARRAY:
            return self.unit.helper(span, "1c.item", owner, index)
        if self.sure(node.index).is_natural:
            return self.emit.item(span, self.emit.attribute(node.target.span, owner, "items"), index)
        if not isinstance(owner, ast.Name):
            # The index is read by the test first: the array must already be at hand.
            return self.unit.helper(span, "1c.item", owner, index)
        first, again = self.twice(node.index.span, index)
        bare = self.emit.item(span, self.emit.attribute(node.target.span, owner, "items"), again())
        helped = self.unit.helper(span, "1c.item", owner, again())
        return self.emit.choice(span, self.natural(node.index, first, again()), bare, helped)

    def is_plain_key(self, node: nodes.Index) -> bool:
        """Does the dictionary of a Соответствие have the key as it is? A Булево it keeps apart from 0 and 1."""
        known = self.unit.checked.types.get(node.target)
        if not isinstance(known, LibraryType) or known.info.ru != "Соответствие":
            return False
        return self.is_plain(node.index)

    def natural(self, node: nodes.Expression, first: ast.expr, again: ast.expr) -> ast.expr:
        """A test that an index is whole and not negative."""
        span, zero = node.span, self.emit.constant(node.span, 0)
        if self.sure(node).is_whole:
            return self.emit.compare(span, first, ast.GtE(), zero)
        return self.emit.both(span, [self.is_int(span, first), self.emit.compare(span, again, ast.GtE(), zero)])
