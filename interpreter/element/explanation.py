"""From the token at which the parser stopped to the mistake that the author made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from interpreter.diagnostics import Note
from interpreter.element.failure import BLOCKS, STATEMENT_STARTS, Failure, unexpected
from interpreter.element.foreign_forms import foreign_form
from interpreter.element.keywords import ELSEWHERE, ENTERPRISE, KEYWORDS
from interpreter.element.syntax_messages import (
    COMPARE_WITH_TWO,
    MEMBER_WORDS,
    OUTSIDE_METHOD,
    SEMICOLON_CLOSES,
    SPACE_BEFORE_LESS,
    Mistake,
    expectation,
    keyword_hint,
)
from interpreter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.element.lexer import Token

_BRACKETS = {
    "LPAR": ")", "LPAR_NL": ")", "LAM_LPAR": ")", "LBR": "]", "LBR_NL": "]", "LBRACE": "}",
    "LT_GEN": ">", "LT_LIT": ">",
}  # fmt: skip
_MEMBER_STARTS = frozenset("METHOD STRUCTURE EXCEPTION ENUM STATIC AT CONST IMPORT ABSTRACT".split())
_NAME_WANTED = frozenset("VAR VAL USE METHOD STRUCTURE EXCEPTION ENUM CONST FOR CATCH REQ".split())
_CONTINUATIONS = frozenset("ELSE ELSIF WHEN CATCH FINALLY".split())
_BEHIND = frozenset({"STAR", "DOT", "SEMI"})
"""What may stand behind a whole expression or statement."""
_TOO_LATE = {("ELSE", "ELSE"), ("ELSE", "ELSIF"), ("ELSE", "WHEN"), ("FINALLY", "CATCH"), ("FINALLY", "FINALLY")}
_WORDS = frozenset(KEYWORDS.values())


def explain(failure: Failure) -> Mistake:
    """The first reading that fits."""
    for reading in (
        _open_string, foreign_form, _open_bracket, _foreign_word, _compared_with_one, _missing_semicolon, _name_wanted,
        _outside_method, _bracket_too_early, _branch_too_late, _small_slips,
    ):  # fmt: skip
        mistake = reading(failure)
        if mistake is not None:
            return mistake
    return _plain(failure)


def _open_string(failure: Failure) -> Mistake | None:
    """A quote was forgotten: the string ran to the next quote, and what follows makes no sense."""
    before = failure.before
    if before is None or before.type != "STRING" or "\n" not in before.text or failure.token.newline:
        return None
    return Mistake(Span(before.start, before.start + 1), "Не закрыта строка")


def _open_bracket(failure: Failure) -> Mistake | None:
    bracket = failure.opened(frozenset(_BRACKETS) | BLOCKS)
    if bracket is None or bracket.type not in _BRACKETS:
        return None
    token = failure.token
    generic = bracket.type in ("LT_GEN", "LT_LIT")
    if generic:
        name = "" if bracket.type == "LT_LIT" else SPACE_BEFORE_LESS
        return Mistake(token.span, unexpected(token), name)
    closer = {")": "RPAR", "]": "RBR", "}": "RBRACE"}[_BRACKETS[bracket.type]]
    ends = token.newline or token.type in ("SEMI", "$END") or token.type in STATEMENT_STARTS - {"IDENT", "NEW"}
    if closer not in failure.accepted or not ends:
        return None
    note = Note(bracket.span, "Скобка открыта здесь")
    advice = "Или пропущена запятая." if token.type == "LBR_NL" else ""
    return Mistake(failure.gap, f"Не закрыта скобка «{bracket.text}»", advice, notes=(note,))


def _foreign_word(failure: Failure) -> Mistake | None:
    """A word that is not a keyword here stands where only keywords may stand, or made nonsense of what follows."""
    for token in (failure.token, failure.before):
        if token is not None and token.type in ("IDENT", "LAM_ID") and _is_foreign(token.text):
            return Mistake(token.span, f"Неизвестное слово «{token.text}»", keyword_hint(token.text, ()))
    token = failure.token
    if token.type != "IDENT" or "IDENT" in failure.accepted:
        return None
    at_top = "METHOD" in failure.accepted and failure.opened(BLOCKS) is None
    wanted = MEMBER_WORDS if at_top else [word for word, kind in KEYWORDS.items() if kind in failure.accepted]
    hint = keyword_hint(token.text, wanted)
    return Mistake(token.span, f"Неизвестное слово «{token.text}»", hint) if hint else None


def _is_foreign(word: str) -> bool:
    return word.casefold() in ENTERPRISE or word in ELSEWHERE


def _compared_with_one(failure: Failure) -> Mistake | None:
    if failure.token.type != "EQ" or failure.before is None or failure.before.type in _NAME_WANTED | {"COLON"}:
        return None
    return Mistake(failure.token.span, "Неожиданный знак «=»", COMPARE_WITH_TWO)


def _missing_semicolon(failure: Failure) -> Mistake | None:
    """The text, or the next member, begins inside a block."""
    token = failure.token
    if token.type == "IDENT" and failure.before is not None and failure.before.type in _MEMBER_STARTS:
        token = failure.before
    opener = failure.opened(BLOCKS)
    if opener is None or (token.type != "$END" and token.type not in _MEMBER_STARTS):
        return None
    if token.type == "$END" and "SEMI" not in failure.accepted:
        return None
    if token is opener:
        opener = failure.opened(BLOCKS - {token.type}) or opener
    opener = _misaligned(failure) or opener
    # The opener may itself be the «если» that stands below its «иначе».
    behind = failure.tokens[max(failure.tokens.index(opener) - 1, 0) : failure.position]
    broken = any(first.type == "ELSE" and second.type == "IF" for first, second in pairwise(behind))
    hint = "Ветвь «иначе если» пишут на одной строке, тогда ей не нужна своя «;»." if broken else ""
    place = failure.gap if token.type == "$END" else token.span
    return Mistake(place, f"Ожидается «;»: не закрыто «{opener.text}»", hint, (_started(opener),))


def _misaligned(failure: Failure) -> Token | None:
    """The opener whose `;` the layout shows to be missing: the next `;` stands left of it."""
    opened: list[tuple[int, Token]] = []
    for token, indent in _block_tokens(failure):
        if token.type in BLOCKS:
            opened.append((indent, token))
        elif token.type == "SEMI" and opened:
            if token.newline and indent < opened[-1][0]:
                return opened[-1][1]
            opened.pop()
    return opened[-1][1] if opened else None


def _block_tokens(failure: Failure) -> Iterator[tuple[Token, int]]:
    """Openers and semicolons before the failure, each with the indentation of its line."""
    indent = 0
    for number in range(failure.first, failure.position):
        token = failure.tokens[number]
        if token.newline:
            indent = failure.source.position(token.start)[1]
        if token.type == "METHOD" and number + 1 == failure.position:
            return
        if token.type in BLOCKS or token.type == "SEMI":
            yield token, indent


def _started(opener: Token) -> Note:
    return Note(opener.span, "Конструкция начата здесь")


def _name_wanted(failure: Failure) -> Mistake | None:
    token, before = failure.token, failure.before
    if before is None or before.type not in _NAME_WANTED or "IDENT" not in failure.accepted:
        return None
    if token.type in _WORDS and token.text.strip():
        return Mistake(token.span, f"«{token.text}» — ключевое слово, именем быть не может")
    return None


def _outside_method(failure: Failure) -> Mistake | None:
    """A statement or a `;` between the members of the module."""
    token = failure.token
    if "METHOD" not in failure.accepted or failure.opened(BLOCKS) is not None or "IF" in failure.accepted:
        return None
    if token.type == "SEMI" or token.type in STATEMENT_STARTS or token.type in _CONTINUATIONS:
        early = _early_semicolon(failure)
        if early is not None:
            return Mistake(early.span, "Неожиданная «;»", SEMICOLON_CLOSES)
    if token.type == "SEMI":
        return Mistake(token.span, "Лишняя «;»: закрывать нечего", "" if token.newline else SEMICOLON_CLOSES)
    if token.type in STATEMENT_STARTS:
        return Mistake(token.span, OUTSIDE_METHOD, "Выполнение начинается с метода: метод Скрипт() … ;")
    return None


def _early_semicolon(failure: Failure) -> Token | None:
    """The first `;` behind a statement on the same line: it closed more than was meant."""
    opener_line = 0
    for number in range(failure.first, failure.position):
        token = failure.tokens[number]
        line = failure.source.position(token.start)[0]
        if token.type in BLOCKS:
            opener_line = line
        elif token.type == "SEMI" and not token.newline and line != opener_line:
            return token
    return None


def _bracket_too_early(failure: Failure) -> Mistake | None:
    """A bracket that closes what was never opened, or closes over a block that is still open."""
    token = failure.token
    if token.type not in ("RPAR", "RBR", "RBRACE") or failure.accepted.isdisjoint(_BEHIND):
        return None
    if failure.opened(frozenset(_BRACKETS)) is None:
        return Mistake(token.span, f"Лишняя «{token.text}»: закрывать нечего")
    opener = failure.opened(frozenset(_BRACKETS) | BLOCKS)
    if opener is None or opener.type not in BLOCKS or not (failure.accepted & {"SEMI", "IF"}):
        return None
    return Mistake(token.span, f"Ожидается «;»: не закрыто «{opener.text}»", notes=(_started(opener),))


def _branch_too_late(failure: Failure) -> Mistake | None:
    """A branch behind `иначе`, a handler behind `вконце`."""
    token, last = failure.token, failure.opened(BLOCKS | {"ELSE", "FINALLY"})
    if last is None or (last.type, token.type) not in _TOO_LATE:
        return None
    note = Note(last.span, "Последняя ветвь здесь")
    return Mistake(token.span, unexpected(token), f"«{last.text}» — последняя ветвь, других за ней нет.", (note,))


def _small_slips(failure: Failure) -> Mistake | None:
    token, before = failure.token, failure.before
    if token.type == "BANG" and "NOT" in failure.accepted:
        return Mistake(token.span, "Неожиданный знак «!»", "Отрицание пишут словом: не А.")
    if token.type == "COMMA" and _declares(failure):
        return Mistake(token.span, "Неожиданный знак «,»", "В одном объявлении — одна переменная.")
    if before is not None and before.type == "LT_GEN":
        return Mistake(token.span, unexpected(token), SPACE_BEFORE_LESS)
    if token.type == "IDENT" and "VAR" in failure.accepted and "CONSTRUCTOR" in failure.accepted:
        return Mistake(token.span, unexpected(token), f"Поле объявляют так: пер {token.text}: Тип.")
    early = _early_semicolon(failure) if token.type in _CONTINUATIONS else None
    if early is not None:
        return Mistake(early.span, "Неожиданная «;»", SEMICOLON_CLOSES)
    return None


def _declares(failure: Failure) -> bool:
    """Whether the innermost thing open is a declaration of a variable, and no bracket inside of it."""
    opened = failure.opened(frozenset({"VAR", "VAL", *_BRACKETS}))
    return failure.before is not None and opened is not None and opened.type in ("VAR", "VAL")


def _plain(failure: Failure) -> Mistake:
    token = failure.token
    wanted = expectation(failure.accepted)
    place = failure.gap if token.type == "$END" else token.span
    message = unexpected(token)
    return Mistake(place, f"{message}. {wanted}" if wanted else message)
