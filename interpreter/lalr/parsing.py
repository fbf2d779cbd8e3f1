"""Tokens → the value of a start symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interpreter.lalr.table import Table


class Token(Protocol):
    @property
    def type(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Extent(Protocol):
    """From where to where in the text the rule reaches whose value is being made."""

    start: int
    end: int


class Unexpected(Exception):
    """A token that cannot stand where it does."""


class Stacks:
    """One walk over tokens: the states that are open, and the values in them."""

    __slots__ = ("states", "table", "values")

    def __init__(self, table: Table) -> None:
        self.table = table
        self.states = [table.begin]
        self.values: list[Any] = []

    def run(self, tokens: Iterable[Token], extent: Extent | None = None, begin: int = 0) -> Any:
        """The value of tokens that end with $END; each is asked for when the one before it has been taken.

        `extent` is kept up to date for those who make values; a rule of nothing is behind the last token, at first at
        `begin`. Raises Unexpected.
        """
        table, states, values = self.table, self.states, self.values
        steps, rules, passages = table.steps, table.rules, table.passages
        starts: list[int] = []
        last_end = begin
        for token in tokens:
            kind = token.type
            while True:
                step = steps[states[-1]].get(kind)
                if step is None:
                    raise Unexpected
                if step >= 0:
                    states.append(step)
                    values.append(token)
                    starts.append(token.start)
                    last_end = token.end
                    break
                name, size, build = rules[~step]
                if build is None:
                    states.pop()
                else:
                    start, children = -1, []
                    if size:
                        start = starts[-size]
                        if start < 0:
                            start = next((one for one in starts[-size:] if one >= 0), -1)
                        children = values[-size:]
                        del states[-size:], values[-size:], starts[-size:]
                    if extent is not None:
                        extent.start, extent.end = (last_end if start < 0 else start), last_end
                    values.append(build(children))
                    starts.append(start)
                state = states[-1]
                lead = passages.get((state, name, kind))
                if lead is None:
                    lead = table.passage(state, name, kind)
                states.append(lead)
                if kind == "$END" and lead == table.end:
                    return values[-1]
        raise AssertionError("the last token ends every walk")
