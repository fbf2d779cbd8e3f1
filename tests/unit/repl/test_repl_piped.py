"""Entries from a pipe."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import pytest

from interpreter.repl.piped import entries, joined_methods, obey_lines
from interpreter.repl.start import start

if TYPE_CHECKING:
    from interpreter.repl.dialogue import Dialogue


def cut_up(dialogue: Dialogue, text: str) -> list[str]:
    return list(joined_methods(dialogue, entries(dialogue, io.StringIO(text).readline)))


def test_each_whole_line_is_an_entry(dialogue: Dialogue) -> None:
    assert cut_up(dialogue, "А = 1\n\nА + 1\n") == ["А = 1\n", "А + 1\n"]


def test_lines_of_a_block_are_one_entry_with_its_blank_lines(dialogue: Dialogue) -> None:
    block = "Если Истина Тогда\n\nА = 1;\nКонецЕсли\n"
    assert cut_up(dialogue, block + "А") == [block, "А"]


def test_methods_side_by_side_are_one_entry(dialogue: Dialogue) -> None:
    methods = "Процедура П1() П2(); КонецПроцедуры\n// вторая\nПроцедура П2() КонецПроцедуры\n"
    assert cut_up(dialogue, methods + "П1()\n") == [methods, "П1()\n"]


def test_an_unfinished_text_is_an_entry_at_the_end(dialogue: Dialogue) -> None:
    assert cut_up(dialogue, "Если А Тогда\n") == ["Если А Тогда\n"]


def test_a_long_block_takes_no_quadratic_time(dialogue: Dialogue) -> None:
    lines = "".join(f"    А{number} = {number};\n" for number in range(2000))
    text = f"Если Истина Тогда\n{lines}КонецЕсли;\nА7\n"
    start_time = time.perf_counter()
    assert len(cut_up(dialogue, text)) == 2
    assert time.perf_counter() - start_time < 5


def test_lines_after_an_entry_are_left_to_its_code(dialogue: Dialogue) -> None:
    source = io.StringIO("А = 1\nввод сценария\nА\n")
    found = entries(dialogue, source.readline)
    assert next(found) == "А = 1\n"
    assert source.readline() == "ввод сценария\n"
    assert next(found) == "А\n"


def test_values_go_to_the_output_and_errors_beside_it(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert obey_lines(dialogue, io.StringIO("А = 20\nА / 0\nА + 1\n").readline) == 1
    out, errors = capsys.readouterr()
    assert out == "21\n"
    assert "Деление на 0" in errors


def test_success_is_nought(dialogue: Dialogue) -> None:
    assert obey_lines(dialogue, io.StringIO("А = 1\n").readline) == 0


def test_the_code_of_leaving_is_returned(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert obey_lines(dialogue, io.StringIO("ЗавершитьРаботу(5)\nСообщить(1)\n").readline) == 5
    assert capsys.readouterr().out == ""


def test_commands_and_questions_are_obeyed(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert obey_lines(dialogue, io.StringIO("!имена\n?Мин\n").readline) == 0
    assert "Мин(" in capsys.readouterr().out


def test_start_reads_a_pipe_without_greeting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Сообщить(1+1)\n".encode())))
    assert start() == 0
    assert capsys.readouterr().out == "2\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('// привет\n\nКонсоль.Записать("а")\n', "а\n"),
        ("знч А = 5\nА + 1\n", "6\n"),
        ("А = 5;\nСообщить(А + 1);\n", "6\n"),
    ],
)
def test_a_piped_text_tells_its_language(
    text: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert start() == 0
    assert capsys.readouterr().out == shown
