"""Text → tokens whose types the grammar can tell apart with one token of look-ahead.

Two passes: `_read` cuts the text, `_settle` decides what depends on neighbours (reference: the lexer duties):
* LT_GEN (`<` right after a name), LT_LIT (`<` where an operand is expected), LT; GT closes what they open, else GT_CMP;
* LAM_LPAR (`(` whose `)` is followed by `->`), LPAR_NL (first on its line: never a call), LPAR; LAM_ID (`x ->`);
* LBR_NL (`[` first on its line with a comma, or nothing, inside: no index), LBR;
* ELSIF (`иначе если` on one line), CASE_BARE (`выбор` without a subject), RETURN_BARE, QADJ and QSP;
* a keyword after `.` or `::` is a name. Keywords that may be names elsewhere are left to the parser (`Token.soft`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from interpreter.element.interpolation import string_end
from interpreter.element.keywords import KEYWORDS, SOFT
from interpreter.element.syntax_messages import Mistake, stray_character, wrong_operator
from interpreter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

OPERATORS = {
    "::": "DCOLON", "->": "ARROW", "??": "QQ", "?.": "QDOT", "**": "POW", "==": "EQEQ", "!=": "NE", "<=": "LE",
    ">=": "GE", "+=": "PLUSEQ", "-=": "MINUSEQ", "*=": "STAREQ", "/=": "SLASHEQ", "(": "LPAR", ")": "RPAR",
    "[": "LBR", "]": "RBR", "{": "LBRACE", "}": "RBRACE", ",": "COMMA", ";": "SEMI", ":": "COLON", ".": "DOT",
    "=": "EQ", "<": "LT", ">": "GT", "+": "PLUS", "-": "MINUS", "*": "STAR", "/": "SLASH", "%": "PERCENT", "?": "Q",
    "!": "BANG", "|": "BAR", "&": "AMP", "@": "AT",
}  # fmt: skip

NAME = r"[^\W\d][\w\u0300-\u036f]*+"
"""A name; combining marks because a text may come decomposed (NFD)."""

_SKIP = re.compile(r"(?:\s++|//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)*+")
_TOKEN = re.compile(
    rf"(?P<name>{NAME})"
    r"|(?P<number>[0-9]\w*+(?:\.[0-9]\w*+)?(?:[ \t]+(?:[КМГТ]?Байт|[KMGT]?B)\b)?)"
    r"|(?P<pattern>'(?:[^'\\\n]|\\[^\n])*+')"
    r"|(?P<directive>\#(?:\S++|[^\S\n]++(?!//))*+)"
    r"|(?P<wrong>&&|\|\||===|!==|<>|%=|\*\*=|:=|(?:\+\+|--)(?=[^\S\n]*+(?:\n|;|//|\Z)))"
    r"|(?P<operator>::|->|\?\?|\?\.|\*\*|[=!<>+\-*/]=|[()\[\]{},;:.=<>+\-*/%?!|&@])"
)

_OPERAND_ENDS = frozenset(
    "IDENT NUMBER STRING PATTERN RPAR RBR RBRACE GT TRUE FALSE UNDEFINED THIS GLOBAL BANG BRACED".split()
) | (SOFT - {"IN", "TO", "STEP"})
_COMPLETE = _OPERAND_ENDS - SOFT - {"GT"}
"""What a statement may end with; behind `>` stands the list of a typed literal."""
_NO_LIST = frozenset("LT CASE METHOD ARROW".split())
"""Behind these a comma may belong to something else than the brackets around it."""
_RETURN_ENDS = frozenset("SEMI ELSE WHEN CATCH FINALLY RPAR RBR RBRACE COMMA".split())
_TYPE_PARTS = frozenset("IDENT DCOLON DOT COMMA Q BAR LPAR RPAR ARROW EQ VOID NEVER UNDEFINED UNKNOWN".split())
_TYPE_LENGTH = 200
"""How many tokens ahead a typed literal is looked for where `<` may also be a comparison."""
_LIST_LENGTH = 1000
"""How many tokens ahead a comma is looked for behind a `[` that is the first on its line."""
_OPENING = frozenset("LPAR LAM_LPAR LBR LBR_NL LBRACE".split())
_CLOSING = frozenset("RPAR RBR RBRACE".split())


class Token:
    """A piece of the text. `newline`: it is the first on its line; `mistake`: type ERROR, refused when reached."""

    __slots__ = ("end", "mistake", "newline", "start", "text", "type")

    def __init__(self, type_: str, text: str, start: int, end: int, newline: bool = False) -> None:
        self.type = type_
        self.text = text
        self.start = start
        self.end = end
        self.newline = newline
        self.mistake: Mistake | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def soft(self) -> bool:
        return self.type in SOFT

    def __repr__(self) -> str:
        return f"{self.type}:{self.text}"


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of a text. A lexical mistake is an ERROR token, the last but END."""
    stop = len(text) if end is None else end
    tokens = _settle(_read(text, start, stop))
    tokens.append(Token("$END", "", stop, stop, True))
    return tokens


def _read(text: str, position: int, stop: int) -> list[Token]:
    tokens: list[Token] = []
    add = tokens.append
    previous = position
    newline = True
    if position == 0 and text.startswith("#!"):
        position = text.find("\n") if "\n" in text else stop
    skip, match = _SKIP.match, _TOKEN.match
    while True:
        skipped = skip(text, position, stop)
        position = skipped.end() if skipped else position
        if position >= stop:
            return tokens
        newline = newline or "\n" in text[previous:position]
        found = match(text, position, stop)
        kind = found.lastgroup if found else None
        try:
            if found is None or text.startswith("/*", position) or kind == "wrong":
                token = _uncommon(text, position, stop, found)
            elif kind == "name":
                token = _word(text, found.group(), position, stop, tokens)
            elif kind == "operator":
                token = Token(OPERATORS[found.group()], found.group(), position, found.end())
            else:
                token = Token(str(kind).upper(), found.group(), position, found.end())
        except Mistake as mistake:
            add(_error(mistake, text, newline))
            return tokens
        token.newline = newline
        add(token)
        newline = False
        previous = position = token.end


def _uncommon(text: str, position: int, stop: int, found: re.Match[str] | None) -> Token:
    """A string, or a mistake."""
    if text.startswith("/*", position):
        raise Mistake(Span(position, position + 2), "Не закрыт комментарий")
    if found is not None:
        raise wrong_operator(found.group(), Span(position, found.end()))
    if text[position] == '"':
        end = string_end(text, position, stop)
        return Token("STRING", text[position:end], position, end)
    raise stray_character(text, position)


def _error(mistake: Mistake, text: str, newline: bool) -> Token:
    span = mistake.span
    token = Token("ERROR", text[span.start : span.end], span.start, span.end, newline)
    token.mistake = mistake
    return token


def _word(text: str, word: str, start: int, stop: int, before: list[Token]) -> Token:
    end = start + len(word)
    if not is_normalized("NFC", word):
        word = normalize("NFC", word)
    if before and before[-1].type in ("DOT", "QDOT", "DCOLON"):
        return Token("IDENT", word, start, end)
    terminal = KEYWORDS.get(word, "IDENT")
    if terminal == "IDENT":
        brace = _query_brace(text, end) if word in ("Запрос", "Query") else end
        if text.startswith("{", brace, stop):
            close = string_end(text, brace, stop)
            return Token("BRACED", text[start:close], start, close)
    return Token(terminal, word, start, end)


def _query_brace(text: str, position: int) -> int:
    skipped = re.compile(r"\s*").match(text, position)
    return skipped.end() if skipped else position


def _settle(tokens: list[Token]) -> list[Token]:
    return _Settler(tokens).run()


class _Settler:
    """The second pass."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.open_generics = 0
        self.result: list[Token] = []
        self.rules: dict[str, Callable[[int, Token], None]] = {
            "Q": self.question, "LT": self.less, "GT": self.greater, "GE": self.greater_or_equal, "LPAR": self.bracket,
            "IDENT": self.name, "ELSE": self.otherwise, "CASE": self.case, "RETURN": self.return_,
        }  # fmt: skip

    def run(self) -> list[Token]:
        tokens, rules, add = self.tokens, self.rules, self.result.append
        self.mark_brackets()
        for number, token in enumerate(tokens):
            rule = rules.get(token.type)
            if rule is not None:
                rule(number, token)
            if token.type != "DROPPED":
                add(token)
        return self.result

    def mark_brackets(self) -> None:
        """`(` … `)` `->`, by one walk over all brackets."""
        opened: list[Token] = []
        for token, following in pairwise([*self.tokens, Token("$END", "", 0, 0)]):
            if token.type == "LPAR":
                opened.append(token)
            elif token.type == "RPAR" and opened:
                opening = opened.pop()
                if following.type == "ARROW":
                    opening.type = "LAM_LPAR"
        for number, token in enumerate(self.tokens):
            if token.type == "LBR" and token.newline and self.type_at(number - 1) in _COMPLETE and self.lists(number):
                token.type = "LBR_NL"

    def lists(self, number: int) -> bool:
        """Whether what stands in `[` … `]` cannot be one index."""
        depth = 0
        for ahead in range(number + 1, min(number + _LIST_LENGTH, len(self.tokens))):
            kind = self.tokens[ahead].type
            if depth == 0 and (kind in _NO_LIST or kind in _CLOSING):
                return kind == "RBR" and ahead == number + 1
            if depth == 0 and kind == "COMMA":
                return True
            depth += (kind in _OPENING) - (kind in _CLOSING)
        return False

    def type_at(self, number: int) -> str:
        return self.tokens[number].type if 0 <= number < len(self.tokens) else "$END"

    def adjacent(self, number: int) -> bool:
        return number > 0 and self.tokens[number - 1].end == self.tokens[number].start

    def question(self, number: int, token: Token) -> None:
        token.type = "QADJ" if self.adjacent(number) else "QSP"

    def less(self, number: int, token: Token) -> None:
        before = self.result[-1].type if self.result else "$END"
        if before in ("IDENT", "TYPELIT") and self.adjacent(number):
            token.type = "LT_GEN"
        elif self.begins_literal(number, before):
            token.type = "LT_LIT"
        else:
            return
        self.open_generics += 1

    def begins_literal(self, number: int, before: str) -> bool:
        compares = before in _OPERAND_ENDS
        if compares and not self.tokens[number].newline:
            return False
        return self.closes_as_type(number) if compares or before in ("WHEN", "COMMA") else True

    def closes_as_type(self, number: int) -> bool:
        """Whether `<` opens `<Тип>[` or `<Тип>{` (in a list of `когда`, or first on a line, it may be a comparison)."""
        depth = 0
        for ahead in range(number, min(number + _TYPE_LENGTH, len(self.tokens))):
            kind = self.tokens[ahead].type
            if kind == "LT":
                depth += 1
            elif kind == "GT":
                depth -= 1
                if depth == 0:
                    return self.type_at(ahead + 1) in ("LBR", "LBRACE")
            elif kind not in _TYPE_PARTS and kind != "LAM_LPAR":
                return False
        return False

    def greater(self, number: int, token: Token) -> None:
        if self.open_generics:
            self.open_generics -= 1
        else:
            token.type = "GT_CMP"

    def greater_or_equal(self, number: int, token: Token) -> None:
        """`Массив<Число>= …` is `>` and `=`."""
        if self.open_generics:
            self.open_generics -= 1
            self.result.append(Token("GT", ">", token.start, token.start + 1, token.newline))
            token.type, token.text, token.start, token.newline = "EQ", "=", token.start + 1, False

    def bracket(self, number: int, token: Token) -> None:
        if token.newline and number:
            token.type = "LPAR_NL"

    def name(self, number: int, token: Token) -> None:
        following = self.type_at(number + 1)
        if following == "ARROW":
            token.type = "LAM_ID"
        elif following == "LT" and token.text in ("Тип", "Type") and self.adjacent(number + 1):
            before = self.result[-1].type if self.result else "$END"
            token.type = "IDENT" if before in ("DOT", "QDOT", "DCOLON") else "TYPELIT"

    def otherwise(self, number: int, token: Token) -> None:
        if self.type_at(number + 1) == "IF" and not self.tokens[number + 1].newline:
            token.type, token.end = "ELSIF", self.tokens[number + 1].end
            self.tokens[number + 1].type = "DROPPED"

    def case(self, number: int, token: Token) -> None:
        if self.type_at(number + 1) in ("WHEN", "ELSE", "SEMI"):
            token.type = "CASE_BARE"

    def return_(self, number: int, token: Token) -> None:
        following = self.type_at(number + 1)
        if following in _RETURN_ENDS or following == "$END" or self.tokens[number + 1].newline:
            token.type = "RETURN_BARE"
