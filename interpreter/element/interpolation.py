"""Strings: where they end, and what they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from interpreter.diagnostics import Note
from interpreter.element.syntax_messages import TOO_DEEP, Mistake
from interpreter.source import Span

STRING_NESTING_LIMIT = 50
"""How deep strings and braces of interpolations may stand in each other."""

_PLAIN = re.compile(r'[^"\\%$]*+')
_CODE = re.compile(r'[^"{}]*+')
_NAME = re.compile(r"[^\W\d][\w\u0300-\u036f]*+")
_BEFORE_BAR = re.compile(r'[^"{}()\[\]|]*+')


@dataclass(frozen=True, slots=True)
class RawText:
    """Text of a string as it is written."""

    span: Span


@dataclass(frozen=True, slots=True)
class EscapedSign:
    """The first sign of `%%{` or `$${`: it stands for nothing but the second one."""

    span: Span


@dataclass(frozen=True, slots=True)
class RawInterpolation:
    """`%Имя` or `${выр|формат}`: where the whole, its expression and its format are."""

    span: Span
    kind: Literal["%", "$"]
    code: Span
    format: Span | None


def string_end(text: str, position: int, stop: int) -> int:
    """The end of the string, or of the braces, that opens at a position; what is inside may nest."""
    opened = [position]
    position += 1
    while opened:
        if len(opened) > STRING_NESTING_LIMIT:
            raise Mistake(Span(position - 1, position), TOO_DEEP)
        in_string = text[opened[-1]] == '"'
        skipped = (_PLAIN if in_string else _CODE).match(text, position, stop)
        position = skipped.end() if skipped else position
        if position >= stop:
            raise _unclosed(text, opened)
        sign = text[position]
        if sign == "\\":
            position += 2
        elif sign in "%$":
            if _is_pair(text, position):
                position += 1
            elif text.startswith("{", position + 1, stop):
                position += 1
                opened.append(position)
            position += 1
        elif sign == "}" or (sign == '"' and in_string):
            opened.pop()
            position += 1
        else:
            opened.append(position)
            position += 1
    return position


def _is_pair(text: str, position: int) -> bool:
    """`%%{`, `%%Имя`: the first sign only takes the meaning from the second."""
    following = text[position + 2 : position + 3]
    return text[position + 1 : position + 2] == text[position] and (following == "{" or bool(_NAME.match(following)))


def _unclosed(text: str, opened: list[int]) -> Mistake:
    first, last = opened[0], opened[-1]
    what = "строка" if text[first] == '"' else "скобка «{»"
    notes = () if first == last else (Note(Span(last, last + 1), "Возможно, не закрыто здесь"),)
    return Mistake(Span(first, first + 1), f"Не закрыта {what}", notes=notes)


def split(text: str, span: Span) -> list[RawText | EscapedSign | RawInterpolation]:
    """The parts of a closed string."""
    parts: list[RawText | EscapedSign | RawInterpolation] = []
    plain = position = span.start + 1
    stop = span.end - 1
    while position < stop:
        skipped = _PLAIN.match(text, position, stop)
        position = skipped.end() if skipped else position
        if position >= stop:
            break
        if text[position] == "\\":
            position += 2
            continue
        part = _special(text, position, stop)
        if part is None:
            position += 1
            continue
        if plain < position:
            parts.append(RawText(Span(plain, position)))
        parts.append(part)
        plain = position = part.span.end
        if isinstance(part, EscapedSign):
            position += 1
    if plain < stop:
        parts.append(RawText(Span(plain, stop)))
    return parts


def _special(text: str, position: int, stop: int) -> EscapedSign | RawInterpolation | None:
    """What `%` or `$` at a position begins, if anything."""
    if _is_pair(text, position):
        return EscapedSign(Span(position, position + 1))
    kind: Literal["%", "$"] = "%" if text[position] == "%" else "$"
    if text.startswith("{", position + 1, stop):
        end = string_end(text, position + 1, stop)
        bar = _format_bar(text, position + 2, end - 1) if kind == "$" else None
        code = Span(position + 2, end - 1 if bar is None else bar)
        return RawInterpolation(Span(position, end), kind, code, None if bar is None else Span(bar + 1, end - 1))
    name = _NAME.match(text, position + 1, stop)
    if name is None:
        return None
    return RawInterpolation(Span(position, name.end()), kind, Span(position + 1, name.end()), None)


def _format_bar(text: str, position: int, stop: int) -> int | None:
    """The first `|` outside brackets and strings."""
    depth = 0
    while True:
        skipped = _BEFORE_BAR.match(text, position, stop)
        position = skipped.end() if skipped else position
        if position >= stop:
            return None
        sign = text[position]
        if sign == "|" and depth <= 0:
            return position
        if sign == '"':
            position = string_end(text, position, stop)
            continue
        depth += (sign in "{([") - (sign in "})]")
        position += 1
