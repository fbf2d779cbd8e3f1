"""Which of the two languages a text is in."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Refused
from interpreter.source import Span

if TYPE_CHECKING:
    from interpreter.source import Source

BY_EXTENSION = {".os": "enterprise", ".bsl": "enterprise", ".sbsl": "element", ".xbsl": "element"}

_TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.|"")*"?|\'[^\'\n]*\'?|#?[^\W\d]\w*|->|==|!=|<>|\S', re.DOTALL)
_DECLARATIONS = frozenset(
    "метод method структура structure перечисление enum исключение exception конст const импорт import "
    "статический static".split()
)
_ENTERPRISE = frozenset(
    "процедура procedure конецпроцедуры endprocedure функция function конецфункции endfunction тогда then конецесли "
    "endif иначеесли elsif конеццикла enddo цикл do конецпопытки endtry каждого each перем вызватьисключение raise "
    "экспорт export выполнить сообщить message <>".split()
)
_ELEMENT = frozenset(
    "метод method пер var знч val исп use поймать catch выбросить throw вконце finally когда when конст const "
    "умолчание обз req ничто -> == !=".split()
)


def detect(source: Source) -> str:
    """ "enterprise" or "element", by the extension, else by the first declaration, else by the words that only one has.

    A text without any sign is Enterprise, but for one that writes to Element's console. Raises Refused when both have
    as many.
    """
    for extension, language in BY_EXTENSION.items():
        if source.name.lower().endswith(extension):
            return language
    words = [
        match[0]
        for match in _TOKEN.finditer(source.text)
        if match[0][0] not in "\"'" and match[0][:2] not in ("//", "/*")
    ]
    if _starts_with_declaration(words):
        return "element"
    enterprise = sum(word.casefold() in _ENTERPRISE for word in words)
    element = sum(word in _ELEMENT for word in words)
    if not any(word.isalpha() and word in _ELEMENT for word in words):
        # Signs alone may be slips; no line of Element ends with a semicolon but the one that ends a block.
        enterprise += _closed_lines(source.text)
    if enterprise == element and element:
        text = "Не удалось определить язык: есть признаки и 1С:Предприятия, и Элемента"
        raise Refused(
            [Diagnostic(source, Span(0, 1), text, "Укажите язык: --language=enterprise или --language=element")]
        )
    if enterprise == element and _uses_console(words):
        return "element"
    return "element" if element > enterprise else "enterprise"


def _closed_lines(text: str) -> int:
    """How many lines say something and end with a semicolon."""
    ends = (line.partition("//")[0].rstrip() for line in text.split("\n"))
    return sum(end.endswith(";") and bool(end.strip("; \t")) for end in ends)


def _uses_console(words: list[str]) -> bool:
    """`Консоль.Записать(…)` where no variable of that name is set: a global object that only Element has."""
    behind = {following for word, following in pairwise(words) if word in ("Консоль", "Console")}
    return "." in behind and "=" not in behind


def _starts_with_declaration(words: list[str]) -> bool:
    if not words:
        return False
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first == "@" or first == "#требуется":
        return True
    return first in _DECLARATIONS and second[:1].isidentifier()


def looks_like_element(source: Source) -> str:
    """A hint for a text of Element that was taken for one of Enterprise."""
    # Entries of the dialogue have numbers.
    way = "введите !язык element" if source.name.startswith("<ввод ") else "запустите с --language=element"
    return f"Похоже на язык Элемент: {way}"
