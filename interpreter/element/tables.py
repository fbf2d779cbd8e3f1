"""The LALR(1) tables of the language, joined with the methods that make nodes."""

from __future__ import annotations

from functools import cache
from os.path import dirname, join
from typing import Literal, TypeAlias

from interpreter.element.expression_tree import ExpressionTree
from interpreter.element.place import Place
from interpreter.element.tree import Tree
from interpreter.lalr.table import Table, load

Start: TypeAlias = Literal["module", "block", "expr"]

PLACE = Place()
"""Where the parser is. Parsing is not re-entrant over threads: all tables share it."""


@cache
def _tables() -> dict[str, Table]:
    return load(join(dirname(__file__), "grammar.table"), Tree(PLACE), ExpressionTree(PLACE))


def table(start: Start) -> Table:
    return _tables()[start]
