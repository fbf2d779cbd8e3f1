"""Keys make entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output import DummyOutput

from interpreter.repl.leaving import Leaving
from interpreter.repl.terminal import LineGivenUp, make_prompt, step

if TYPE_CHECKING:
    from support.typist import Typist

ENTER, UP, RIGHT, TAB = "\r", "\x1b[A", "\x1b[C", "\t"
ALT_ENTER, CTRL_R, CTRL_UP = "\x1b\r", "\x12", "\x1b[1;5A"


def test_enter_ends_a_whole_entry(typist: Typist) -> None:
    assert typist.type("А = 1" + ENTER) == "А = 1"


def test_enter_goes_on_while_a_block_is_open(typist: Typist) -> None:
    text = typist.type("Если А Тогда" + ENTER, "Сообщить(1);" + ENTER, "КонецЕсли" + ENTER)
    assert text == "Если А Тогда\n    Сообщить(1);\nКонецЕсли"


def test_enter_goes_on_while_a_bracket_is_open(typist: Typist) -> None:
    assert typist.type("Мин(1," + ENTER, "2)" + ENTER) == "Мин(1,\n    2)"


def test_alt_enter_breaks_the_line_of_a_whole_entry(typist: Typist) -> None:
    assert typist.type("А = 1;" + ALT_ENTER, "Б = 2" + ENTER) == "А = 1;\nБ = 2"


def test_a_middle_word_stands_below_its_opening_one(typist: Typist) -> None:
    text = typist.type(
        "Попытка" + ENTER, "А = 1" + ENTER, "Исключение" + ENTER, "Б = 1;" + ENTER, "КонецПопытки" + ENTER
    )
    assert text == "Попытка\n    А = 1\nИсключение\n    Б = 1;\nКонецПопытки"


def test_a_pasted_text_is_one_entry(typist: Typist) -> None:
    pasted = "Если Истина Тогда\r\n\tА = 1;\r\nКонецЕсли;\r\nБ = 2"
    text = typist.type(f"\x1b[200~{pasted}\x1b[201~", ENTER)
    assert text == "Если Истина Тогда\n\tА = 1;\nКонецЕсли;\nБ = 2"


def test_enter_above_the_last_line_parts_lines(typist: Typist) -> None:
    home, down, end = "\x01", "\x1b[B", "\x05"
    text = typist.type("А = 1;" + ALT_ENTER, "Б = 2", UP + home, ENTER, UP + "В = 3;", down + down + end, ENTER)
    assert text == "В = 3;\nА = 1;\nБ = 2"


def test_names_are_offered_while_typing(typist: Typist) -> None:
    typist.type("Сооб", ENTER)
    assert "Сообщить" in typist.menu


def test_tab_takes_the_only_name(typist: Typist) -> None:
    assert typist.type("Сообщ", TAB, ENTER, "(1)" + ENTER) == "Сообщить(1)"


def test_tab_in_the_margin_moves_the_text(typist: Typist) -> None:
    assert typist.type(TAB + "А = 1" + ENTER) == "    А = 1"


def test_a_word_on_the_wrong_layout_becomes_the_right_one(typist: Typist) -> None:
    assert typist.type("cjj,obn", TAB, ENTER, "(1)" + ENTER) == "Сообщить(1)"


def test_up_recalls_the_last_entry_with_this_beginning(typist: Typist) -> None:
    for entry in ("Б = 1", "А = 2", "Б = 3"):
        typist.history.append_string(entry)
    assert typist.type("А", UP, ENTER) == "А = 2"


def test_an_entry_of_several_lines_is_recalled_whole(typist: Typist) -> None:
    entry = "Если Истина Тогда\n    А = 1;\nКонецЕсли"
    typist.history.append_string(entry)
    assert typist.type(UP, ENTER) == entry


def test_ctrl_up_passes_over_a_long_entry_at_once(typist: Typist) -> None:
    typist.history.append_string("А = 1")
    typist.history.append_string("Если Истина Тогда\nКонецЕсли")
    assert typist.type(CTRL_UP, CTRL_UP, ENTER) == "А = 1"


def test_a_suggestion_from_history_is_taken_by_the_right_arrow(typist: Typist) -> None:
    typist.history.append_string("Б = 100500")
    assert typist.type("Б = 1", RIGHT, ENTER) == "Б = 100500"
    assert typist.suggestion == ""


def test_a_suggestion_is_not_taken_by_enter(typist: Typist) -> None:
    typist.history.append_string("Б = 100500")
    assert typist.type("Б = 1", ENTER) == "Б = 1"
    assert typist.suggestion == "00500"


def test_ctrl_r_searches_earlier_entries(typist: Typist) -> None:
    typist.history.append_string("Найдётся = 1")
    typist.history.append_string("Другое = 2")
    assert typist.type(CTRL_R, "найд", ENTER, ENTER) == "Найдётся = 1"


def test_ctrl_c_gives_the_line_up(typist: Typist) -> None:
    with pytest.raises(LineGivenUp):
        typist.type("А = ", "\x03")


def test_ctrl_d_in_an_empty_line_leaves(typist: Typist) -> None:
    with pytest.raises(EOFError):
        typist.type("\x04")


def test_a_step_reads_and_does_one_entry(typist: Typist, capsys: pytest.CaptureFixture[str]) -> None:
    typist.pipe.send_text("2 * 21" + ENTER)
    step(typist.dialogue, make_prompt(typist.dialogue, InMemoryHistory(), input=typist.pipe, output=DummyOutput()))
    assert capsys.readouterr().out == "42\n"


def test_a_step_after_ctrl_d_ends_the_dialogue(typist: Typist) -> None:
    typist.pipe.send_text("\x04")
    with pytest.raises(Leaving):
        step(typist.dialogue, make_prompt(typist.dialogue, InMemoryHistory(), input=typist.pipe, output=DummyOutput()))
