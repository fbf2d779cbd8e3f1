"""The LALR(1) table of the language, ready to run: grammar.json joined with the methods that make nodes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from interpreter.element.expression_tree import ExpressionTree
from interpreter.element.place import Place
from interpreter.element.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable

Start: TypeAlias = Literal["module", "block", "expr"]
Build: TypeAlias = "Callable[[list[Any]], Any]"
Rule: TypeAlias = "tuple[str, int, Build | None]"
"""Name, number of symbols, what makes the value (None: the one symbol's value passes)."""

_NOTHING = -1
_INLINE = -2


@dataclass(frozen=True, slots=True)
class Table:
    """`steps[state][terminal]`: from 0 on shift to that state, below 0 reduce `rules[~n]`; `leads[state][rule]`."""

    begin: int
    end: int
    steps: list[dict[str, int]]
    leads: list[dict[str, int]]
    rules: list[Rule]
    place: Place

    def accepts(self, stack: list[int], terminal: str) -> bool:
        """Whether a terminal may come next."""
        stack = list(stack)
        while True:
            step = self.steps[stack[-1]].get(terminal)
            if step is None:
                return False
            if step >= 0:
                return True
            name, size, _ = self.rules[~step]
            if size:
                del stack[-size:]
            stack.append(self.leads[stack[-1]][name])
            if terminal == "$END" and stack[-1] == self.end:
                return True

    def accepted(self, stack: list[int]) -> frozenset[str]:
        """The terminals that may come next."""
        return frozenset(terminal for terminal in self.steps[stack[-1]] if self.accepts(stack, terminal))


@cache
def table(start: Start) -> Table:
    """The table for a start symbol. Parsing is not re-entrant over threads: the tables share one `Place`."""
    shape, steps, leads, rules, place = _loaded()
    return Table(shape["begin"][start], shape["end"][start], steps, leads, rules, place)


@cache
def _loaded() -> tuple[dict[str, Any], list[dict[str, int]], list[dict[str, int]], list[Rule], Place]:
    shape = json.loads(files("interpreter.element").joinpath("grammar.json").read_text("utf-8"))
    place = Place()
    makers = Tree(place), ExpressionTree(place)
    rules = [
        (name, size, None if method is None else _builder(makers, size, method, plan))
        for name, size, method, plan in shape["rules"]
    ]
    rows = shape["rows"]
    steps = [rows[state[0]] for state in shape["states"]]
    leads = [rows[state[1]] for state in shape["states"]]
    return shape, steps, leads, rules, place


def _builder(makers: tuple[Tree, ExpressionTree], size: int, method: str, plan: list[int]) -> Build:
    maker = makers[0] if hasattr(makers[0], method) else makers[1]
    make = getattr(maker, method) if method else list
    if plan == list(range(size)):
        whole: Build = make
        return whole
    if plan and plan[0] == _INLINE and min(plan[1:], default=0) >= 0:
        return _appending(make, plan[1:])

    def build(children: list[Any]) -> Any:
        chosen: list[Any] = []
        for number in plan:
            if number >= 0:
                chosen.append(children[number])
            elif number == _NOTHING:
                chosen.append(None)
            else:
                chosen += children[_INLINE - number]
        return make(chosen)

    return build


def _appending(make: Build, rest: list[int]) -> Build:
    """A repetition grows in place: it is nobody else's."""

    def build(children: list[Any]) -> Any:
        grown: list[Any] = children[0]
        for number in rest:
            grown.append(children[number])
        return grown if make is list else make(grown)

    return build
