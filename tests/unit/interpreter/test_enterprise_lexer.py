"""Text to tokens."""

from __future__ import annotations

import pytest

from interpreter.enterprise.keywords import SPELLINGS
from interpreter.enterprise.lexer import DIGIT_LIMIT, MISTAKE_LIMIT, tokenize
from interpreter.enterprise.literals import date_digits, number_value, string_value
from interpreter.source import Source


def kinds(text: str) -> list[str]:
    return [token.type for token in tokenize(Source("м", text)).tokens[:-1]]


def mistakes(text: str) -> list[tuple[int, str, str]]:
    found = tokenize(Source("м", text)).mistakes
    return [(start, one.message, one.hint) for start, one in found.items()]


@pytest.mark.parametrize("kind", sorted(SPELLINGS.keys() - {"ASYNC", "AWAIT"}))
def test_a_keyword_is_known_in_both_languages_and_any_case(kind: str) -> None:
    russian, english = SPELLINGS[kind]
    assert kinds(f"{russian} {english} {russian.upper()} {english.lower()}") == [kind] * 4


def test_a_keyword_after_a_dot_is_a_name() -> None:
    assert kinds("Запрос.Выполнить . // и так\n Если") == ["NAME", "DOT", "NAME", "DOT", "NAME"]


def test_await_is_a_keyword_only_inside_an_async_method() -> None:
    text = "Ждать Асинх Функция Ф() Ждать КонецФункции Ждать"
    assert kinds(text) == ["NAME", "ASYNC", "FUNCTION", "NAME", "LPAR", "RPAR", "AWAIT", "ENDFUNCTION", "NAME"]


def test_async_is_a_name_unless_a_method_follows() -> None:
    assert kinds("Асинх = 1") == ["NAME", "EQUAL", "NUMBER"]


@pytest.mark.parametrize("blank", ["\xa0", "\t", "\x0b", "\u2028", "\x85", "\u3000"])
def test_odd_whitespace_is_blank(blank: str) -> None:
    assert kinds(f"А{blank}Б") == ["NAME", "NAME"]


@pytest.mark.parametrize("blank", ["\u2028", "\x85", "\x0b", "\x0c"])
def test_odd_line_separators_end_neither_comments_nor_strings(blank: str) -> None:
    assert kinds(f"// а{blank}Б") == []
    assert kinds(f'"а{blank}Б"') == ["STRING"]


def test_a_decomposed_letter_belongs_to_the_name() -> None:
    assert kinds("и\u0306ота Новыи\u0306") == ["NAME", "NEW"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", ["NUMBER"]),
        ("1.50", ["NUMBER"]),
        ("1.А", ["NUMBER", "DOT", "NAME"]),
        ("<>", ["COMPARE"]),
        ("< =", ["COMPARE", "EQUAL"]),
        (">=<=", ["COMPARE", "COMPARE"]),
        ("1--1", ["NUMBER", "SIGN", "SIGN", "NUMBER"]),
        ("А=-1", ["NAME", "EQUAL", "SIGN", "NUMBER"]),
        ("* / %", ["FACTOR"] * 3),
        ("~М:", ["TILDE", "NAME", "COLON"]),
        ("?(", ["QMARK", "LPAR"]),
        ("&НаСервере", ["ANNOTATION"]),
        ("'20200101'", ["DATE"]),
        ('""', ["STRING"]),
        ('"а""б"', ["STRING"]),
        ('"а" "б"', ["STRING", "STRING"]),
        ('"а\n  |б"', ["STRING"]),
        ('"а\n // заметка "\n\n |б"', ["STRING"]),
        ("", []),
        ("// только заметка", []),
    ],
)
def test_tokens_are_told_apart(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_token_knows_its_place() -> None:
    token = tokenize(Source("м", "  А = 12;")).tokens[2]
    assert (token.text, token.start, token.end) == ("12", 6, 8)


@pytest.mark.parametrize(
    ("text", "start", "message", "hint"),
    [
        ('А = "б;\nВ', 4, "Ожидается символ '\"'", ""),
        ('"а""', 0, "Ожидается символ '\"'", ""),
        ('"', 0, "Ожидается символ '\"'", ""),
        ("'2020", 0, 'Ожидается символ "\'"', "Дата записывается как"),
        ("'20201301'", 0, "Неправильная константа типа Дата", "Дата записывается как"),
        ("'привет'", 0, "Неправильная константа типа Дата", "в двойные кавычки"),
        ("5а", 0, "Синтаксическая ошибка", "с цифры"),
        ("А == Б", 2, "Синтаксическая ошибка", "«=»"),
        ("А != Б", 2, "Синтаксическая ошибка", "«<>»"),
        ("А && Б", 2, "Синтаксическая ошибка", "«И»"),
        ("А || Б", 2, "Синтаксическая ошибка", "«Или»"),
        ("А += 1", 2, "Синтаксическая ошибка", "присваивания нет"),
        ("А\u200b", 1, "Неизвестный символ '\u200b'", "U+200B"),
        ("«а»", 0, "Неизвестный символ '«'", "прямые двойные"),
        ("А – 1", 2, "Неизвестный символ '–'", "Минус"),
        ("А #Если", 2, "Неизвестный символ '#'", "начинать строку"),
        ("А $ Б", 2, "Неизвестный символ '$'", ""),
        ("1" * (DIGIT_LIMIT + 1), 0, "Синтаксическая ошибка", "цифр"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, start: int, message: str, hint: str) -> None:
    first = mistakes(text)[0]
    assert first[:2] == (start, message)
    assert hint in first[2]
    assert bool(hint) == bool(first[2])


def test_reading_stops_after_too_many_mistakes() -> None:
    result = tokenize(Source("м", "$" * 1000))
    assert len(result.mistakes) == MISTAKE_LIMIT
    assert result.tokens[-1].type == "$END"


@pytest.mark.parametrize(
    "text", ['"' * 99999, " " * 100000 + "\x01", "//\n" * 100000 + "\x01", '"' + "\n" * 100000 + "а", "'" * 99999]
)
def test_long_texts_do_not_take_long(text: str) -> None:
    assert tokenize(Source("м", text)).tokens[-1].type == "$END"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("007", 7),
        ("1.0", 1),
        ("1.50", "1.5"),
        ("0.10", "0.1"),
        ("00.5", "0.5"),
        ("1234567890123456789012345.1", "1234567890123456789012345.1"),
    ],
)
def test_a_number_means(text: str, value: int | str) -> None:
    assert number_value(text) == value


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (['"а"'], "а"),
        (['""""'], '"'),
        (['"а\n\t |б"'], "а\nб"),
        (['"а \n// нет\n\n|| б"'], "а \n| б"),
        (['"а"', '"б"'], "а\nб"),
        (['"а\n|"'], "а\n"),
    ],
)
def test_a_string_means(texts: list[str], value: str) -> None:
    assert string_value(texts) == value


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("'20170323'", "20170323000000"),
        ("'201703231045'", "20170323104500"),
        ("'2017.03.23 10:45:25'", "20170323104525"),
        ("'00010101'", "00010101000000"),
        ("'20240229'", "20240229000000"),
        ("'20230229'", None),
        ("'20171301'", None),
        ("'20170100'", None),
        ("'00000101'", None),
        ("'2017032324'", None),
        ("'201703232400'", None),
        ("'201703'", None),
        ("''", None),
    ],
)
def test_a_date_means(text: str, digits: str | None) -> None:
    assert date_digits(text) == digits
