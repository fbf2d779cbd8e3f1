"""Whatever the text, compiling Element ends with an artifact or with diagnostics: random ones and changed programs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from interpreter.diagnostics import Refused, draw
from interpreter.element import front
from interpreter.element.keywords import KEYWORDS
from interpreter.element.lexer import OPERATORS
from interpreter.modules import Module
from interpreter.source import Source, normalise

PROGRAMS = Path(__file__).parent.parent / "programs" / "element"
PIECE = re.compile(r'"[^"\n]*"|\w+|[^\S\n]+|\n|\S')
WORDS = sorted(
    {
        *KEYWORDS, *OPERATORS, "А", "Б", "Точка", "Икс", "Число", "Строка", "Объект", "Массив<Число>", "Консоль",
        "Исключение", "Null", "1", "2.5", "5с", '"%{А}"', "'п'", "Дата{}", "[1]", "{:}", "(х) ->", "\n", "//к\n",
    }
)  # fmt: skip
words = st.sampled_from(WORDS)


@cache
def programs() -> list[list[str]]:
    return [PIECE.findall(path.read_text("utf-8")) for path in sorted(PROGRAMS.rglob("*.1cs"))]


def compile_or_refuse(text: str) -> None:
    text = normalise(text)
    try:
        front.compile(Source("т.sbsl", text), Module("element"))
    except Refused as refused:
        assert refused.diagnostics
        for one in refused.diagnostics:
            assert 0 <= one.span.start <= one.span.end <= len(text)
            assert one.message and draw(one)


@given(st.text(max_size=200))
def test_a_random_text_is_compiled_or_refused(text: str) -> None:
    compile_or_refuse(text)


@given(st.lists(words, max_size=60))
def test_a_row_of_words(row: list[str]) -> None:
    compile_or_refuse(" ".join(row))


@given(st.lists(words, max_size=40))
def test_a_row_of_words_in_a_method(row: list[str]) -> None:
    compile_or_refuse(f"структура Точка\nпер Икс: Число\n;\nметод Ф(А: Число, Б: Объект?)\n{' '.join(row)}\n;\n")


@given(st.data())
def test_a_program_with_some_words_changed(data: st.DataObject) -> None:
    pieces = list(data.draw(st.sampled_from(programs())))
    places = st.integers(0, len(pieces) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=3)):
        pieces[place] = data.draw(st.one_of(words, st.sampled_from(pieces), st.just("")))
    compile_or_refuse("".join(pieces))
