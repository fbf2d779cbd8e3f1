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
