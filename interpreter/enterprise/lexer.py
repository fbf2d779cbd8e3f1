"""Text to tokens.

One regular expression finds the next token; its text is looked up in a table of kinds that grows with the spellings
met, so that case is folded once per spelling. A mistake becomes a token of type ERROR with a diagnostic, which the
parser reports when it gets there: so the mistakes of both come in the order of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from interpreter.detection import looks_like_element
from interpreter.diagnostics import Diagnostic
from interpreter.enterprise.keywords import KINDS, METHOD_ENDS
from interpreter.enterprise.literals import CONTINUATION, date_digits
from interpreter.enterprise.tokens import Token
from interpreter.source import Source, Span
from runtime.names import fold

MISTAKE_LIMIT = 50
"""After so many mistakes the rest of a text is not read: it is no program."""

DIGIT_LIMIT = 1000
"""Longer numbers are refused (the platform promises 38 digits; CPython converts at most 4300)."""

NAME_PATTERN = r"[^\W\d][\w\u0300-\u036f]*+"

# `\s` takes NBSP, U+2028 and their like for blanks; only LF ends a line.
_TOKEN = re.compile(
    rf"""(?:\s++|//[^\n]*+)*+
    (?:(?P<NAME>{NAME_PATTERN})
    |(?P<FOREIGN>[-+*/=!]=|[-=]>|&&|\|\||[{{}}])
    |(?P<SIGN><>|<=|>=|[-+*/%=<>()\[\],.;:~?])
    |(?P<NUMBER>[0-9]++(?:\.[0-9]++)?+(?!\w))
    |(?P<STRING>(?P<OPEN_STRING>"(?:[^"\n]++|""|{CONTINUATION.pattern})*+)"?)
    |(?P<DATE>'[^'\n]*+'?)
    |(?P<ANNOTATION>&{NAME_PATTERN})
    |(?P<DIGITS>[0-9]++(?:\.[0-9]++)?+\w++)
    |(?P<END>\Z)
    |(?P<BAD>.))""",
    re.VERBOSE | re.DOTALL,
)

_SIGNS = {
    **dict.fromkeys(["+", "-"], "SIGN"),
    **dict.fromkeys(["*", "/", "%"], "FACTOR"),
    **dict.fromkeys(["<", ">", "<=", ">=", "<>"], "COMPARE"),
    "=": "EQUAL",
    "(": "LPAR",
    ")": "RPAR",
    "[": "LSQB",
    "]": "RSQB",
    ",": "COMMA",
    ".": "DOT",
    ";": "SEMICOLON",
    ":": "COLON",
    "~": "TILDE",
    "?": "QMARK",
}

_ASYNC_METHOD = re.compile(r"\s+(?:процедура|функция|procedure|function)\b", re.IGNORECASE)

_FOREIGN_HINTS = {
    "==": "Равенство проверяется одним знаком «=».",
    "!=": "Неравенство записывается знаком «<>».",
    "&&": "Логическое «и» записывается словом «И».",
    "||": "Логическое «или» записывается словом «Или».",
    "+=": "Сокращённого присваивания нет: повторите имя, «А = А + 1».",
    "-=": "Сокращённого присваивания нет: повторите имя, «А = А - 1».",
    "*=": "Сокращённого присваивания нет: повторите имя, «А = А * 2».",
    "/=": "Сокращённого присваивания нет: повторите имя, «А = А / 2».",
    "=>": "«Больше или равно» записывается знаком «>=».",
}


@dataclass(slots=True)
class Lexed:
    """The tokens of a text, the last of type $END, and the diagnostics of its ERROR tokens by their start."""

    tokens: list[Token] = field(default_factory=list)
    mistakes: dict[int, Diagnostic] = field(default_factory=dict)


def tokenize(source: Source, text: str | None = None) -> Lexed:
    """The tokens of a source; `text` replaces its text, place for place (the preprocessor blanks lines out)."""
    result = Lexed()
    tokens, kinds = result.tokens, dict(_SIGNS)
    append, known = tokens.append, kinds.get
    text = source.text if text is None else text
    previous, is_async = "", False
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or "BAD"
        start, end = match.span(group)
        word = match[group]
        kind = known(word)
        if kind is None:
            if group == "NAME":
                kind = kinds[word] = KINDS.get(fold(word), "NAME")
            elif group == "END":
                append(Token("$END", "", end, end))
                break
            else:
                kind = group
                mistake = _mistake(source, match, group)
                if mistake is not None:
                    kind = "ERROR"
                    result.mistakes[start] = mistake
        if group == "NAME" and kind != "NAME":
            if previous == "DOT":
                kind = "NAME"
            elif kind == "ASYNC":
                is_async = _ASYNC_METHOD.match(text, end) is not None
                kind = "ASYNC" if is_async else "NAME"
            elif kind == "AWAIT":
                kind = "AWAIT" if is_async else "NAME"
            elif kind in METHOD_ENDS:
                is_async = False
        append(Token(kind, word, start, end))
        previous = kind
        if kind == "ERROR" and len(result.mistakes) >= MISTAKE_LIMIT:
            append(Token("$END", "", end, end))
            break
    return result


def _mistake(source: Source, match: re.Match[str], group: str) -> Diagnostic | None:
    """What is wrong with a token that is neither a name nor a sign; None when it is sound."""
    message = hint = ""
    word = match[group]
    if group == "STRING":
        if match.end("OPEN_STRING") == match.end():
            message = "Ожидается символ '\"'"
    elif group == "DATE":
        message, hint = _date_mistake(word)
    elif group == "NUMBER":
        if len(word) > DIGIT_LIMIT:
            message, hint = "Синтаксическая ошибка", f"В числе больше {DIGIT_LIMIT} цифр."
    elif group == "DIGITS":
        message, hint = "Синтаксическая ошибка", "Имя не может начинаться с цифры."
    elif group == "FOREIGN":
        message, hint = "Синтаксическая ошибка", _FOREIGN_HINTS.get(word) or looks_like_element(source)
    elif group == "BAD":
        message, hint = f"Неизвестный символ '{word}'", _character_hint(word)
    return Diagnostic(source, Span(*match.span(group)), message, hint) if message else None


def _date_mistake(word: str) -> tuple[str, str]:
    if len(word) > 1 and word.endswith("'") and date_digits(word):
        return "", ""
    looks_like_text = any(c.isalpha() for c in word) or not any(c.isdigit() for c in word)
    hint = "Строку заключают в двойные кавычки." if looks_like_text else "Дата записывается как 'ГГГГММДДччммсс'."
    if len(word) == 1 or not word.endswith("'"):
        return 'Ожидается символ "\'"', hint
    return "Неправильная константа типа Дата", hint


def _character_hint(character: str) -> str:
    if character in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        return f"Это невидимый символ U+{ord(character):04X}: удалите его."
    if character in "«»“”„":
        return "Строку заключают в прямые двойные кавычки."
    if character in "‘’`":
        return "Строку заключают в прямые двойные кавычки, дату — в одинарные."
    if character in "–—−":
        return "Минус записывается знаком «-»."
    if character == "#":
        return "Инструкция препроцессора должна начинать строку."
    return ""
