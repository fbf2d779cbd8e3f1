"""Declarations of variables and assignments."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import DeclaredMember, FieldOfThis, Local, SessionVariable
from interpreter.element.compiler.certainty import Sure
from interpreter.element.compiler.chains import FLAT_FROM
from interpreter.element.compiler.expressions import Expressions
from interpreter.element.compiler.kinds import Kind
from interpreter.element.compiler.unit import python_name, variable_name

if TYPE_CHECKING:
    from collections.abc import Callable


class Assignments(Expressions):
    def declare(self, node: nodes.VariableDeclaration) -> ast.stmt:
        if node.value is None:
            value = self.default_of(node.type, node.span)
        else:
            value = self.value(node.value)
            if node.type is not None:
                value = self.fitted(node.value.span, value, node.value, node.type)
        return self.emit.assign(node.span, self.emit.target(node.name.span, python_name(node.name.text)), value)

    def assign(self, node: nodes.Assignment) -> list[ast.stmt]:
        target = node.target
        if isinstance(target, nodes.Reference):
            return self._assign_name(node, target)
        if isinstance(target, nodes.Member):
            return self._assign_member(node, target)
        if isinstance(target, nodes.Index):
            return self._assign_element(node, target)
        self.unit.mistake(target.span, "Этому выражению нельзя присвоить значение")
        return []

    def _assign_name(self, node: nodes.Assignment, target: nodes.Reference) -> list[ast.stmt]:
        span = node.span
        meaning = self.meaning(target)
        if isinstance(meaning, FieldOfThis):
            return self._assign_field(node, self.emit.name(target.span, "этот"), meaning.name)
        pieces = [node.value] if node.operator == "+=" else _appended(node)
        if isinstance(meaning, SessionVariable) and pieces and self.kind(target) is Kind.STRING:
            value = self._grown_in_session(target, variable_name(meaning.name), pieces)
        else:
            value = self._new_value(node, lambda: self.reference(target))
        if isinstance(meaning, SessionVariable):
            name = variable_name(meaning.name)
        else:
            name = python_name(target.path[-1].text)
            if meaning is not None and not isinstance(meaning, Local):
                self.unit.mistake(target.span, f"«{name}» нельзя присвоить значение")
        return [self.emit.assign(span, self.emit.target(target.span, name), value)]

    def _assign_field(self, node: nodes.Assignment, owner: ast.expr, name: str) -> list[ast.stmt]:
        """To a field of a structure or an exception of the program."""
        span, place = node.target.span, "." + name
        pieces = [node.value] if node.operator == "+=" else _appended(node)
        if pieces and self.kind(node.target) is Kind.STRING and isinstance(owner, ast.Name):
            return self._grown(
                node,
                self.emit.attribute(span, owner, place),
                lambda value: self.emit.assign(node.span, self.emit.attribute_target(span, owner, place), value),
                pieces,
            )
        value = self._new_value(node, lambda: self.emit.attribute(span, owner, place))
        return [self.emit.assign(node.span, self.emit.attribute_target(span, owner, place), value)]

    def _grown(
        self,
        node: nodes.Assignment,
        now: ast.expr,
        put: Callable[[ast.expr], ast.stmt],
        pieces: list[nodes.Expression],
    ) -> list[ast.stmt]:
        """A text in a field or a collection gets longer.

        It is taken out meanwhile, so that CPython extends it where it stands. That it does when no variable is loaded
        right behind: 3.13 makes one instruction of storing one and loading another on a line.
        """
        span, emit = node.span, self.emit
        text, more = self.temporary(), self.temporary()
        added = self._joined(pieces)
        longer = emit.binary(span, emit.name(span, text), ast.Add(), emit.name(span, more))
        return [
            emit.assign(span, emit.target(span, text), now),
            emit.assign(span, emit.target(span, more), added),
            put(emit.constant(span, None)),
            emit.assign(span, emit.target(span, text), longer),
            emit.assign(span, emit.target(span, more), emit.constant(span, None)),
            put(emit.name(span, text)),
            emit.assign(span, emit.target(span, text), emit.constant(span, None)),
        ]

    def _new_value(self, node: nodes.Assignment, now: Callable[[], ast.expr]) -> ast.expr:
        """What to store; `now` reads what is there."""
        pieces = _appended(node)
        if len(pieces) > 1 and isinstance(node.target, nodes.Reference) and self.sure(node.target) is Sure.TEXT:
            return self.emit.binary(node.span, now(), ast.Add(), self._joined(pieces))
        value = self.value(node.value)
        if node.operator == "=":
            return self._stored(node, value)
        operator = node.operator[0]
        return self.operate(node.span, operator, now(), value, (node.target, node.value))

    def _grown_in_session(self, target: nodes.Reference, name: str, pieces: list[nodes.Expression]) -> ast.expr:
        """A text in a variable that outlives its text gets longer: CPython extends those of functions only."""
        span = target.span
        variables = self.emit.attribute(span, self.emit.name(span, "1c.module"), "namespace")
        text, more = self.reference(target), self._joined(pieces)
        return self.unit.helper(span, "1c.longer", text, more, variables, self.emit.constant(span, name))

    def _joined(self, pieces: list[nodes.Expression]) -> ast.expr:
        """`С = С + а + б`: the pieces are joined first, so that CPython extends the text where it stands."""
        texts = [self.text_operand(piece.span, self.value(piece), piece) for piece in pieces]
        joined = texts[0]
        for piece, one in zip(pieces[1:], texts[1:], strict=True):
            joined = self.emit.binary(piece.span, joined, ast.Add(), one)
        return joined

    def _stored(self, node: nodes.Assignment, value: ast.expr) -> ast.expr:
        target = self.unit.checked.types.get(node.target)
        return value if target is None else self.fitted_to(node.value.span, value, node.value, target)

    def _assign_member(self, node: nodes.Assignment, target: nodes.Member) -> list[ast.stmt]:
        span, name = node.span, target.name.text
        found = self.unit.checked.members.get(target)
        is_field = isinstance(found, DeclaredMember) and isinstance(found.member, nodes.Field)
        steps, owner = self._held(target.target, node.operator)
        if is_field:
            return [*steps, *self._assign_field(node, owner, name)]
        direct = self.is_attribute(target)

        def now() -> ast.expr:
            if direct:
                return self.emit.attribute(target.span, owner, "." + name)
            return self.unit.helper(target.span, "1c.member", owner, self.emit.constant(target.name.span, name))

        value = self._new_value(node, now)
        if direct:
            place = self.emit.attribute_target(target.span, owner, "." + name)
            return [*steps, self.emit.assign(span, place, value)]
        key = self.emit.constant(target.name.span, name)
        return [*steps, self.emit.expression(span, self.unit.helper(span, "1c.set_member", owner, key, value))]

    def _assign_element(self, node: nodes.Assignment, target: nodes.Index) -> list[ast.stmt]:
        span, of_array = node.span, self.kind(target.target) is Kind.ARRAY
        plain_key = self.is_plain_key(target)
        held_for = "keep" if of_array or plain_key else node.operator
        steps, owner = self._held(target.target, held_for)
        more, index = self._held(target.index, held_for)
        steps += more

        is_natural = of_array and self.sure(target.index).is_natural
        inside = "entries" if plain_key else "items"

        def now() -> ast.expr:
            if plain_key or is_natural:
                return self.emit.item(target.span, self.emit.attribute(target.span, owner, inside), index)
            return self.unit.helper(target.span, "1c.item", owner, index)

        def put(value: ast.expr) -> ast.stmt:
            held = self.emit.attribute(target.span, owner, inside)
            return self.emit.assign(span, self.emit.item_target(target.span, held, index), value)

        if node.operator == "+=" and (plain_key or is_natural) and self.kind(target) is Kind.STRING:
            return [*steps, *self._grown(node, now(), put, [node.value])]
        value = self._new_value(node, now)
        if plain_key:
            return [*steps, put(value)]
        helped = self.emit.expression(span, self.unit.helper(span, "1c.set_item", owner, index, value))
        if not of_array:
            return [*steps, helped]
        bare = put(value)
        if is_natural:
            return [*steps, bare]
        if not isinstance(value, ast.Name | ast.Constant):
            name = self.temporary()
            steps.append(self.emit.assign(span, self.emit.target(span, name), value))
            value = self.emit.name(span, name)
            helped = self.emit.expression(span, self.unit.helper(span, "1c.set_item", owner, index, value))
            bare = put(value)
        return [*steps, self.emit.if_(span, self.natural(target.index, index, index), [bare], [helped])]

    def _held(self, node: nodes.Expression, operator: str) -> tuple[list[ast.stmt], ast.expr]:
        """A part of a target: kept in a temporary when it will be read more than once."""
        value = self.value(node)
        if operator == "=" or isinstance(value, ast.Name | ast.Constant):
            return [], value
        name = self.temporary()
        step = self.emit.assign(node.span, self.emit.target(node.span, name), value)
        return [step], self.emit.name(node.span, name)


def _appended(node: nodes.Assignment) -> list[nodes.Expression]:
    """What `С = С + а + б` adds to a variable or to a field of one; empty for any other assignment."""
    found: list[nodes.Expression] = []
    value = node.value
    while isinstance(value, nodes.Binary) and value.operator == "+":
        found.append(value.right)
        value = value.left
    if node.operator != "=" or len(found) >= FLAT_FROM or not _is_same(node.target, value):
        return []
    return found[::-1]


def _is_same(one: nodes.Expression, other: nodes.Expression) -> bool:
    """Do both name one variable, or one field of what one variable holds?"""
    match one, other:
        case nodes.This(), nodes.This():
            return True
        case nodes.Reference(path=(name,)), nodes.Reference(path=(other_name,)):
            return name.text == other_name.text
        case nodes.Member(target=owner, name=name, safe=False), nodes.Member(target=other_owner, name=other_name):
            return name.text == other_name.text and _is_same(owner, other_owner)
    return False
