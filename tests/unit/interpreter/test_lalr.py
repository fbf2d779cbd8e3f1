from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from interpreter.lalr.parsing import Stacks, Unexpected
from interpreter.lalr.table import Table, load
from interpreter.lalr.table_compiler import GRAMMARS, Grammar, compiled

SUMS = """
sums: sum (_COMMA sum)*
?sum: value | sum PLUS value -> plus
?value: NUMBER -> number | _LPAR [NAME] sum _RPAR -> bracketed
%declare PLUS NUMBER NAME _COMMA _LPAR _RPAR
"""


@dataclass(slots=True)
class Sign:
    type: str
    start: int

    @property
    def end(self) -> int:
        return self.start + 1


class Maker:
    """Keeps the children of every rule, and where the rule reached."""

    def __init__(self) -> None:
        self.start = self.end = 0
        self.places: dict[str, list[tuple[int, int]]] = {}

    def _note(self, rule: str) -> None:
        self.places.setdefault(rule, []).append((self.start, self.end))

    def sums(self, children: list[Any]) -> list[Any]:
        self._note("sums")
        return ["sums", *children]

    def plus(self, children: list[Any]) -> list[Any]:
        self._note("plus")
        return ["plus", *(one.type if isinstance(one, Sign) else one for one in children)]

    def number(self, children: list[Any]) -> int:
        self._note("number")
        token: Sign = children[0]
        return token.start

    def bracketed(self, children: list[Any]) -> list[Any]:
        self._note("bracketed")
        return ["bracketed", *(one.type if isinstance(one, Sign) else one for one in children)]


def signs(*kinds: str) -> list[Sign]:
    return [Sign(kind, number) for number, kind in enumerate((*kinds, "$END"))]


def sums(folder: Path, maker: Maker, *, keeps_signs: bool = False) -> Table:
    (folder / "grammar.lark").write_text(SUMS, "utf-8")
    grammar = Grammar(folder, ("sums", "sum"), keeps_signs=keeps_signs)
    grammar.target.write_text(compiled(grammar), "utf-8")
    return load(str(grammar.target), maker)["sums"]


@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda grammar: grammar.folder.name)
def test_the_table_is_that_of_the_grammar(grammar: Grammar) -> None:
    assert grammar.target.read_text("utf-8") == compiled(grammar), "make grammar"


@pytest.mark.parametrize("language", ["enterprise", "element"])
def test_a_parser_does_without_lark(language: str) -> None:
    code = f"import sys, interpreter.{language}.front; sys.exit('lark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_methods_get_what_the_grammar_keeps(tmp_path: Path) -> None:
    table = sums(tmp_path, Maker())
    tokens = signs("NUMBER", "PLUS", "LPAR", "NUMBER", "RPAR", "COMMA", "LPAR", "NAME", "NUMBER", "RPAR")
    assert Stacks(table).run(tokens) == ["sums", ["plus", 0, "PLUS", ["bracketed", None, 3]], ["bracketed", "NAME", 8]]


def test_methods_get_every_sign_where_the_grammar_keeps_them(tmp_path: Path) -> None:
    table = sums(tmp_path, Maker(), keeps_signs=True)
    result = Stacks(table).run(signs("LPAR", "NUMBER", "RPAR"))
    assert result == ["sums", ["bracketed", "LPAR", None, 1, "RPAR"]]


def test_a_method_is_told_where_its_rule_reaches(tmp_path: Path) -> None:
    maker = Maker()
    Stacks(sums(tmp_path, maker)).run(signs("NUMBER", "PLUS", "LPAR", "NUMBER", "RPAR"), maker)
    assert maker.places == {"number": [(0, 1), (3, 4)], "bracketed": [(2, 5)], "plus": [(0, 5)], "sums": [(0, 5)]}


def test_a_token_is_asked_for_when_the_one_before_it_is_taken(tmp_path: Path) -> None:
    stacks = Stacks(sums(tmp_path, Maker()))
    taken = []

    def tokens() -> Any:
        for token in signs("NUMBER", "COMMA", "NUMBER"):
            taken.append([value.type for value in stacks.values if isinstance(value, Sign)])
            yield token

    assert stacks.run(tokens()) == ["sums", 0, 2]
    assert taken == [[], ["NUMBER"], ["COMMA"], ["COMMA", "NUMBER"]]


def test_a_token_that_does_not_fit_leaves_the_stacks_as_they_were_before_it(tmp_path: Path) -> None:
    table = sums(tmp_path, Maker())
    stacks = Stacks(table)
    with pytest.raises(Unexpected):
        stacks.run(signs("LPAR", "NUMBER", "COMMA"))
    assert table.accepted(stacks.states) == {"PLUS", "RPAR"}


def test_the_table_knows_what_may_come_next(tmp_path: Path) -> None:
    table = sums(tmp_path, Maker())
    assert table.accepted([table.begin]) == {"NUMBER", "LPAR"}
    after = table.after([table.begin], "NUMBER")
    assert after is not None
    assert table.accepted(after) == {"PLUS", "COMMA", "$END"}
    assert not table.accepts(after, "NAME")
    assert table.accepts(after, "$END")
