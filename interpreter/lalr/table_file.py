"""How a table is kept in `grammar.table`: plain lines, short to read and to load.

Four parts with an empty line between them:

starts   start symbol, state it begins in, state it ends in
rules    name, number of symbols, method (`[]`: the value is a list; `=`: the one symbol passes), plan
symbols  sets of symbols that rows have
states   for each what its terminals do, `|`, where its rules lead

Most states lead a whole set of symbols to one place: a row is made of `set:number`, or `set:number,number…` with one
for each symbol.
"""

from __future__ import annotations

from sys import intern
from typing import NamedTuple, TypeAlias

Row: TypeAlias = dict[str, int]


class Rule(NamedTuple):
    """`method`: "" if the value is a list, None if the one symbol passes. `plan`: see table.py."""

    name: str
    size: int
    method: str | None
    plan: tuple[int, ...]


class Content(NamedTuple):
    """`starts[symbol]`: the first state and the last; `steps` and `leads`: see table.py."""

    starts: dict[str, tuple[int, int]]
    rules: list[Rule]
    steps: dict[int, Row]
    leads: dict[int, Row]


class _Rows(dict[int, Row]):
    """The rows of all states; each is read when it is first asked for, since a text goes through few of them.

    Symbols are interned: so are the lexers', and found the sooner.
    """

    def __init__(self, lines: list[str], symbols: list[str]) -> None:
        super().__init__()
        self._lines = lines
        self._symbols = symbols

    def __missing__(self, state: int) -> Row:
        row: Row = {}
        for part in self._lines[state].split():
            place, _, listed = part.partition(":")
            symbols = map(intern, self._symbols[int(place)].split())
            if "," in listed:
                row.update(zip(symbols, map(int, listed.split(",")), strict=True))
            else:
                row.update(dict.fromkeys(symbols, int(listed)))
        self[state] = row
        return row


def read(text: str) -> Content:
    starts, rules, symbols, states = (part.split("\n") for part in text.rstrip("\n").split("\n\n"))
    rows = [line.split("|") for line in states]
    return Content(
        {name: (int(begin), int(end)) for name, begin, end in map(str.split, starts)},
        [_rule(*line.split()) for line in rules],
        _Rows([steps for steps, _ in rows], symbols),
        _Rows([leads for _, leads in rows], symbols),
    )


def _rule(name: str, size: str, method: str, *plan: str) -> Rule:
    return Rule(intern(name), int(size), _METHODS.get(method, method), tuple(map(int, plan)))


_METHODS = {"[]": "", "=": None}
_MARKS = {method: mark for mark, method in _METHODS.items()}


def written(content: Content) -> str:
    symbols: dict[str, int] = {}
    states = [
        f"{_written_row(steps, symbols)}|{_written_row(content.leads[state], symbols)}"
        for state, steps in content.steps.items()
    ]
    starts = [f"{name} {begin} {end}" for name, (begin, end) in content.starts.items()]
    rules = [" ".join(map(str, (one.name, one.size, _mark(one.method), *one.plan))) for one in content.rules]
    return "\n\n".join("\n".join(part) for part in (starts, rules, symbols, states)) + "\n"


def _mark(method: str | None) -> str:
    return _MARKS.get(method) or str(method)


def _written_row(row: Row, symbols: dict[str, int]) -> str:
    parts: dict[int, list[str]] = {}
    for symbol, number in row.items():
        parts.setdefault(min(number, 0), []).append(symbol)
    return " ".join(_written_part(part, [row[symbol] for symbol in part], symbols) for part in parts.values())


def _written_part(part: list[str], numbers: list[int], symbols: dict[str, int]) -> str:
    """Shifts and leads go to many states, or by chance to one; a reduction is the same for all its terminals."""
    place = symbols.setdefault(" ".join(part), len(symbols))
    return f"{place}:{','.join(map(str, numbers if len(set(numbers)) > 1 else numbers[:1]))}"
