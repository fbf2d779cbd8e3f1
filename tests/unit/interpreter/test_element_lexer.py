from __future__ import annotations

import pytest

from interpreter.element.keywords import KEYWORDS
from interpreter.element.lexer import tokenize


def kinds(text: str) -> list[str]:
    return [token.type for token in tokenize(text)][:-1]


def words(text: str) -> str:
    return " ".join(kinds(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("а<Б>", "IDENT LT_GEN IDENT GT"),
        ("а < б", "IDENT LT IDENT"),
        ("а > б", "IDENT GT_CMP IDENT"),
        ("Массив<Массив<Число>>", "IDENT LT_GEN IDENT LT_GEN IDENT GT GT"),
        ("А<Б>= 1", "IDENT LT_GEN IDENT GT EQ NUMBER"),
        ("А >= 1", "IDENT GE NUMBER"),
        ("= <Число>[]", "EQ LT_LIT IDENT GT LBR RBR"),
        ("1 < 2", "NUMBER LT NUMBER"),
        ("Ф() < 2", "IDENT LPAR RPAR LT NUMBER"),
        ("когда < 10", "WHEN LT NUMBER"),
        ("когда 1, < Предел", "WHEN NUMBER COMMA LT IDENT"),
        ("когда <Число>[]", "WHEN LT_LIT IDENT GT LBR RBR"),
        ("а\n< б", "IDENT LT IDENT"),
        ("Тип<Строка>", "TYPELIT LT_GEN IDENT GT"),
        ("Type<Строка>", "TYPELIT LT_GEN IDENT GT"),
        ("Тип < 5", "IDENT LT NUMBER"),
    ],
)
def test_a_less_sign_is_told_apart(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(а) -> б", "LAM_LPAR IDENT RPAR ARROW IDENT"),
        ("((а), (б)) -> в", "LAM_LPAR LPAR IDENT RPAR COMMA LPAR IDENT RPAR RPAR ARROW IDENT"),
        ("() -> б", "LAM_LPAR RPAR ARROW IDENT"),
        ("х -> х", "LAM_ID ARROW IDENT"),
        ("ф(а)", "IDENT LPAR IDENT RPAR"),
        ("ф\n(а)", "IDENT LPAR_NL IDENT RPAR"),
        ("ф // к\n(а)", "IDENT LPAR_NL IDENT RPAR"),
        ("ф /* \n */ (а)", "IDENT LPAR_NL IDENT RPAR"),
        ("ф\n(а) -> б", "IDENT LAM_LPAR IDENT RPAR ARROW IDENT"),
    ],
)
def test_a_bracket_is_told_apart(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("иначе если а", "ELSIF IDENT"),
        ("else if а", "ELSIF IDENT"),
        ("иначе\nесли а", "ELSE IF IDENT"),
        ("выбор когда", "CASE_BARE WHEN"),
        ("выбор Х когда", "CASE IDENT WHEN"),
        ("возврат 5", "RETURN NUMBER"),
        ("возврат\n5", "RETURN_BARE NUMBER"),
        ("возврат ;", "RETURN_BARE SEMI"),
        ("возврат иначе", "RETURN_BARE ELSE"),
        ("возврат когда", "RETURN_BARE WHEN"),
        ("возврат поймать", "RETURN_BARE CATCH"),
        ("возврат вконце", "RETURN_BARE FINALLY"),
        ("возврат", "RETURN_BARE"),
        ("А?", "IDENT QADJ"),
        ("А ? Б", "IDENT QSP IDENT"),
    ],
)
def test_neighbours_and_lines_decide(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("word", sorted(KEYWORDS))
def test_a_keyword_is_known_and_after_a_dot_is_a_name(word: str) -> None:
    assert kinds(f"5 {word} ")[1] == {"возврат": "RETURN_BARE", "return": "RETURN_BARE"}.get(word, KEYWORDS[word])
    assert kinds(f"а.{word}") == ["IDENT", "DOT", "IDENT"]
    assert kinds(f"а?.{word}") == ["IDENT", "QDOT", "IDENT"]


@pytest.mark.parametrize("word", ["Если", "МЕТОД", "Выбор", "И", "истина", "ЛОЖЬ", "неопределено", "Return"])
def test_a_keyword_in_another_case_is_a_name(word: str) -> None:
    assert kinds(word) == ["IDENT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дата{2020-01-01}", "BRACED"),
        ("Дата {", "IDENT LBRACE"),
        ('Запрос {Выбрать "}"}', "BRACED"),
        ('Имя{а {б} "}"}в', "BRACED IDENT"),
        ("если{", "IF LBRACE"),
        ("'[a-z]\\'+'", "PATTERN"),
        ("1ч30м5с", "NUMBER"),
        ("0xFF", "NUMBER"),
        ("1.5", "NUMBER"),
        ("5.ВСтроку", "NUMBER DOT IDENT"),
        ('"а"', "STRING"),
        ('"а %{Б + "}"} в"', "STRING"),
        ('"%%{"', "STRING"),
        ('"\\""', "STRING"),
        ('"а\nб"', "STRING"),
        ("#требуется А.sbsl\nметод", "DIRECTIVE METHOD"),
        ("#!/usr/bin/env 1cs\nметод", "METHOD"),
        ("#!/usr/bin/env 1cs", ""),
        ("а // б\n/* в * / ** */ г", "IDENT IDENT"),
        ("/** док */ а", "IDENT"),
        (":: -> ?? ?. **", "DCOLON ARROW QQ QDOT POW"),
        ("== != <= += -= *= /=", "EQEQ NE LE PLUSEQ MINUSEQ STAREQ SLASHEQ"),
        ("а ++ б", "IDENT PLUS PLUS IDENT"),
        ("@А", "AT IDENT"),
        ("!|&%", "BANG BAR AMP PERCENT"),
    ],
)
def test_tokens_are_cut(text: str, expected: str) -> None:
    assert words(text) == expected


def test_names_are_composed() -> None:
    token, _ = tokenize("\u0418\u0306од")
    assert token.text == "\u0419од"
    assert (token.start, token.end) == (0, 4)


def test_a_decomposed_keyword_is_a_keyword() -> None:
    assert kinds("новы\u0438\u0306 А") == ["NEW", "IDENT"]


@pytest.mark.parametrize("text", ['"а', '"%{а"', "Дата{1", "/* а", "а ~ б", "«а»", "а && б", "а || б", "а <> б", "а++"])
def test_a_lexical_mistake_is_the_last_token(text: str) -> None:
    tokens = tokenize(text)
    assert [token.type for token in tokens[-2:]] == ["ERROR", "$END"]
    assert tokens[-2].mistake is not None


def test_tokens_slice_the_text() -> None:
    text = 'метод А(Б: Массив<Число>= [], В = "%{Г}") // к\n иначе если ;'
    for token in tokenize(text):
        assert text[token.start : token.end].startswith(token.text)
