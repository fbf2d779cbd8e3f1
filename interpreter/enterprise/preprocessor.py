"""Instructions that begin with «#»: they are carried out on lines, before the lexer.

What they switch off is blanked out, so that places in the text stay. A line whose first visible character is «#» is
always an instruction: a line of a string literal begins with a bar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from interpreter.detection import looks_like_element
from interpreter.diagnostics import Diagnostic, Note
from interpreter.enterprise.conditions import ConditionError, holds
from interpreter.enterprise.lexer import MISTAKE_LIMIT, NAME_PATTERN
from interpreter.enterprise.nodes import Use
from interpreter.source import Source, Span
from runtime.names import fold

_TABLE = """
IF Если If
ELSIF ИначеЕсли ElsIf
ELSE Иначе Else
ENDIF КонецЕсли EndIf
REGION Область Region
ENDREGION КонецОбласти EndRegion
INSERT Вставка Insert
ENDINSERT КонецВставки EndInsert
DELETE Удаление Delete
ENDDELETE КонецУдаления EndDelete
USE Использовать Use
"""
_ROWS = [row.split() for row in _TABLE.split("\n") if row]
_SPELLINGS = {kind: ru for kind, ru, _ in _ROWS}
_KINDS = {fold(word): kind for kind, *words in _ROWS for word in words}
_CLOSES = {"ENDIF": "IF", "ENDREGION": "REGION", "ENDINSERT": "INSERT", "ENDDELETE": "DELETE"}

_LINE = re.compile(r"^[^\S\n]*#[^\n]*", re.MULTILINE)
_INSTRUCTION = re.compile(rf"\s*#[^\S\n]*(?P<word>(?:{NAME_PATTERN})?)\s*(?P<rest>[^\n]*)")
_COMMENT = re.compile(r'("[^"]*"?)|//.*')
_NAME = re.compile(NAME_PATTERN)
_USE = re.compile(r'"(?P<path>[^"]+)"|(?P<name>[\w.\-]+)')


@dataclass(slots=True)
class _Open:
    """A construction that is not closed yet. `taken`: a branch was already chosen, `active`: this one counts."""

    kind: str
    span: Span
    outer: bool
    active: bool
    taken: bool = False
    has_else: bool = False


@dataclass(slots=True)
class Prepared:
    """The text for the lexer, as long as the source's. `unclosed`: the only mistakes are missing ends."""

    text: str
    uses: list[Use] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unclosed: bool = False
    regions: list[tuple[Span, Span]] = field(default_factory=list)
    """Where each #Область begins and ends."""


def preprocess(source: Source) -> Prepared:
    """Carry the instructions out for a server without clients."""
    if "#" not in source.text:
        return Prepared(source.text)
    return _Preprocessor(source).run()


class _Preprocessor:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.stack: list[_Open] = []
        self.result = Prepared("")
        self.pieces: list[str] = []
        self.done = 0

    def run(self) -> Prepared:
        text = self.source.text
        for match in _LINE.finditer(text):
            self.copy(match.start())
            if not (match.start() == 0 and match[0].startswith("#!")):
                self.instruction(match)
            self.pieces.append(" " * (match.end() - match.start()))
            self.done = match.end()
        self.copy(len(text))
        self.result.text = "".join(self.pieces)
        self.result.unclosed = bool(self.stack) and not self.result.diagnostics
        for one in self.stack:
            end = Span(len(text), len(text))
            note = Note(one.span, "Конструкция начата здесь")
            self.refuse(end, f"Ожидается инструкция препроцессора #{_SPELLINGS['END' + one.kind]}", notes=(note,))
        return self.result

    @property
    def active(self) -> bool:
        return self.stack[-1].active if self.stack else True

    def copy(self, end: int) -> None:
        """Take the text up to `end` over, blanked when it does not count."""
        part = self.source.text[self.done : end]
        self.pieces.append(part if self.active else re.sub(r"[^\n]", " ", part))

    def refuse(self, span: Span, message: str, hint: str = "", notes: tuple[Note, ...] = ()) -> None:
        if len(self.result.diagnostics) == MISTAKE_LIMIT:
            return
        self.result.diagnostics.append(Diagnostic(self.source, span, message, hint, notes=notes))

    def instruction(self, line: re.Match[str]) -> None:
        match = _INSTRUCTION.match(self.source.text, line.start(), line.end())
        assert match is not None
        kind = _KINDS.get(fold(match["word"]), "")
        rest = _COMMENT.sub(lambda m: m[1] or "", match["rest"]).rstrip()
        span = Span(self.source.text.index("#", line.start()), match.end("word"))
        rest_span = Span(match.start("rest"), match.start("rest") + len(rest))
        if kind in ("IF", "ELSIF", "ELSE"):
            self.branch(kind, span, rest, rest_span)
        elif kind in _CLOSES:
            self.close(kind, span)
        elif kind in ("REGION", "INSERT", "DELETE"):
            if kind == "REGION" and not _NAME.fullmatch(rest):
                self.refuse(rest_span if rest else span, "Ожидается имя области")
            self.stack.append(_Open(kind, span, self.active, self.active and kind != "DELETE"))
        elif kind == "USE":
            self.use(span, rest, rest_span)
        elif self.active:
            self.refuse(span, "Неизвестная инструкция препроцессора", _nearest(self.source, match["word"]))

    def branch(self, kind: str, span: Span, rest: str, rest_span: Span) -> None:
        if kind == "IF":
            self.stack.append(_Open("IF", span, self.active, active=False))
        elif not self.stack or self.stack[-1].kind != "IF" or self.stack[-1].has_else:
            self.refuse(span, f"Инструкции #{_SPELLINGS[kind]} не соответствует #Если", notes=self.started())
            return
        current = self.stack[-1]
        if kind == "ELSE":
            current.has_else = True
            result = True
        else:
            result = self.condition(rest, rest_span if rest else span)
        current.active = current.outer and result and not current.taken
        current.taken = current.taken or result

    def condition(self, text: str, span: Span) -> bool:
        try:
            return holds(text)
        except ConditionError as error:
            place = Span(span.start + error.start, span.start + error.end) if text else span
            self.refuse(place, error.message, error.hint)
            return False

    def close(self, kind: str, span: Span) -> None:
        if self.stack and self.stack[-1].kind == _CLOSES[kind]:
            opened = self.stack.pop()
            if opened.kind == "REGION" and self.active:
                self.result.regions.append((opened.span, span))
            return
        opening = _SPELLINGS[_CLOSES[kind]]
        self.refuse(span, f"Инструкции #{_SPELLINGS[kind]} не соответствует #{opening}", notes=self.started())
        kinds = [one.kind for one in self.stack]
        if _CLOSES[kind] in kinds:
            while self.stack.pop().kind != _CLOSES[kind]:
                pass

    def started(self) -> tuple[Note, ...]:
        return (Note(self.stack[-1].span, "Конструкция начата здесь"),) if self.stack else ()

    def use(self, span: Span, rest: str, rest_span: Span) -> None:
        if not self.active:
            return
        match = _USE.fullmatch(rest)
        if match is None:
            self.refuse(rest_span if rest else span, "Ожидается имя библиотеки или путь в кавычках")
            return
        is_path = match["path"] is not None
        self.result.uses.append(Use(match["path"] or match["name"], is_path, span=span.to(rest_span)))


def _nearest(source: Source, word: str) -> str:
    from difflib import get_close_matches

    if fold(word) in ("совместимость", "compatibility"):
        return looks_like_element(source)
    near = get_close_matches(fold(word), _KINDS, n=1, cutoff=0.7)
    return f"Возможно, вы имели в виду «#{_SPELLINGS[_KINDS[near[0]]]}»?" if near else ""
