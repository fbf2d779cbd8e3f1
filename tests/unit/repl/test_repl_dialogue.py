"""What entries do, whoever typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interpreter.repl.leaving import Leaving

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.repl.dialogue import Dialogue

    Told = Callable[[str], str]


def test_the_value_of_an_expression_is_shown(told: Told) -> None:
    assert told("1 + 2") == "3\n"


def test_a_statement_shows_nothing(told: Told) -> None:
    assert told("А = 5") == ""


def test_variables_stay_between_entries(told: Told) -> None:
    told("А = 5")
    assert told("А * 2") == "10\n"


def test_methods_stay_between_entries(told: Told) -> None:
    told("Функция Дважды(Х) Возврат Х * 2; КонецФункции")
    assert told("дважды(21)") == "42\n"


def test_a_call_that_gives_a_value_shows_it(told: Told) -> None:
    assert told("Мин(7, 3)") == "3\n"


def test_a_call_that_gives_none_shows_only_its_output(told: Told) -> None:
    assert told('Сообщить("привет")') == "привет\n"


def test_undefined_shows_nothing(told: Told) -> None:
    assert told("Неопределено") == ""


def test_variables_outlive_an_error(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert dialogue.enter("А = 7")
    assert not dialogue.enter("А / 0")
    assert dialogue.enter("А")
    out, errors = capsys.readouterr()
    assert out == "7\n"
    assert errors.startswith("{<ввод 2>(1,1)}: Деление на 0\n") and "│ ^^^^^" in errors


def test_what_an_entry_did_before_it_failed_stays(told: Told) -> None:
    told("А = 1; Б = 1 / 0; А = 2")
    assert told("А") == "1\n"


def test_a_mistake_in_the_text_is_told_with_a_caret(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("А = = 1")
    errors = capsys.readouterr().err
    assert errors.startswith("{<ввод 1>(1,5)}: ") and "    1 │ А = = 1\n      │     ^" in errors


def test_an_interruption_is_told_and_keeps_the_state(
    dialogue: Dialogue, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogue.enter("А = 5")
    with monkeypatch.context() as patched:
        patched.setattr(type(dialogue.session), "evaluate", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            dialogue.enter("Пока Истина Цикл КонецЦикла")
    assert capsys.readouterr().err == "Прервано\n"
    assert dialogue.value_of("а") == 5


def _interrupted(session: object, source: object) -> None:
    raise KeyboardInterrupt


def test_a_mistake_of_ours_is_told_and_keeps_the_state(
    dialogue: Dialogue, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogue.enter("А = 5")
    with monkeypatch.context() as patched:
        patched.setattr(type(dialogue.session), "evaluate", _broken)
        assert not dialogue.enter("Б = 1")
    assert "Внутренняя ошибка 1cs" in capsys.readouterr().err
    assert dialogue.value_of("А") == 5


def _broken(session: object, source: object) -> None:
    raise LookupError


def test_leaving_the_work_ends_the_dialogue_with_its_code(dialogue: Dialogue) -> None:
    with pytest.raises(Leaving) as left:
        dialogue.enter("ЗавершитьРаботу(3)")
    assert left.value.code == 3


@pytest.mark.parametrize("word", ["выход", "exit", "quit()"])
def test_a_farewell_ends_the_dialogue(dialogue: Dialogue, word: str) -> None:
    with pytest.raises(Leaving):
        dialogue.enter(word)


def test_a_variable_may_be_called_as_a_farewell(told: Told) -> None:
    told("Выход = 1")
    assert told("выход") == "1\n"


def test_a_question_with_a_name_shows_its_reference(told: Told) -> None:
    assert "Сообщить(ТекстСообщения, [Статус])" in told("?Сообщить")
    assert "Сообщить(ТекстСообщения, [Статус])" in told("Сообщить?")


def test_a_question_about_a_variable_is_about_its_type(told: Told) -> None:
    told("Список = Новый Массив")
    assert "Массив (Array)" in told("?Список")
    assert "Массив.Найти" in told("?Список.Найти")


def test_a_lone_question_mark_shows_the_help(told: Told) -> None:
    assert "!почта" in told("?")


def test_a_question_about_nothing_fails(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("?Сообщитт")
    assert "Сообщить" in capsys.readouterr().err


def test_the_conditional_operator_is_no_question(told: Told) -> None:
    assert told("?(1 > 2, 10, 20)") == "20\n"


def test_output_without_a_line_break_does_not_swallow_the_answer(dialogue: Dialogue, told: Told) -> None:
    dialogue.host.write("начало")
    assert told("1") == "начало\n1\n"


def test_code_from_another_system_is_understood(told: Told) -> None:
    assert told("А = 1;\r\nСообщить(А)\r\n") == "1\n"


def test_a_question_about_ones_own_method_shows_its_parameters(told: Told) -> None:
    told("Функция Дважды(Х, Знач Раз = 2) Возврат Х * Раз; КонецФункции")
    assert told("?дважды") == "Функция Дважды(Х, Раз)\n"
