"""The LALR(1) tables of the language, and a parser that builds nothing."""

from __future__ import annotations

from functools import cache
from os.path import dirname, join
from typing import Literal

from interpreter.enterprise.tree import Tree
from interpreter.lalr.table import Table, load

Start = Literal["module", "statements", "expression"]


@cache
def _tables() -> dict[str, Table]:
    return load(join(dirname(__file__), "grammar.table"), Tree())


def table(start: Start) -> Table:
    return _tables()[start]


class Recogniser:
    """Feels its way through tokens without building anything; knows what might come next."""

    def __init__(self, start: Start) -> None:
        self._table = table(start)
        self._stack = [self._table.begin]
        self._previous = self._stack

    def feed(self, kind: str) -> bool:
        """Whether a terminal may come next; it is taken when it may."""
        stack = self._table.after(self._stack, kind)
        if stack is None:
            return False
        self._previous, self._stack = self._stack, stack
        return True

    def accepted(self) -> frozenset[str]:
        """The terminals that may come next."""
        return self._table.accepted(self._stack)

    def accepted_before(self) -> frozenset[str]:
        """The terminals that might have come instead of the last one."""
        return self._table.accepted(self._previous)
