"""The text of an expression → tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from runtime.errors import OnecError

_NAME = r"[^\W\d][\w.\-\u00b7]*"
_TOKEN = re.compile(
    rf"""(?P<number>\d+(?:\.\d*)?|\.\d+)
    |(?P<string>"[^"]*"|'[^']*')
    |(?P<sign>\.\.|::|//|!=|<=|>=|[()\[\].@,/|+\-=<>*$])
    |(?P<name>{_NAME}(?::(?:{_NAME}|\*))?)""",
    re.VERBOSE,
)
_BLANKS = re.compile(r"[ \t\r\n]*")
_WORDS = frozenset({"and", "or", "div", "mod"})
_OPERATORS = frozenset({"and", "or", "div", "mod", "*", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">="})
# After these an asterisk or a word is no operator.
_OPENING = frozenset({"@", "::", "(", "[", ","})


class Token(NamedTuple):
    """`kind` is number, string, name, operator, sign or end; `place` counts characters from 1."""

    kind: str
    text: str
    place: int


def wrong(reason: str, place: int) -> OnecError:
    """What to raise for a mistake in an expression."""
    return OnecError(f"Ошибка в выражении XPath (позиция {place}): {reason}")


def tokens(text: str) -> list[Token]:
    """All tokens, an end among them."""
    found: list[Token] = []
    place = _skip(text, 0)
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise wrong(f"недопустимый символ «{text[place]}»", place + 1)
        kind, value = match.lastgroup or "", match[0]
        previous = found[-1] if found else None
        after_operand = previous is not None and previous.kind != "operator" and previous.text not in _OPENING
        if previous is not None and previous.kind == "string":
            after_operand = True
        if value in _WORDS or value == "*":
            kind = "operator" if after_operand else kind
        elif kind == "sign" and value in _OPERATORS:
            kind = "operator"
        found.append(Token(kind, value, place + 1))
        place = _skip(text, match.end())
    found.append(Token("end", "", place + 1))
    return found


def _skip(text: str, place: int) -> int:
    match = _BLANKS.match(text, place)
    assert match is not None
    return match.end()
