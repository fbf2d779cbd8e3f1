"""Pieces of texts and their colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.document import Document

from interpreter.repl.highlight import EntryLexer
from interpreter.repl.pieces import cut
from interpreter.repl.room import LANGUAGES, room

if TYPE_CHECKING:
    from interpreter.repl.dialogue import Dialogue


def kinds(language: str, text: str) -> list[tuple[str, str]]:
    where = room(language)
    return [(each.kind, each.text) for each in cut(text, where.pattern, where.keyword) if each.kind != "blank"]


def test_a_text_of_enterprise_is_cut_into_pieces() -> None:
    assert kinds("enterprise", "Если А = 12.5 Тогда // да\nБ = Новый Массив") == [
        ("keyword", "Если"), ("name", "А"), ("sign", "="), ("number", "12.5"), ("keyword", "Тогда"),
        ("comment", "// да"), ("name", "Б"), ("sign", "="), ("keyword", "Новый"), ("type", "Массив"),
    ]  # fmt: skip


def test_a_string_goes_on_after_a_bar() -> None:
    assert kinds("enterprise", 'А = "раз\n  |два";') == [
        ("name", "А"), ("sign", "="), ("string", '"раз\n  |два"'), ("sign", ";"),
    ]  # fmt: skip


def test_a_keyword_after_a_dot_is_a_name() -> None:
    assert kinds("enterprise", "А.Выполнить")[-1] == ("name", "Выполнить")


def test_keywords_of_element_are_written_exactly() -> None:
    assert kinds("element", "если Если") == [("keyword", "если"), ("name", "Если")]


def test_a_string_of_element_may_hold_a_string() -> None:
    assert kinds("element", '"итог: %{Ф("а")}" + 1')[0] == ("string", '"итог: %{Ф("а")}"')


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(alphabet="аА1 \"'|\n#/*\\%${}.;(&@~Если", max_size=60))
def test_pieces_make_up_the_text(language: str, text: str) -> None:
    where = room(language)
    pieces = list(cut(text, where.pattern, where.keyword))
    assert "".join(each.text for each in pieces) == text
    assert all(text[each.start : each.end] == each.text for each in pieces)


def test_lines_are_coloured_apart(dialogue: Dialogue) -> None:
    line = EntryLexer(dialogue).lex_document(Document('А = "раз\n|два";'))
    assert line(1) == [("class:string", '|два"'), ("class:sign", ";")]
    assert line(2) == []


def test_a_command_is_coloured_whole(dialogue: Dialogue) -> None:
    line = EntryLexer(dialogue).lex_document(Document("!запустить а.1cs"))
    assert line(0) == [("class:command", "!запустить а.1cs")]
