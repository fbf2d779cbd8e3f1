"""grammar.lark → grammar.table of both languages; `make grammar` writes them, a test tells when one is stale.

This is all that Lark is for: it reads a grammar and makes the LALR(1) table, which takes it some tenths of a second.
A run loads the table within two milliseconds and does not import Lark.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lark import Lark
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from interpreter.lalr.table import ABSENT, INLINE
from interpreter.lalr.table_file import Content, Row, Rule, written

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Grammar:
    """`keeps_signs`: methods get every terminal, also those that are written as signs or begin with `_`."""

    folder: Path
    starts: tuple[str, ...]
    keeps_signs: bool

    @property
    def text(self) -> str:
        return (self.folder / "grammar.lark").read_text("utf-8")

    @property
    def target(self) -> Path:
        return self.folder / "grammar.table"


_ROOMS = Path(__file__).parents[1]
GRAMMARS = (
    Grammar(_ROOMS / "enterprise", ("module", "statements", "expression"), keeps_signs=True),
    Grammar(_ROOMS / "element", ("module", "block", "expr"), keeps_signs=False),
)


class _NoLexer(Lexer):
    """Lark wants a lexer; ours runs elsewhere."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, data: object) -> Iterator[Any]:  # type: ignore[override]
        return iter(())


def compiled(grammar: Grammar) -> str:
    """The text of grammar.table."""
    lark = Lark(
        grammar.text,
        start=list(grammar.starts),
        parser="lalr",
        lexer=_NoLexer,
        keep_all_tokens=grammar.keeps_signs,
        maybe_placeholders=True,
    )
    conf: Any = lark.parse_interactive(start=grammar.starts[0]).parser_state.parse_conf
    table = conf.parse_table
    rules = sorted(lark.rules, key=lambda rule: (rule.origin.name, str(rule), str(rule.options.empty_indices)))
    numbers = {rule: number for number, rule in enumerate(rules)}
    order = _in_order(table, grammar.starts)
    places = {state: number for number, state in enumerate(order)}
    rows = [_rows(table.states[state], numbers, places) for state in order]
    content = Content(
        {start: (places[table.start_states[start]], places[table.end_states[start]]) for start in grammar.starts},
        [_rule(rule) for rule in rules],
        {state: steps for state, (steps, _) in enumerate(rows)},
        {state: leads for state, (_, leads) in enumerate(rows)},
    )
    return written(content)


def _in_order(table: Any, starts: tuple[str, ...]) -> list[int]:
    """The states as they are reached from the beginnings: Lark numbers them differently each time."""
    order = [table.start_states[start] for start in starts]
    for state in order:
        row = table.states[state]
        reached = (row[symbol][1] for symbol in sorted(row) if row[symbol][0] is Shift)
        order += [one for one in dict.fromkeys(reached) if one not in order]
    return order


def _rows(row: dict[str, Any], numbers: dict[Any, int], places: dict[int, int]) -> tuple[Row, Row]:
    steps: Row = {}
    leads: Row = {}
    for symbol in sorted(row):
        action, argument = row[symbol]
        if not symbol.isupper():
            leads[symbol] = places[argument]
        else:
            steps[symbol.lstrip("_")] = places[argument] if action is Shift else ~numbers[argument]
    return steps, leads


def _rule(rule: Any) -> Rule:
    name = rule.origin.name
    size = len(rule.expansion)
    if rule.options.expand1 and not rule.alias:
        assert size == 1, f"{rule}: only a rule of one symbol can pass it on"
        return Rule(name, size, None, ())
    method = "" if name.startswith("_") else rule.alias or name
    return Rule(name, size, method, tuple(_plan(rule)))


def _plan(rule: Any) -> list[int]:
    """Which children a method gets: lists of repetitions are taken in, an absent `[…]` is there as None."""
    plan: list[int] = []
    places = rule.options.empty_indices or [False] * len(rule.expansion)
    symbols = iter(enumerate(rule.expansion))
    for absent in places:
        if absent:
            plan.append(ABSENT)
            continue
        number, symbol = next(symbols)
        if symbol.is_term:
            if rule.options.keep_all_tokens or not symbol.filter_out:
                plan.append(number)
        else:
            plan.append(INLINE - number if symbol.name.startswith("_") else number)
    return plan


def main() -> None:
    for grammar in GRAMMARS:
        grammar.target.write_text(compiled(grammar), "utf-8")


if __name__ == "__main__":
    main()
