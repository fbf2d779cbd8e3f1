"""Methods of arrays, sets and maps that need no function of the library, and lambdas that need no call an element."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.lambdas import Lambdas
from interpreter.element.compiler.unit import python_name
from interpreter.element.types import LibraryType
from interpreter.node import walk

if TYPE_CHECKING:
    from interpreter.source import Span

_ARRAYS = frozenset({"Массив", "ЧитаемыйМассив", "ИзменяемыйМассив"})
SETS = frozenset({"Множество", "ЧитаемоеМножество", "ИзменяемоеМножество"})
MAPS = frozenset({"Соответствие", "ЧитаемоеСоответствие", "ИзменяемоеСоответствие"})
_WALKED = "1c.items"


class CollectionMethods(Lambdas):
    def collection_method(self, node: nodes.Call, name: str, owner: ast.expr) -> ast.expr | None:
        """A call of a method of an array, a set or a map; None where the library must do it."""
        assert isinstance(node.callee, nodes.Member)
        known = self.unit.checked.types.get(node.callee.target)
        if not isinstance(known, LibraryType):
            return None
        collection, span, count = known.info.ru, node.callee.span, len(node.arguments)
        if (made := _list_of(owner)) is not None:
            collection, inside = "Массив", made
        elif collection in _ARRAYS:
            inside = self.emit.attribute(span, owner, "items")
        elif collection in SETS or collection in MAPS:
            inside = self.emit.attribute(span, owner, "entries")
        else:
            return None
        if count == 0 and name == "Размер":
            return self.unit.helper(node.span, "1c.len", inside)
        if count == 0 and name == "Пусто":
            return self.emit.unary(node.span, ast.Not(), inside)
        if count != 1:
            return None
        if collection in _ARRAYS:
            return self._walked(node, name, inside)
        argument = node.arguments[0]
        if argument.name is not None or not self.is_plain(argument.value):
            return None
        return self._by_key(node.span, name, inside, argument.value, is_set=collection in SETS)

    def _by_key(
        self, span: Span, name: str, inside: ast.expr, key: nodes.Expression, *, is_set: bool
    ) -> ast.expr | None:
        """What a dictionary does with a key that it has as it is."""
        assert isinstance(inside, ast.Attribute)
        if name == "Содержит" or (name == "СодержитКлюч" and not is_set):
            # The key is evaluated first: only a collection at hand may stand behind it.
            at_hand = isinstance(inside.value, ast.Name)
            return self.emit.compare(span, self.value(key), ast.In(), inside) if at_hand else None
        if name == "Получить" and not is_set:
            return self.emit.item(span, inside, self.value(key))
        if name == "ПолучитьИлиНеопределено" and not is_set:
            return self.emit.call(span, self.emit.attribute(span, inside, "get"), [self.value(key)])
        return None

    def _walked(self, node: nodes.Call, name: str, items: ast.expr) -> ast.expr | None:
        """An array chosen or made of another by an expression: the list in one go, in a function of its own.

        What the expression keeps, and its variables around the lambda, are that function's: reading them costs the
        method nothing.
        """
        given = node.arguments[0].value
        if name not in ("Фильтровать", "Преобразовать") or not _is_plain(given):
            return None
        assert isinstance(given, nodes.Lambda)
        body, span = given.body, given.span
        assert isinstance(body, nodes.Expression)
        element = python_name(given.parameters[0].name.text)
        source = self.emit.name(span, _WALKED)
        if name == "Фильтровать":
            made = self.emit.list_of(span, self.emit.name(body.span, element), element, source, self.condition(body))
        else:
            made = self.emit.list_of(span, self.value(body), element, source)
        function = self.emit.lambda_(span, [_WALKED], made, self._captured(given))
        return self.unit.helper(node.span, "1c.array", self.emit.call(node.span, function, [items]))


def _list_of(owner: ast.expr) -> ast.expr | None:
    """The list that has just been made an array, which nothing else needs; None for other values."""
    match owner:
        case ast.Call(func=ast.Name(id="1c.array"), args=[made]):
            return made
    return None


def _is_plain(given: nodes.Expression) -> bool:
    """A lambda of one parameter that is an expression with no other lambda inside."""
    if not isinstance(given, nodes.Lambda) or len(given.parameters) != 1:
        return False
    if isinstance(given.body, nodes.Block | nodes.Assignment):
        return False
    return not any(isinstance(inside, nodes.Lambda) for inside in walk(given.body))
