"""Where lines begin."""

from __future__ import annotations

import pytest

from interpreter.repl.indent import next_indent, settled
from interpreter.repl.room import room


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("А = 1;", 0),
        ("Если А Тогда", 4),
        ("Если А Тогда // Цикл", 4),
        ("Если А Тогда Б = 1; КонецЕсли;", 0),
        ("Если А Тогда\n    Пока Б Цикл", 8),
        ("Если А Тогда\n    Пока Б Цикл\n    КонецЦикла;", 4),
        ('Сообщить("Если', 4),
        ('А = "Если Тогда";', 0),
        ("Процедура П(А,\n", 4),
        ("Процедура П(А, Б)", 4),
        ("Асинх Функция Ф()", 4),
        ("Об.Если = 1;", 0),
        ("If A Then", 4),
    ],
)
def test_a_new_line_of_enterprise(text: str, blanks: int) -> None:
    assert next_indent(room("enterprise"), text) == " " * blanks


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("пер А = 1", 0),
        ("метод Ф(): Число", 4),
        ("если А > 0", 4),
        ("если А > 0\n    Ф()\nиначе если Б", 4),
        ("если А > 0\n    Ф()\nиначе если Б\n    Г()\n;", 0),
        ("структура Точка", 4),
        ("Ф([", 4),
    ],
)
def test_a_new_line_of_element(text: str, blanks: int) -> None:
    assert next_indent(room("element"), text) == " " * blanks


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Если А Тогда\n    КонецЕсли", "Если А Тогда\nКонецЕсли"),
        ("Если А Тогда\n    Иначе", "Если А Тогда\nИначе"),
        ("Ф(\n    1,\n    )", "Ф(\n    1,\n)"),
        ("Если А Тогда\n    Б = 1;", "Если А Тогда\n    Б = 1;"),
        ("Если А Тогда\n  КонецЕсли", "Если А Тогда\n  КонецЕсли"),
        ("    КонецЕсли", "    КонецЕсли"),
    ],
)
def test_closing_words_are_drawn_back(text: str, wanted: str) -> None:
    assert settled(room("enterprise"), text) == wanted


def test_the_closing_sign_of_element_is_drawn_back() -> None:
    assert settled(room("element"), "если А\n    Ф()\n    ;") == "если А\n    Ф()\n;"
