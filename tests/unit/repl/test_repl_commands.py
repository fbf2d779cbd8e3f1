"""Entries that begin with an exclamation mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interpreter.repl.commands import COMMANDS, find
from interpreter.repl.leaving import Leaving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from interpreter.repl.dialogue import Dialogue

    Told = Callable[[str], str]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("помощь", "помощь"),
        ("help", "помощь"),
        ("ПОМОЩЬ", "помощь"),
        ("пом", "помощь"),
        ("gjvjom", "помощь"),
        ("кгт", "запустить"),
        ("run", "запустить"),
        ("load", "запустить"),
        ("mail", "почта"),
        ("lang", "язык"),
    ],
)
def test_a_command_is_found_by(typed: str, name: str) -> None:
    command = find(typed)
    assert command is not None
    assert command.names[0] == name


@pytest.mark.parametrize("typed", ["", "в", "ничего"])
def test_no_command_is_found_by(typed: str) -> None:
    assert find(typed) is None


def test_every_command_has_a_latin_twin() -> None:
    assert all(command.names[1].isascii() for command in COMMANDS)


def test_an_unknown_command_names_the_nearest(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("!пючта")
    assert capsys.readouterr().err == "Нет команды «!пючта»\n    Возможно, вы имели в виду «!почта»?\n"


def test_help_lists_every_command(told: Told) -> None:
    answer = told("!помощь")
    assert all(command.title in answer for command in COMMANDS)


def test_a_file_runs_and_leaves_its_variables(told: Told, tmp_path: Path) -> None:
    script = tmp_path / "письмо.1cs"
    script.write_text('Тема = "Отчёт";\nСообщить("готово");', "utf-8")
    assert told(f"!запустить {script}") == "готово\n"
    assert told("Тема") == '"Отчёт"\n'


def test_an_error_in_a_file_is_told_with_its_place(
    dialogue: Dialogue, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "деление.1cs"
    script.write_text("А = 1;\nБ = А / 0;", "utf-8")
    assert not dialogue.enter(f"!run {script}")
    assert capsys.readouterr().err.startswith(f"{{{script}(2,5)}}: Деление на 0\n")


def test_a_file_that_is_not_there(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("!запустить нет.1cs")
    assert capsys.readouterr().err == "Файл не найден: нет.1cs\n"


def test_reset_forgets_variables(dialogue: Dialogue, told: Told) -> None:
    told("А = 1")
    told("!сброс")
    assert dialogue.session.names() == ()


def test_names_are_listed_with_their_values(told: Told) -> None:
    told('Б = "да"; А = 1')
    assert told("!имена") == 'А = 1\nБ = "да"\n'


def test_time_shows_the_value_and_how_long_it_took(told: Told) -> None:
    value, time = told("!время 2 + 2").splitlines()
    assert value == "4"
    assert time.startswith("Время: ") and time.endswith(" мс")


def test_an_error_while_timing_is_told(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("!время 1 / 0")
    assert "Деление на 0" in capsys.readouterr().err


def test_mail_lists_the_letters_of_the_sandbox(told: Told, home: Path) -> None:
    from sandbox.store import Store

    assert told("!почта").startswith("Писем нет")
    folder = home / "data" / "mail"
    folder.mkdir(parents=True, exist_ok=True)
    with Store(str(folder)) as store:
        store.deliver(["maria@1c.ru"], b"From: ivan@1c.ru\r\nSubject: Hello\r\n\r\nText\r\n")
    assert told("!почта").startswith("maria@1c.ru: 1 письмо\n")
    assert "Text" in told("!mail 1")


def test_the_language_is_switched_and_back(dialogue: Dialogue, told: Told) -> None:
    told("А = 1")
    assert told("!язык element") == "Язык: 1С:Элемент\n"
    assert dialogue.room.prompt == "Элемент> "
    assert told("!lang enterprise") == "Язык: 1С:Предприятие\n"
    assert told("А") == "1\n"


def test_an_unknown_language_is_refused(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("!язык python")
    assert "Нет языка «python»" in capsys.readouterr().err
    assert dialogue.room.language == "enterprise"


def test_exit_ends_the_dialogue(dialogue: Dialogue) -> None:
    with pytest.raises(Leaving) as left:
        dialogue.enter("!выход")
    assert left.value.code == 0
