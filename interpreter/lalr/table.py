"""A LALR(1) table, ready to run: grammar.table joined with the methods that make nodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from interpreter.lalr.table_file import Row, read

if TYPE_CHECKING:
    from collections.abc import Callable

Build: TypeAlias = "Callable[[list[Any]], Any]"
Rule: TypeAlias = "tuple[str, int, Build | None]"
"""Name, number of symbols, what makes the value (None: the one symbol's value passes)."""

ABSENT = -1
"""In a plan: an absent `[…]`. A number from 0 is the child to take; from INLINE down the child list to take in."""
INLINE = -2


@dataclass(frozen=True, slots=True)
class Table:
    """`steps[state][terminal]`: from 0 on shift to that state, below 0 reduce `rules[~n]`; `leads[state][rule]`.

    Where a rule leads to is where its value stands after it has passed through rules of one symbol (an operand through
    every rank of operators): `passages` remembers that for a state, a rule and the terminal behind it.
    """

    begin: int
    end: int
    steps: dict[int, Row]
    leads: dict[int, Row]
    rules: list[Rule]
    passages: dict[tuple[int, str, str], int] = field(default_factory=dict)

    def passage(self, state: int, name: str, terminal: str) -> int:
        """The state after a rule, and those its value only passes through, before a terminal."""
        lead = self.leads[state][name]
        while terminal != "$END" or lead != self.end:
            step = self.steps[lead].get(terminal, 0)
            if step >= 0 or self.rules[~step][2] is not None:
                break
            lead = self.leads[state][self.rules[~step][0]]
        self.passages[state, name, terminal] = lead
        return lead

    def after(self, stack: list[int], terminal: str) -> list[int] | None:
        """The states that are open when a terminal has been taken; None when it may not come next."""
        stack = stack.copy()
        while True:
            step = self.steps[stack[-1]].get(terminal)
            if step is None:
                return None
            if step >= 0:
                stack.append(step)
                return stack
            name, size, _ = self.rules[~step]
            if size:
                del stack[-size:]
            stack.append(self.leads[stack[-1]][name])
            if terminal == "$END" and stack[-1] == self.end:
                return stack

    def accepts(self, stack: list[int], terminal: str) -> bool:
        """Whether a terminal may come next."""
        return self.after(stack, terminal) is not None

    def accepted(self, stack: list[int]) -> frozenset[str]:
        """The terminals that may come next."""
        return frozenset(terminal for terminal in self.steps[stack[-1]] if self.accepts(stack, terminal))


def load(path: str, *makers: object) -> dict[str, Table]:
    """The table for each start symbol. A rule's value is made by the first maker that has the rule's method."""
    with open(path, encoding="utf-8") as file:
        content = read(file.read())
    rules: list[Rule] = [
        (
            rule.name,
            rule.size,
            None if rule.method is None else _builder(_maker(makers, rule.method), rule.size, rule.plan),
        )
        for rule in content.rules
    ]
    return {
        name: Table(begin, end, content.steps, content.leads, rules) for name, (begin, end) in content.starts.items()
    }


def _maker(makers: tuple[object, ...], method: str) -> Build:
    if not method:
        return list
    made: Build = getattr(next(maker for maker in makers if hasattr(maker, method)), method)
    return made


def _builder(make: Build, size: int, plan: tuple[int, ...]) -> Build:
    if plan == tuple(range(size)):
        return make
    if plan and plan[0] == INLINE and min(plan[1:], default=0) >= 0:
        return _appending(make, plan[1:])

    def build(children: list[Any]) -> Any:
        chosen: list[Any] = []
        for number in plan:
            if number >= 0:
                chosen.append(children[number])
            elif number == ABSENT:
                chosen.append(None)
            else:
                chosen += children[INLINE - number]
        return make(chosen)

    return build


def _appending(make: Build, rest: tuple[int, ...]) -> Build:
    """A repetition grows in place: it is nobody else's."""

    def build(children: list[Any]) -> Any:
        grown: list[Any] = children[0]
        for number in rest:
            grown.append(children[number])
        return grown if make is list else make(grown)

    return build
