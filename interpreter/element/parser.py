"""Text → tree (`nodes`). Everything wrong with the text is told by one `Refused`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Diagnostic, Refused
from interpreter.element import nodes
from interpreter.element.lexer import Token, tokenize
from interpreter.element.syntax_messages import TOO_DEEP, Mistake
from interpreter.element.tables import PLACE, table
from interpreter.lalr.parsing import Stacks, Unexpected
from interpreter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.element.tables import Start
    from interpreter.source import Source

NESTING_LIMIT = 200
"""How many unfinished constructs (about three for a block, one to four for a bracket) may be open at one place."""

MISTAKE_LIMIT = 20
"""After so many mistakes the rest of a text is not looked at."""

_SOFT_FOLLOW: dict[str, frozenset[str]] = {
    "METHOD": frozenset({"IDENT", "LAM_LPAR"}),
    "STRUCTURE": frozenset({"IDENT"}),
    "EXCEPTION": frozenset({"IDENT"}),
    "ENUM": frozenset({"IDENT"}),
    "CONST": frozenset({"IDENT"}),
    "IMPORT": frozenset({"IDENT"}),
    "STATIC": frozenset({"METHOD"}),
    "ABSTRACT": frozenset({"METHOD", "STATIC"}),
    "REQ": frozenset({"IDENT", "VAR", "VAL", "USE"}),
    "DOWN": frozenset({"TO"}),
    "GLOBAL": frozenset({"DOT"}),
}
"""What may follow the keyword; before anything else it is a name."""

_NO_OPERAND = frozenset("EQ PLUSEQ MINUSEQ STAREQ SLASHEQ DOT QDOT COMMA RPAR COLON SEMI $END LPAR_NL LBR_NL".split())
_MEMBERS = frozenset({"METHOD", "STRUCTURE", "EXCEPTION", "ENUM"})


def parse_module(source: Source) -> nodes.Module:
    """The tree of a whole file. Raises Refused with a diagnostic for every broken member."""
    tokens = tokenize(source.text)
    run = _Run(source, tokens, "module")
    try:
        module = run.parse()
    except Mistake as first:
        raise Refused(_diagnostics(source, tokens, run, first)) from None
    assert isinstance(module, nodes.Module)
    return module


def parse_statements(source: Source) -> nodes.Block:
    """The tree of the body of a method, for the REPL."""
    block = _parse_whole(source, "block")
    assert isinstance(block, nodes.Block)
    return block


def parse_expression(source: Source) -> nodes.Expression:
    """The tree of one expression, for the REPL."""
    expression: nodes.Expression = _parse_whole(source, "expr")
    return expression


def is_incomplete(source: Source) -> bool:
    """Whether a text is the beginning of members, or of statements, that only wants to be continued."""
    starts: tuple[Start, ...] = ("module", "block")
    verdicts = [_breaks_at_end(source, start) for start in starts]
    return None not in verdicts and any(verdicts)


def _breaks_at_end(source: Source, start: Start) -> bool | None:
    """None: the text is whole."""
    tokens = tokenize(source.text)
    run = _Run(source, tokens, start)
    try:
        run.parse()
    except Mistake as mistake:
        if tokens[run.position].type == "ERROR":
            return mistake.message.startswith("Не закрыт")
        # What is missing has no letters; a word that is wrong where it stands stays wrong (`И`, a name in a session).
        return run.position == len(tokens) - 1 and mistake.span.start == mistake.span.end
    return None


def _parse_whole(source: Source, start: Start) -> Any:
    try:
        return _Run(source, tokenize(source.text), start).parse()
    except Mistake as mistake:
        raise Refused([_diagnostic(source, mistake)]) from None


def _diagnostic(source: Source, mistake: Mistake) -> Diagnostic:
    return Diagnostic(source, mistake.span, mistake.message, mistake.hint, notes=mistake.notes)


def _diagnostics(source: Source, tokens: list[Token], run: _Run, mistake: Mistake) -> list[Diagnostic]:
    """The first mistake, and those of the members behind it: each is tried from its own beginning."""
    found = [_diagnostic(source, mistake)]
    position = run.position
    while len(found) < MISTAKE_LIMIT:
        start = _next_member(source, tokens, max(position, run.first + 1))
        if start is None:
            break
        run = _Run(source, tokens, "module", first=start)
        try:
            run.parse()
            break
        except Mistake as another:
            position = run.position
            found.append(_diagnostic(source, another))
    return found


def _next_member(source: Source, tokens: list[Token], position: int) -> int | None:
    """Where a member of the module begins without doubt: at the very beginning of a line."""
    for number in range(position, len(tokens) - 1):
        token = tokens[number]
        begins = token.type in _MEMBERS and token.newline and tokens[number + 1].type == "IDENT"
        if begins and source.position(token.start)[1] == 1:
            return number
    return None


class _Run:
    """One walk over tokens."""

    def __init__(self, source: Source, tokens: list[Token], start: Start, first: int = 0, depth: int = 0) -> None:
        self.source = source
        self.tokens = tokens
        self.first = self.position = first
        self.depth = depth
        self.table = table(start)
        self.stacks = Stacks(self.table)

    def parse(self) -> Any:
        """The value of the start symbol. Raises Mistake; `position` is then the token it was seen at."""
        outer = PLACE.text, PLACE.start, PLACE.end, getattr(PLACE, "parse_part", None)
        PLACE.text = self.source.text
        PLACE.parse_part = self.part
        try:
            return self.stacks.run(self.settled(), PLACE, self.tokens[self.first].start)
        except Unexpected:
            raise self.mistake(self.position) from None
        finally:
            PLACE.text, PLACE.start, PLACE.end, PLACE.parse_part = outer  # type: ignore[assignment]

    def settled(self) -> Iterator[Token]:
        """The tokens, the soft keywords among them decided."""
        tokens, states = self.tokens, self.stacks.states
        limit = NESTING_LIMIT - self.depth
        for position in range(self.first, len(tokens)):
            self.position = position
            token = tokens[position]
            if token.soft:
                self.settle(position, token)
            yield token
            if len(states) > limit:
                raise Mistake(token.span, TOO_DEEP)

    def part(self, span: Span) -> nodes.Expression:
        """The expression of an interpolation; what is open around it counts for the limit."""
        tokens = tokenize(self.source.text, span.start, span.end)
        run = _Run(self.source, tokens, "expr", depth=self.depth + len(self.stacks.states))
        expression: nodes.Expression = run.parse()
        return expression

    def settle(self, position: int, token: Token) -> None:
        """Decide whether a soft keyword is a keyword here."""
        following = self.tokens[min(position + 1, len(self.tokens) - 1)]
        allowed = _SOFT_FOLLOW.get(token.type)
        next_kind = "IDENT" if following.soft else following.type
        fits = following.type in allowed or next_kind in allowed if allowed else following.type not in _NO_OPERAND
        if token.type == "DEFAULT":
            fits = True
        if fits and self.table.accepts(self.stacks.states, token.type):
            return
        looks_like_member = fits and token.type in _MEMBERS | {"STATIC", "CONST"} and not following.newline
        if self.table.accepts(self.stacks.states, "IDENT") and not looks_like_member:
            token.type = "LAM_ID" if following.type == "ARROW" else "IDENT"

    def mistake(self, position: int) -> Mistake:
        token = self.tokens[position]
        if token.mistake is not None:
            return token.mistake
        from interpreter.element.explanation import explain
        from interpreter.element.failure import Failure

        accepted = self.table.accepted(self.stacks.states)
        return explain(Failure(self.source, self.tokens, self.first, position, accepted, self.stacks.values))
