"""Tokens → Expression, by the grammar of XPath 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdlib.enterprise.xml.xpath.axes import AXES
from stdlib.enterprise.xml.xpath.expression import Expression
from stdlib.enterprise.xml.xpath.functions import FUNCTIONS, called
from stdlib.enterprise.xml.xpath.operators import binary, joined, negated
from stdlib.enterprise.xml.xpath.paths import Step, any_node, filtered, kind_test, name_test, path, united
from stdlib.enterprise.xml.xpath.tokens import Token, tokens, wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from runtime.errors import OnecError
    from stdlib.enterprise.xml.xpath.paths import Test

    Resolve = Callable[[str], str | None]

_KINDS = frozenset({"node", "text", "comment", "processing-instruction"})
_GROUPS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_LEVELS = {sign: level for level, group in enumerate(_GROUPS) for sign in group}
_DEEPEST = 60


def parse(text: str, resolve: Resolve) -> Expression:
    """The expression; `resolve` says which namespace a prefix means."""
    parser = _Parser(tokens(text), resolve)
    found = parser.expression()
    if parser.token.kind != "end":
        raise parser.unexpected()
    return found


class _Parser:
    def __init__(self, read: list[Token], resolve: Resolve) -> None:
        self._tokens, self._place, self._resolve, self._depth = read, 0, resolve, 0

    @property
    def token(self) -> Token:
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self.token
        self._place += 1
        return token

    def _is(self, *signs: str) -> bool:
        return self.token.kind in ("sign", "operator") and self.token.text in signs

    def _accept(self, sign: str) -> bool:
        found = self._is(sign)
        self._place += found
        return found

    def _expect(self, sign: str) -> None:
        if not self._accept(sign):
            raise wrong(f"ожидается «{sign}»", self.token.place)

    def unexpected(self) -> OnecError:
        if self.token.kind == "end":
            return wrong("выражение не закончено", self.token.place)
        return wrong(f"неожиданное «{self.token.text}»", self.token.place)

    def expression(self) -> Expression:
        """A whole expression: at the start, in brackets, as an argument."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise wrong("слишком много вложенных скобок", self.token.place)
        found = self._binary(0)
        self._depth -= 1
        return found

    def _binary(self, least: int) -> Expression:
        """Operators that bind at least so tightly."""
        left = self._unary()
        while self.token.kind == "operator" and _LEVELS.get(self.token.text, -1) >= least:
            sign = self._take().text
            right = self._binary(_LEVELS[sign] + 1)
            if sign in ("and", "or"):
                parts = [left, right]
                while self._accept(sign):
                    parts.append(self._binary(_LEVELS[sign] + 1))
                left = joined(sign, parts)
            else:
                left = binary(sign, left, right)
        return left

    def _unary(self) -> Expression:
        minuses = 0
        while self._accept("-"):
            minuses += 1
        found = self._union()
        for _ in range(min(minuses, 2 - minuses % 2)):
            found = negated(found)
        return found

    def _union(self) -> Expression:
        parts = [self._path()]
        while self._is("|"):
            place = self._take().place
            parts.append(self._path())
            if any(part.kind != "nodes" for part in parts):
                raise wrong("«|» объединяет только наборы узлов", place)
        return parts[0] if len(parts) == 1 else united(parts)

    def _path(self) -> Expression:
        if self._starts_primary():
            return self._path_of_primary()
        if self._accept("//"):
            return path(None, True, [Step("descendant-or-self", any_node, []), *self._steps()])
        if self._accept("/"):
            return path(None, True, self._steps() if self._starts_step() else [])
        return path(None, False, self._steps())

    def _starts_primary(self) -> bool:
        token = self.token
        if token.kind in ("number", "string") or self._is("(", "$"):
            return True
        following = self._tokens[self._place + 1].text if token.kind == "name" else ""
        return following == "(" and token.text not in _KINDS

    def _starts_step(self) -> bool:
        return self.token.kind == "name" or self._is(".", "..", "@", "*")

    def _path_of_primary(self) -> Expression:
        place = self.token.place
        found = self._primary()
        predicates = self._predicates()
        deep, plain = self._is("//"), self._is("/")
        if found.kind != "nodes" and (predicates or deep or plain):
            raise wrong("это не набор узлов", place)
        if predicates:
            found = filtered(found, predicates)
        if deep or plain:
            self._take()
            first = [Step("descendant-or-self", any_node, [])] if deep else []
            found = path(found, False, [*first, *self._steps()])
        return found

    def _primary(self) -> Expression:
        token = self._take()
        if token.kind == "number":
            number = float(token.text)
            return Expression("number", lambda context: number, literal=number)
        if token.kind == "string":
            text = token.text[1:-1]
            return Expression("string", lambda context: text)
        if token.text == "(":
            found = self.expression()
            self._expect(")")
            # A number in brackets is still the number of a node.
            return found
        if token.text == "$":
            raise wrong("переменные не поддерживаются", token.place)
        return self._call(token)

    def _call(self, token: Token) -> Expression:
        function = FUNCTIONS.get(token.text)
        if function is None:
            raise wrong(f"нет такой функции: {token.text}", token.place)
        self._expect("(")
        arguments: list[Expression] = []
        while not self._is(")"):
            arguments.append(self.expression())
            if not self._accept(","):
                break
        self._expect(")")
        if not function.least <= len(arguments) <= function.most:
            raise wrong(f"неверное количество параметров функции {token.text}", token.place)
        if function.of_nodes and any(each.kind != "nodes" for each in arguments):
            raise wrong(f"параметр функции {token.text} – набор узлов", token.place)
        return called(function, arguments, token.text)

    def _steps(self) -> list[Step]:
        found = [self._step()]
        while self._is("/", "//"):
            if self._take().text == "//":
                found.append(Step("descendant-or-self", any_node, []))
            found.append(self._step())
        return found

    def _step(self) -> Step:
        if self._accept("."):
            return Step("self", any_node, [])
        if self._accept(".."):
            return Step("parent", any_node, [])
        axis = "child"
        if self._accept("@"):
            axis = "attribute"
        elif self.token.kind == "name" and self._tokens[self._place + 1].text == "::":
            token = self._take()
            axis = token.text
            if axis not in AXES:
                raise wrong(f"нет такой оси: {axis}", token.place)
            self._expect("::")
        test = self._test(axis)
        return Step(axis, test, self._predicates())

    def _test(self, axis: str) -> Test:
        if self._accept("*"):
            return name_test(axis, None, "*")
        token = self.token
        if token.kind != "name":
            raise self.unexpected()
        self._take()
        if token.text in _KINDS and self._accept("("):
            target = ""
            if token.text == "processing-instruction" and self.token.kind == "string":
                target = self._take().text[1:-1]
            self._expect(")")
            return any_node if token.text == "node" else kind_test(token.text, target)
        prefix, colon, local = token.text.partition(":")
        if not colon:
            return name_test(axis, "", token.text)
        uri = "http://www.w3.org/XML/1998/namespace" if prefix == "xml" else self._resolve(prefix)
        if not uri:
            raise wrong(f"префикс {prefix} не связан с пространством имён", token.place)
        return name_test(axis, uri, local)

    def _predicates(self) -> list[Expression]:
        found = []
        while self._accept("["):
            found.append(self.expression())
            self._expect("]")
        return found
