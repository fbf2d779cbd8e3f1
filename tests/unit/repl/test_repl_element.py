"""The dialogue in 1С:Элемент."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interpreter.repl.dialogue import Dialogue

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[[str], str]


@pytest.fixture
def dialogue(dialogue: Dialogue) -> Dialogue:
    dialogue.switch("element")
    return dialogue


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        ("1 + 2", "3"),
        ('"он сказал \\"да\\""', '"он сказал \\"да\\""'),
        ("1 == 1", "Истина"),
        ("[1, 2, 3]", "Массив (3): 1, 2, 3"),
        ('{"а": 1, "б": 2}', 'Соответствие (2)\n    "а": 1\n    "б": 2'),
    ],
)
def test_a_value_is_shown(told: Told, entry: str, answer: str) -> None:
    assert told(entry) == answer + "\n"


def test_undefined_shows_nothing(told: Told) -> None:
    assert told("Неопределено") == ""


def test_variables_stay_between_entries(told: Told) -> None:
    told("пер Список = [1, 2]")
    assert told("Список.Размер()") == "2\n"


def test_variables_outlive_an_error(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert dialogue.enter("пер Число1 = 7")
    assert not dialogue.enter("Число1 / 0")
    assert dialogue.enter("Число1")
    out, errors = capsys.readouterr()
    assert out == "7\n"
    assert "Деление на ноль" in errors


def test_a_block_goes_on_until_its_sign(dialogue: Dialogue) -> None:
    assert dialogue.is_incomplete('если 1 > 0\n    Консоль.Записать("да")')
    assert not dialogue.is_incomplete('если 1 > 0\n    Консоль.Записать("да")\n;')


def test_the_other_language_keeps_its_own_variables(dialogue: Dialogue, told: Told) -> None:
    told("пер Список = [1, 2]")
    dialogue.switch("enterprise")
    told("Список = 5")
    assert told("Список") == "5\n"
    dialogue.switch("element")
    assert told("Список.Размер()") == "2\n"


DOUBLE = "метод Дважды(Х: Число): Число\n    возврат Х * 2\n;"
POINT = "структура Точка\n    пер Х: Число\n    пер У: Число = 5\n;"


def test_a_lone_method_is_kept(told: Told) -> None:
    assert told(DOUBLE) == ""
    assert told("Дважды(21)") == "42\n"


def test_a_later_method_replaces_the_earlier_one(told: Told) -> None:
    told(DOUBLE)
    told("метод Вчетверо(Х: Число): Число\n    возврат Дважды(Дважды(Х))\n;")
    told("метод Дважды(Х: Число): Число\n    возврат Х * 20\n;")
    assert told("Дважды(21)") == "420\n"
    assert told("Вчетверо(1)") == "400\n"


def test_overloads_of_one_entry_are_told_apart_in_the_next(told: Told) -> None:
    told('метод Вид(Х: Число): Строка\n    возврат "число"\n;\nметод Вид(Х: Строка): Строка\n    возврат "строка"\n;')
    assert told("Вид(1)") == '"число"\n'
    assert told('Вид("1")') == '"строка"\n'


def test_a_later_variable_replaces_the_earlier_one_with_its_type(told: Told) -> None:
    told("пер Х = 1")
    told('пер Х = "а"')
    assert told("Х.Длина()") == "1\n"


def test_methods_see_the_variables_of_the_session(told: Told) -> None:
    told("пер Счёт = 0")
    told("метод Ещё()\n    Счёт += 1\n;")
    told("Ещё()")
    told("Ещё()")
    assert told("Счёт") == "2\n"


@pytest.mark.parametrize(
    ("declaration", "expression", "answer"),
    [
        (POINT, "новый Точка(3)", "Точка{Х: 3, У: 5}"),
        ("перечисление Вид\n    А, Б умолчание\n;", "Вид.Б", "Б"),
        ("конст ПИ = 3", "ПИ * 2", "6"),
        ("исключение Беда\n    пер Код: Число\n;", "(новый Беда(3)).Код", "3"),
    ],
)
def test_every_declaration_is_kept(told: Told, declaration: str, expression: str, answer: str) -> None:
    assert told(declaration) == ""
    assert told(expression) == answer + "\n"


def test_names_are_listed_with_their_values(told: Told) -> None:
    told("пер Имя = 1")
    told("конст ПИ = 3")
    told(POINT)
    told(DOUBLE)
    assert told("!имена") == "Дважды\nИмя = 1\nПИ = 3\nТочка\n"


def test_a_question_shows_the_reference(told: Told) -> None:
    assert "новый Массив(" in told("?Массив")
    assert "Массив.Добавить(Элемент: Т)" in told("?Массив.Добавить")


def test_a_question_about_a_variable_is_about_its_type(told: Told) -> None:
    told("знч Список = [1]")
    assert "Массив (Array)" in told("?Список")


def test_a_question_about_ones_own_shows_its_text(told: Told) -> None:
    told(DOUBLE)
    told(POINT)
    told("знч Т = новый Точка(3)")
    assert told("?Дважды") == told("Дважды()?") == DOUBLE + "\n"
    assert told("?Точка") == told("?Т") == POINT + "\n"


def test_an_exception_without_a_description_is_told_by_its_type(
    dialogue: Dialogue, capsys: pytest.CaptureFixture[str]
) -> None:
    dialogue.enter("исключение Беда\n;")
    assert not dialogue.enter("выбросить новый Беда()")
    assert capsys.readouterr().err.startswith("{<ввод 2>(1,1)}: Беда\n")


def test_a_variable_whose_entry_failed_has_no_value(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    dialogue.enter("пер Б = 1 / 0")
    capsys.readouterr()
    assert not dialogue.enter("Б")
    assert "Переменная «Б» не получила значения" in capsys.readouterr().err


def test_a_mistake_in_the_text_is_told_with_a_caret(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("пер А = Бб + 1")
    errors = capsys.readouterr().err
    assert errors.startswith("{<ввод 1>(1,9)}: Переменная «Бб» не определена\n")
    assert "    1 │ пер А = Бб + 1\n      │         ^^\n" in errors


def test_a_call_that_gives_none_shows_only_its_output(told: Told) -> None:
    assert told('Консоль.Записать("привет")') == "привет\n"


def test_the_last_of_several_statements_shows_its_value(told: Told) -> None:
    assert told("пер А = 20\nА += 1\nА * 2") == "42\n"


def test_a_return_outside_of_a_method_is_refused_once(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert not dialogue.enter("возврат 5")
    assert capsys.readouterr().err.count("}: ") == 1
    assert dialogue.enter("знч Ф = метод() -> возврат 5 ;")
    assert dialogue.enter("Ф()")
    assert capsys.readouterr().out == "5\n"
