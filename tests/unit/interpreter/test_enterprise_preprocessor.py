"""Instructions of the preprocessor."""

from __future__ import annotations

import pytest

from interpreter.enterprise.conditions import ConditionError, holds
from interpreter.enterprise.lexer import MISTAKE_LIMIT
from interpreter.enterprise.preprocessor import preprocess
from interpreter.source import Source, Span


def kept(text: str) -> str:
    """The text for the lexer without blanks; it must be as long as the source's, line for line."""
    prepared = preprocess(Source("м", text))
    assert prepared.diagnostics == []
    assert [len(line) for line in prepared.text.split("\n")] == [len(line) for line in text.split("\n")]
    return "".join(prepared.text.split())


def refused(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message) for one in preprocess(Source("м", text)).diagnostics]


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ("Сервер Тогда", True),
        ("сервер тогда", True),
        ("Server Then", True),
        ("НаСервере Тогда", True),
        ("Клиент Тогда", False),
        ("ВнешнееСоединение Тогда", False),
        ("НЕ Клиент Тогда", True),
        ("НЕ НЕ Клиент Тогда", False),
        ("Сервер Или ТолстыйКлиентОбычноеПриложение Или ВнешнееСоединение Тогда", True),
        ("Клиент И Сервер Или Сервер Тогда", True),
        ("Сервер Или Сервер И Клиент Тогда", True),
        ("(Сервер Или Сервер) И Клиент Тогда", False),
        ("НЕ (ВебКлиент Or ThinClient) And AtServer Then", True),
        ("(((Сервер))) Тогда", True),
    ],
)
def test_a_condition_holds_as_on_a_server(condition: str, value: bool) -> None:
    assert holds(condition) is value


@pytest.mark.parametrize(
    ("condition", "message", "place"),
    [
        ("Сервер", "Ожидается ключевое слово Тогда", (6, 6)),
        ("", "Ожидается символ препроцессора", (0, 0)),
        ("Сервер И Тогда", "Ожидается символ препроцессора", (9, 14)),
        ("Сервир Тогда", "Неизвестный символ препроцессора", (0, 6)),
        ("(Сервер Тогда", "Ожидается символ ')'", (8, 13)),
        ("Сервер Тогда Да", "Синтаксическая ошибка", (13, 15)),
        ("Сервер Клиент Тогда", "Ожидается ключевое слово Тогда", (7, 13)),
        ("(" * 1000 + "Сервер" + ")" * 1000 + " Тогда", "Слишком большая вложенность", (50, 51)),
    ],
)
def test_a_wrong_condition_is_told_with_its_place(condition: str, message: str, place: tuple[int, int]) -> None:
    with pytest.raises(ConditionError) as caught:
        holds(condition)
    assert (caught.value.message, (caught.value.start, caught.value.end)) == (message, place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("А", "А"),
        ("#Если Сервер Тогда\nА\n#КонецЕсли\nБ", "АБ"),
        ("#Если Клиент Тогда\nА\n#КонецЕсли\nБ", "Б"),
        ("#Если Клиент Тогда\nА\n#Иначе\nБ\n#КонецЕсли", "Б"),
        ("#Если Клиент Тогда\nА\n#ИначеЕсли Сервер Тогда\nБ\n#Иначе\nВ\n#КонецЕсли", "Б"),
        ("#Если Сервер Тогда\nА\n#ИначеЕсли Сервер Тогда\nБ\n#Иначе\nВ\n#КонецЕсли", "А"),
        ("#Если Клиент Тогда\n#Если Сервер Тогда\nА\n#Иначе\nБ\n#КонецЕсли\n#КонецЕсли\nВ", "В"),
        ("#If Server Then // да\nА\n#EndIf", "А"),
        ("  # Область Имя\nА\n#КонецОбласти // Имя", "А"),
        ("#Region Name\nА\n#EndRegion", "А"),
        ("#Вставка\nА\n#КонецВставки\n#Удаление\nБ\n#КонецУдаления", "А"),
        ("#! /usr/bin/env 1cs\nА", "А"),
        ("// #Если Клиент Тогда\nА", "//#ЕслиКлиентТогдаА"),
        ('А = "#";', 'А="#";'),
        ("#Если Клиент Тогда\n\"'$ незакрытое\n#Чепуха\n#КонецЕсли\nА", "А"),
    ],
)
def test_what_is_switched_off_is_blanked_in_place(text: str, expected: str) -> None:
    assert kept(text) == expected


def test_an_instruction_inside_a_string_leaves_the_string_whole() -> None:
    assert kept('"а\n#Удаление\n|б\n#КонецУдаления\n|в"') == '"а|в"'


def test_use_is_collected() -> None:
    text = '#Использовать InternetMail\n#use "../lib dir" // путь'
    uses = preprocess(Source("м", text)).uses
    assert [(one.name, one.is_path) for one in uses] == [("InternetMail", False), ("../lib dir", True)]
    assert [Source("м", text).slice(one.span) for one in uses] == [
        "#Использовать InternetMail",
        '#use "../lib dir"',
    ]


def test_use_in_a_switched_off_branch_is_not_collected() -> None:
    assert preprocess(Source("м", "#Если Клиент Тогда\n#Использовать a\n#КонецЕсли")).uses == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#Если Сервер Тогда\nА", [(2, 2, "Ожидается инструкция препроцессора #КонецЕсли")]),
        ("#Область А", [(1, 11, "Ожидается инструкция препроцессора #КонецОбласти")]),
        ("А;\n #КонецЕсли", [(2, 2, "Инструкции #КонецЕсли не соответствует #Если")]),
        ("#Иначе", [(1, 1, "Инструкции #Иначе не соответствует #Если")]),
        ("#КонецОбласти", [(1, 1, "Инструкции #КонецОбласти не соответствует #Область")]),
        (
            "#Если Сервер Тогда\n#Область А\n#КонецЕсли\n#КонецОбласти",
            [
                (3, 1, "Инструкции #КонецЕсли не соответствует #Если"),
                (4, 1, "Инструкции #КонецОбласти не соответствует #Область"),
            ],
        ),
        ("#Если Сервер Тогда\n#Иначе\n#Иначе\n#КонецЕсли", [(3, 1, "Инструкции #Иначе не соответствует #Если")]),
        ("#Область\n#КонецОбласти", [(1, 1, "Ожидается имя области")]),
        ("#Область 5 А\n#КонецОбласти", [(1, 10, "Ожидается имя области")]),
        ("#Облась А", [(1, 1, "Неизвестная инструкция препроцессора")]),
        ("#", [(1, 1, "Неизвестная инструкция препроцессора")]),
        ("#Использовать", [(1, 1, "Ожидается имя библиотеки или путь в кавычках")]),
        ('#Использовать "а', [(1, 15, "Ожидается имя библиотеки или путь в кавычках")]),
        ("#Если Сервер\n#КонецЕсли", [(1, 13, "Ожидается ключевое слово Тогда")]),
        ("#Если\n#КонецЕсли", [(1, 1, "Ожидается символ препроцессора")]),
        ("А;\n#! не первая", [(2, 1, "Неизвестная инструкция препроцессора")]),
    ],
)
def test_a_wrong_instruction_is_told_with_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert refused(text) == expected


def test_a_misspelt_instruction_gets_a_hint() -> None:
    assert preprocess(Source("м", "#Облась А")).diagnostics[0].hint == "Возможно, вы имели в виду «#Область»?"
    assert preprocess(Source("м", "#Если Сервир Тогда\n#КонецЕсли")).diagnostics[0].hint == (
        "Возможно, вы имели в виду «Сервер»?"
    )
    assert "Элемент" in preprocess(Source("м", "#совместимость 8.0")).diagnostics[0].hint


def test_no_more_than_fifty_mistakes_are_told() -> None:
    assert len(refused("#Если\n" * 1000)) == MISTAKE_LIMIT


def test_an_unclosed_instruction_shows_where_it_began() -> None:
    one = preprocess(Source("м", "А;\n#Если Сервер Тогда")).diagnostics[0]
    assert [(note.span, note.message) for note in one.notes] == [(Span(3, 8), "Конструкция начата здесь")]
