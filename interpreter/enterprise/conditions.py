"""Conditions of the preprocessor: `#Если Сервер И НЕ ВебКлиент Тогда`."""

from __future__ import annotations

import re

from interpreter.enterprise.keywords import KINDS
from runtime.names import fold

_TABLE = """
Сервер Server 1
НаСервере AtServer 1
Клиент Client 0
НаКлиенте AtClient 0
ТонкийКлиент ThinClient 0
ВебКлиент WebClient 0
МобильныйКлиент MobileClient 0
МобильноеПриложениеКлиент MobileAppClient 0
МобильноеПриложениеСервер MobileAppServer 0
МобильныйАвтономныйСервер MobileStandaloneServer 0
ВнешнееСоединение ExternalConnection 0
ТолстыйКлиентОбычноеПриложение ThickClientOrdinaryApplication 0
ТолстыйКлиентУправляемоеПриложение ThickClientManagedApplication 0
"""
SYMBOLS: dict[str, bool] = {
    fold(word): flag == "1" for ru, en, flag in (row.split() for row in _TABLE.split("\n") if row) for word in (ru, en)
}
"""Folded name → whether it is true here: scripts run as on a server, without any client."""

_TOKEN = re.compile(r"\s*(?:(\w+)|(.))")
_DEPTH_LIMIT = 50


class ConditionError(Exception):
    """A mistake in a condition, at characters `start`…`end` of its text."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.hint = message, start, end, hint


def holds(text: str) -> bool:
    """Whether a condition, with its Тогда, is true; raises ConditionError."""
    condition = _Condition(text)
    result = condition.disjunction(0)
    condition.expect("THEN", "Ожидается ключевое слово Тогда")
    condition.expect("END", "Синтаксическая ошибка")
    return result


class _Condition:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str, int, int]] = []
        for match in _TOKEN.finditer(text.rstrip()):
            word = match[1] or match[2]
            kind = KINDS.get(fold(word), "NAME") if match[1] else word
            self.tokens.append((kind, word, match.end() - len(word), match.end()))
        self.tokens.append(("END", "", len(text), len(text)))
        self.position = 0

    @property
    def kind(self) -> str:
        return self.tokens[self.position][0]

    def expect(self, kind: str, message: str) -> None:
        if self.kind != kind:
            raise self.error(message)
        self.position = min(self.position + 1, len(self.tokens) - 1)

    def error(self, message: str, hint: str = "") -> ConditionError:
        _, _, start, end = self.tokens[self.position]
        return ConditionError(message, start, end, hint)

    def disjunction(self, depth: int) -> bool:
        result = self.conjunction(depth)
        while self.kind == "OR":
            self.position += 1
            result = self.conjunction(depth) or result
        return result

    def conjunction(self, depth: int) -> bool:
        result = self.operand(depth)
        while self.kind == "AND":
            self.position += 1
            result = self.operand(depth) and result
        return result

    def operand(self, depth: int) -> bool:
        negated = False
        while self.kind == "NOT":
            self.position += 1
            negated = not negated
        if self.kind == "(":
            if depth == _DEPTH_LIMIT:
                raise self.error("Слишком большая вложенность")
            self.position += 1
            result = self.disjunction(depth + 1)
            self.expect(")", "Ожидается символ ')'")
        else:
            result = self.symbol()
        return result != negated

    def symbol(self) -> bool:
        if self.kind != "NAME":
            raise self.error("Ожидается символ препроцессора")
        word = self.tokens[self.position][1]
        value = SYMBOLS.get(fold(word))
        if value is None:
            raise self.error("Неизвестный символ препроцессора", _nearest(word))
        self.position += 1
        return value


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    names = [name for row in _TABLE.split("\n") if row for name in row.split()[:2]]
    near = get_close_matches(word, names, n=1, cutoff=0.7)
    return f"Возможно, вы имели в виду «{near[0]}»?" if near else ""
