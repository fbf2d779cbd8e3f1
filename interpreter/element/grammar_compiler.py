"""grammar.lark → grammar.json, the LALR(1) table that tables.py loads.

Lark needs most of a second to make it, loading takes ten ms and no Lark.

`python -m interpreter.element.grammar_compiler` writes the file anew; a test tells when it is stale.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lark import Lark
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTS = ("module", "block", "expr")
NOTHING = -1
"""In a plan: an absent `[…]`. A number from 0 is the child to take; from INLINE down the child list to take in."""
INLINE = -2


class _NoLexer(Lexer):
    """Lark wants a lexer; ours runs elsewhere."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, data: object) -> Iterator[Any]:  # type: ignore[override]
        return iter(())


def grammar_text() -> str:
    return files("interpreter.element").joinpath("grammar.lark").read_text("utf-8")


def compiled(grammar: str) -> dict[str, Any]:
    """The table of a grammar.

    `states`: for each two numbers of `rows`: what a terminal does (from 0: shift to that state; below: reduce rule ~n),
    and where a rule leads.
    `rules`: name, symbols, method ("": a list of its own; None: the one symbol passes), plan of the children.
    """
    lark = Lark(grammar, start=list(STARTS), parser="lalr", lexer=_NoLexer, maybe_placeholders=True)
    conf: Any = lark.parse_interactive(start=STARTS[0]).parser_state.parse_conf
    table = conf.parse_table
    rules = sorted(lark.rules, key=lambda rule: (rule.origin.name, str(rule), str(rule.options.empty_indices)))
    numbers = {rule: number for number, rule in enumerate(rules)}
    order = _in_order(table)
    places = {state: number for number, state in enumerate(order)}
    rows: list[dict[str, int]] = []

    def row(content: dict[str, int]) -> int:
        if content not in rows:
            rows.append(content)
        return rows.index(content)

    return {
        "begin": {start: places[state] for start, state in table.start_states.items()},
        "end": {start: places[state] for start, state in table.end_states.items()},
        "rules": [_rule(rule) for rule in rules],
        "states": [[row(part) for part in _state(table.states[number], numbers, places)] for number in order],
        "rows": rows,
    }


def _in_order(table: Any) -> list[int]:
    """The states as they are reached from the beginnings: Lark numbers them differently each time."""
    order = [table.start_states[start] for start in STARTS]
    for state in order:
        row = table.states[state]
        reached = (row[symbol][1] for symbol in sorted(row) if row[symbol][0] is Shift)
        order += [one for one in dict.fromkeys(reached) if one not in order]
    return order


def _state(row: dict[str, Any], numbers: dict[Any, int], places: dict[int, int]) -> list[dict[str, int]]:
    steps: dict[str, int] = {}
    leads: dict[str, int] = {}
    for symbol in sorted(row):
        action, argument = row[symbol]
        if not symbol.isupper():
            leads[symbol] = places[argument]
        else:
            steps[symbol.lstrip("_")] = places[argument] if action is Shift else ~numbers[argument]
    return [steps, leads]


def _rule(rule: Any) -> list[Any]:
    name = rule.origin.name
    size = len(rule.expansion)
    if rule.options.expand1 and not rule.alias:
        assert size == 1, f"{rule}: only a rule of one symbol can pass it on"
        return [name, size, None, []]
    method = "" if name.startswith("_") else rule.alias or name
    return [name, size, method, _plan(rule)]


def _plan(rule: Any) -> list[int]:
    """Which children a method gets: no terminals with `_`, lists of repetitions taken in, None for what is absent."""
    plan: list[int] = []
    places = rule.options.empty_indices or [False] * len(rule.expansion)
    symbols = iter(enumerate(rule.expansion))
    for absent in places:
        if absent:
            plan.append(NOTHING)
            continue
        number, symbol = next(symbols)
        if symbol.is_term:
            if rule.options.keep_all_tokens or not symbol.filter_out:
                plan.append(number)
        else:
            plan.append(INLINE - number if symbol.name.startswith("_") else number)
    return plan


def main() -> None:
    target = Path(str(files("interpreter.element").joinpath("grammar.json")))
    target.write_text(json.dumps(compiled(grammar_text()), separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
