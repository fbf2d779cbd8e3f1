"""Values as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[[str], str]


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        ('"а" + "б"', '"аб"'),
        ('"он сказал ""да"""', '"он сказал ""да"""'),
        ('"раз" + Символы.ПС + "два"', '"раз\n|два"'),
        ("7 / 2", "3,5"),
        ("1000000", "1\u00a0000\u00a0000"),
        ("1 = 1", "Истина"),
        ("Не Истина", "Ложь"),
        ("'20240229'", "29.02.2024 0:00:00"),
        ("Null", "Null"),
        ('Тип("Число")', "Число"),
        ("СтатусСообщения.Важное", "Важное"),
    ],
)
def test_a_value_without_parts(told: Told, entry: str, answer: str) -> None:
    assert told(entry) == answer + "\n"


def test_a_short_array_stands_on_one_line(told: Told) -> None:
    assert told('СтрРазделить("а,б", ",")') == 'Массив (2): "а", "б"\n'


def test_an_empty_array_is_shown_with_its_size(told: Told) -> None:
    assert told("Новый Массив") == "Массив (0)\n"


def test_of_a_long_array_the_first_elements_are_shown(told: Told) -> None:
    told("А = Новый Массив; Для Сч = 1 По 25 Цикл А.Добавить(Сч) КонецЦикла")
    lines = told("А").splitlines()
    assert lines[:2] == ["Массив (25)", "    [0] 1"]
    assert lines[-2:] == ["    [9] 10", "    … ещё 15"]


def test_an_array_in_an_array_is_named(told: Told) -> None:
    told("А = Новый Массив; А.Добавить(Новый Массив(3)); А.Добавить(1)")
    assert told("А") == "Массив (2)\n    [0] Массив (3)\n    [1] 1\n"


def test_a_structure_shows_its_keys(told: Told) -> None:
    answer = told('Новый Структура("Имя, Возраст, Адрес", "Иван", 30)')
    assert answer == 'Структура (3)\n    Имя: "Иван"\n    Возраст: 30\n    Адрес: Неопределено\n'


def test_a_map_shows_its_pairs(told: Told) -> None:
    told('С = Новый Соответствие; С.Вставить("а", 1); С.Вставить(2, "б")')
    assert told("С") == 'Соответствие (2)\n    "а": 1\n    2: "б"\n'


def test_a_table_is_drawn(told: Told) -> None:
    told('Т = Новый ТаблицаЗначений; Т.Колонки.Добавить("Товар"); Т.Колонки.Добавить("Цена")')
    told('С = Т.Добавить(); С.Товар = "Хлеб"; С.Цена = 40; С = Т.Добавить(); С.Товар = "Соль"; С.Цена = 5')
    assert told("Т").splitlines() == [
        "ТаблицаЗначений (строк: 2, колонок: 2)",
        "Товар │ Цена",
        "──────┼─────",
        "Хлеб  │   40",
        "Соль  │    5",
    ]


def test_of_a_long_table_twenty_rows_are_shown(told: Told) -> None:
    told('Т = Новый ТаблицаЗначений; Т.Колонки.Добавить("Номер")')
    told("Для Сч = 1 По 30 Цикл Т.Добавить().Номер = Сч КонецЦикла")
    lines = told("Т").splitlines()
    assert len(lines) == 3 + 20 + 1
    assert lines[-1] == "… ещё 10"


def test_a_table_fits_into_the_terminal(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told('Т = Новый ТаблицаЗначений; Т.Колонки.Добавить("А"); Т.Колонки.Добавить("Б")')
    told('Д = ""; Для Сч = 1 По 100 Цикл Д = Д + "д" КонецЦикла; С = Т.Добавить(); С.А = Д; С.Б = "кратко"')
    lines = told("Т").splitlines()[1:]
    assert max(map(len, lines)) == 40
    assert lines[-1].endswith("д… │ кратко")


def test_a_table_without_columns(told: Told) -> None:
    assert told("Новый ТаблицаЗначений") == "ТаблицаЗначений (строк: 0, колонок: 0)\n"


def test_an_object_is_named_by_its_type(told: Told) -> None:
    assert told("Новый ГенераторСлучайныхЧисел(1)") == "ГенераторСлучайныхЧисел\n"


def test_an_object_without_a_text_shows_a_few_properties_that_are_filled(told: Told) -> None:
    told('П = Новый ИнтернетПочтовоеСообщение; П.Тема = "Привет"; П.Получатели.Добавить("a@b.ru")')
    lines = told("П").splitlines()
    assert lines[0] == "ИнтернетПочтовоеСообщение"
    assert '    Тема: "Привет"' in lines
    assert "    Получатели: ИнтернетПочтовыеАдреса (1)" in lines
    assert 1 < len(lines) <= 7
    assert not any("Вложения" in line for line in lines), "what is empty is not shown"
    assert told("!имена").startswith("П = ИнтернетПочтовоеСообщение (")


def test_passwords_are_not_shown(told: Told) -> None:
    told('П = Новый ИнтернетПочтовыйПрофиль; П.АдресСервераSMTP = "smtp.a.ru"')
    told('П.Пароль = "тайна"; П.ПарольSMTP = "тайна"; П.Пользователь = "ivan"')
    answer = told("П")
    assert '    Пользователь: "ivan"' in answer.splitlines()
    assert "тайна" not in answer + told("!имена")


def test_a_very_long_text_is_cut(told: Told) -> None:
    told('Д = "д"; Для Сч = 1 По 13 Цикл Д = Д + Д КонецЦикла')
    answer = told("Д")
    assert len(answer) <= 2001 and answer.endswith("…\n")
