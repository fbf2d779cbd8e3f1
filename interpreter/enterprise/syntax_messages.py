"""What to say when a token cannot stand where it does: the platform's message, the place, one hint if likely right.

The rules are tried in turn; the first that has something to say wins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from interpreter.detection import looks_like_element
from interpreter.diagnostics import Diagnostic, Note
from interpreter.enterprise.keywords import (
    BLOCK_ENDS,
    BLOCK_MIDDLES,
    CLOSERS,
    METHOD_ENDS,
    METHOD_STARTS,
    SPELLINGS,
    STATEMENT_STARTS,
)
from interpreter.enterprise.misspelling import nearest_keyword
from interpreter.source import Source, Span
from runtime.names import fold

if TYPE_CHECKING:
    from interpreter.enterprise.lexer import Lexed
    from interpreter.enterprise.tokens import Token

_SIGNS = {
    "RPAR": ")", "RSQB": "]", "COMMA": ",", "LPAR": "(", "TILDE": "~", "COLON": ":", "EQUAL": "=", "SEMICOLON": ";",
}  # fmt: skip
_STRUCTURE = ("THEN", "DO", "IN", "TO", "EXCEPT")
_LITERALS = frozenset({"STRING", "NUMBER", "DATE", "TRUE", "FALSE", "UNDEFINED", "NULL", "NEW"})
_STATEMENT_BORDERS = frozenset({"SEMICOLON", "THEN", "DO", "ELSE", "TRY", "EXCEPT", "COLON"}) | METHOD_ENDS
_ELEMENT_WORDS = frozenset(
    "метод пер знч исп импорт конст структура перечисление вконце выбор статический method val use import const".split()
)


@dataclass(frozen=True, slots=True)
class Failure:
    """The token at `index` was refused, those from `first` on were not.

    `accepted` might stand in its place, `accepted_before` in the place of the token before it.
    """

    index: int
    first: int
    accepted: frozenset[str]
    accepted_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Finding:
    """What a rule says; without a span, about the place of the refused token."""

    message: str
    hint: str = ""
    span: Span | None = None
    opening: Token | None = None


@dataclass(slots=True)
class _Place:
    """The surroundings of a failure."""

    source: Source
    tokens: list[Token]
    failure: Failure
    token: Token = field(init=False)
    previous: Token | None = field(init=False)
    open: list[Token] = field(init=False)

    def __post_init__(self) -> None:
        index, first = self.failure.index, self.failure.first
        self.token = self.tokens[index]
        self.previous = self.tokens[index - 1] if index > first else None
        self.open = _unclosed(self.tokens[first:index])

    def accepts(self, kind: str) -> bool:
        return kind in self.failure.accepted

    @property
    def opening(self) -> Token | None:
        """The innermost open bracket or block."""
        return self.open[-1] if self.open else None

    @property
    def same_line(self) -> bool:
        """Whether the refused token stands on the line where the one before it ends."""
        return self.previous is None or "\n" not in self.source.text[self.previous.end : self.token.start]

    @property
    def after_previous(self) -> Span:
        end = self.previous.end if self.previous else self.token.start
        return Span(end, end)

    @property
    def span(self) -> Span:
        """The refused token, or the end of the one before it when the line (or the text) has ended there."""
        ended = self.token.type == "$END" or not self.same_line
        return self.after_previous if ended and self.previous is not None else self.token.span

    @property
    def statement_start(self) -> int:
        """The index of the first token of the statement; only of use for one that is no block."""
        index = self.failure.index
        while index > self.failure.first and self.tokens[index - 1].type not in _STATEMENT_BORDERS:
            index -= 1
        return index

    @property
    def began(self) -> Token | None:
        """The first token of the statement, when it stands on an earlier line than what is missing."""
        first = self.tokens[self.statement_start]
        end = self.previous.end if self.previous else first.start
        return first if "\n" in self.source.text[first.start : end] else None


def explain(source: Source, lexed: Lexed, failure: Failure) -> Diagnostic:
    """The diagnostic for one refused token."""
    token = lexed.tokens[failure.index]
    if token.type == "ERROR":
        return lexed.mistakes[token.start]
    place = _Place(source, lexed.tokens, failure)
    found = next(
        (finding for rule in _RULES if (finding := rule(place)) is not None), _Finding("Синтаксическая ошибка")
    )
    notes = (Note(found.opening.span, "Конструкция начата здесь"),) if found.opening else ()
    return Diagnostic(source, found.span or place.span, found.message, found.hint, notes=notes)


def _keyword_as_name(place: _Place) -> _Finding | None:
    """`Новый = 5`, where the keyword is refused, or `Если = 5`, where the sign behind it is."""
    tokens, index = place.tokens, place.failure.index
    at = index - 1 if place.token.type == "EQUAL" else index
    begins = at == place.failure.first or (at > place.failure.first and tokens[at - 1].type in _STATEMENT_BORDERS)
    if not begins or tokens[at].type not in SPELLINGS or tokens[at + 1].type != "EQUAL":
        return None
    ends = next(token.type for token in tokens[at + 1 :] if token.type in _STATEMENT_BORDERS | {"$END"})
    return _Finding("Ожидается имя", _not_a_name(tokens[at]), tokens[at].span) if ends not in ("THEN", "DO") else None


def _doubled_sign(place: _Place) -> _Finding | None:
    tokens, index = place.tokens, place.failure.index
    for at in (index, index - 2):
        if at < place.failure.first or at + 1 >= len(tokens):
            continue
        one, two = tokens[at], tokens[at + 1]
        if one.type == "SIGN" and one.text == two.text and one.end == two.start:
            name = tokens[at - 1].text if at > place.failure.first and tokens[at - 1].type == "NAME" else "А"
            hint = f"В языке нет {one.text * 2}: {name} = {name} {one.text} 1;"
            return _Finding("Синтаксическая ошибка", hint, Span(one.start, two.end))
    return None


def _decimal_comma(place: _Place) -> _Finding | None:
    following = place.tokens[min(place.failure.index + 1, len(place.tokens) - 1)]
    whole, comma = place.previous, place.token
    if comma.type != "COMMA" or whole is None or whole.type != "NUMBER" or following.type != "NUMBER":
        return None
    if whole.end != comma.start or comma.end != following.start or "." in whole.text + following.text:
        return None
    hint = f"Дробная часть отделяется точкой: {whole.text}.{following.text}"
    return _Finding("Синтаксическая ошибка", hint, Span(whole.start, following.end))


def _quote_in_string(place: _Place) -> _Finding | None:
    """A string that a word touches, and a quote behind a word: a word in quotes was meant to stand in the string."""
    previous = place.previous
    if previous is None or previous.type != "STRING" or previous.end != place.token.start:
        return None
    index = place.failure.index
    following = next((at for at in range(index + 1, len(place.tokens)) if place.tokens[at].text[:1] == '"'), None)
    if following is None or place.tokens[following - 1].end != place.tokens[following].start:
        return None
    if place.token.type != "NAME" or "\n" in place.source.text[place.token.start : place.tokens[following].start]:
        return None
    return _Finding(
        "Синтаксическая ошибка", 'Кавычка внутри строки удваивается: ""', Span(previous.end - 1, previous.end)
    )


def _else_and_if_apart(place: _Place) -> _Finding | None:
    """A block that was left open because `Иначе Если` began another one."""
    opening = place.opening
    if opening is None or opening.type != "IF" or not place.accepts("ENDIF"):
        return None
    if place.token.type not in BLOCK_ENDS | BLOCK_MIDDLES | METHOD_ENDS | METHOD_STARTS | {"$END"}:
        return None
    inside = [token for token in place.tokens[: place.failure.index] if token.start > opening.start]
    for one, two in pairwise(inside):
        if (one.type, two.type) == ("ELSE", "IF") and "\n" not in place.source.text[one.end : two.start]:
            message = f"Ожидается ключевое слово {SPELLINGS['ENDIF'][0]}"
            return _Finding(message, "ИначеЕсли пишется слитно", Span(one.start, two.end), opening)
    return None


def _not_a_name(token: Token) -> str:
    return f"«{token.text}» — ключевое слово, именем оно быть не может."


def _misspelt_keyword(place: _Place) -> _Finding | None:
    token = place.token
    if token.type != "NAME":
        return None
    kind, hint = nearest_keyword(token.text, place.failure.accepted)
    if not kind:
        return None
    needed = kind in _STRUCTURE or kind in BLOCK_ENDS or kind in METHOD_ENDS
    message = f"Ожидается ключевое слово {SPELLINGS[kind][0]}" if needed else "Синтаксическая ошибка"
    return _Finding(message, hint, token.span, place.began if needed else None)


def _misspelt_keyword_before(place: _Place) -> _Finding | None:
    previous = place.previous
    if previous is None or previous.type != "NAME" or place.tokens[place.failure.index - 2].type == "DOT":
        return None
    kind, hint = nearest_keyword(previous.text, place.failure.accepted_before)
    if not kind:
        return None
    begins = place.tokens[place.statement_start] is previous
    return _Finding("Неопознанный оператор" if begins else "Синтаксическая ошибка", hint, previous.span)


def _element_text(place: _Place) -> _Finding | None:
    first = place.tokens[place.statement_start]
    if place.token is first or first.type != "NAME" or fold(first.text) not in _ELEMENT_WORDS:
        return None
    if place.tokens[place.statement_start + 1].type != "NAME":
        return None
    return _Finding("Неопознанный оператор", looks_like_element(place.source), first.span)


def _unclosed_construction(place: _Place) -> _Finding | None:
    opening = place.opening
    if opening is None:
        return None
    closer = next((kind for kind in (*CLOSERS[opening.type], "EXCEPT") if place.accepts(kind)), None)
    if closer is None:
        return None
    if closer in _SIGNS:
        if place.accepts("NAME") and not place.accepts("NUMBER") and place.same_line and place.token.type != "$END":
            return None  # a parameter list has just begun: a name is missing rather than the bracket
        return _Finding(f"Ожидается символ '{_SIGNS[closer]}'", opening=opening)
    ends = BLOCK_ENDS | BLOCK_MIDDLES | METHOD_ENDS | METHOD_STARTS | {"$END"}
    if place.token.type not in ends:
        return None
    span = None if place.token.type == "$END" else place.token.span
    return _Finding(f"Ожидается ключевое слово {SPELLINGS[closer][0]}", span=span, opening=opening)


def _nothing_to_close(place: _Place) -> _Finding | None:
    token = place.token
    if token.type in ("RPAR", "RSQB") and place.accepts("SEMICOLON"):
        return _Finding("Синтаксическая ошибка", f"Скобка «{token.text}» не была открыта.", token.span)
    if token.type in BLOCK_ENDS | METHOD_ENDS and place.accepts("SEMICOLON"):
        starts = [SPELLINGS[kind][0] for kind, closers in CLOSERS.items() if token.type in closers]
        return _Finding(
            f"Неожиданное ключевое слово {token.text}", f"Перед ним нет слова «{'» или «'.join(starts)}».", token.span
        )
    if token.type in BLOCK_MIDDLES and place.accepts("SEMICOLON"):
        return _Finding(f"Неожиданное ключевое слово {token.text}", span=token.span)
    return None


def _misplaced_declaration(place: _Place) -> _Finding | None:
    token = place.token
    if token.type == "VAR" and place.accepts("IF"):
        return _Finding("Объявления переменных должны предшествовать операторам", span=token.span)
    if token.type in METHOD_STARTS and place.accepts("IF"):
        return _Finding("Определение процедуры или функции в этом месте недопустимо", span=token.span)
    return None


def _missing_semicolon(place: _Place) -> _Finding | None:
    starts = place.token.type in STATEMENT_STARTS or place.token.type in METHOD_STARTS
    if not place.accepts("SEMICOLON") or not starts:
        return None
    return _Finding("Ожидается символ ';'", span=place.after_previous, opening=place.began)


def _no_statement(place: _Place) -> _Finding | None:
    """A designator that is neither called nor assigned to."""
    token, previous = place.token, place.previous
    first = place.tokens[place.statement_start]
    if previous is None or not (place.accepts("EQUAL") and place.accepts("DOT")):
        return None
    if place.accepts("SEMICOLON") or place.accepts("$END"):
        return None
    if first.type != "NAME" or place.accepts("THEN"):
        return None
    if place.opening is not None and place.opening.start > first.start:
        return None
    designator = place.source.slice(Span(first.start, previous.end))
    hint = ""
    if token.type == "COLON":
        hint = "Присваивание записывается знаком «=»."
    elif previous.type == "NAME" and token.type in _LITERALS | {"NAME"} and place.same_line:
        hint = f"Параметры вызова пишутся в скобках: {designator}(…)."
    elif previous.type == "NAME":
        hint = f"Вызов пишется со скобками: {designator}()."
    return _Finding(
        "Неопознанный оператор",
        hint if "\n" not in hint and len(designator) < 60 else "",
        Span(first.start, previous.end),
    )


def _missing_keyword(place: _Place) -> _Finding | None:
    kind = next((kind for kind in _STRUCTURE if place.accepts(kind)), None)
    if kind is None or place.accepts("IF"):
        return None
    return _Finding(f"Ожидается ключевое слово {SPELLINGS[kind][0]}", opening=place.began)


def _missing_name(place: _Place) -> _Finding | None:
    if not place.accepts("NAME") or place.accepts("NUMBER") or place.accepts("IF"):
        return None
    hint = _not_a_name(place.token) if place.token.type in SPELLINGS else ""
    return _Finding("Ожидается имя", hint)


def _missing_expression(place: _Place) -> _Finding | None:
    if not place.accepts("NUMBER") or place.accepts("IF"):
        return None
    return _Finding("Ожидается выражение", span=None)


def _missing_sign(place: _Place) -> _Finding | None:
    if place.accepts("SEMICOLON") or place.accepts("$END"):
        return None
    kind = next((kind for kind in _SIGNS if place.accepts(kind)), None)
    return _Finding(f"Ожидается символ '{_SIGNS[kind]}'") if kind else None


def _trailing(place: _Place) -> _Finding | None:
    """Something stands behind a finished statement."""
    if not place.accepts("SEMICOLON") or place.accepts("IF"):
        return None
    return _Finding("Ожидается символ ';'", span=place.after_previous, opening=place.began)


def _not_a_beginning(place: _Place) -> _Finding | None:
    return _Finding("Неопознанный оператор", span=place.token.span) if place.accepts("IF") else None


_RULES: tuple[Callable[[_Place], _Finding | None], ...] = (
    _keyword_as_name,
    _doubled_sign,
    _decimal_comma,
    _quote_in_string,
    _else_and_if_apart,
    _misspelt_keyword,
    _misspelt_keyword_before,
    _element_text,
    _unclosed_construction,
    _nothing_to_close,
    _misplaced_declaration,
    _missing_semicolon,
    _no_statement,
    _missing_keyword,
    _missing_name,
    _missing_expression,
    _missing_sign,
    _trailing,
    _not_a_beginning,
)


def _unclosed(tokens: list[Token]) -> list[Token]:
    stack: list[Token] = []
    for token in tokens:
        if token.type in CLOSERS:
            stack.append(token)
        elif stack and token.type in CLOSERS[stack[-1].type]:
            stack.pop()
    return stack
