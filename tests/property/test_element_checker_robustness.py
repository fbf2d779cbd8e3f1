"""Whatever parses, the checker judges: it returns, or refuses with diagnostics inside the text."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

import stdlib.element
from interpreter.diagnostics import Refused
from interpreter.element import nodes
from interpreter.element.checker import check
from interpreter.element.parser import parse_module, parse_statements
from interpreter.source import Source
from runtime.catalog import Catalog
from runtime.element.declare import dialect

PROGRAM = """структура Товар
    обз знч Имя: Строка
    пер Цена: Число = 0
    метод Скидка(Доля: Число = 0.1): Число
        возврат Цена * (1 - Доля)
    ;
;
перечисление Вид
    Важный умолчание,
    Прочий
;
исключение Беда
    обз пер Код: Число
;
конст ПРЕДЕЛ = 10
метод Сумма(Числа: Массив<Число>, Начало = 0): Число
    пер Итог = Начало
    для Ч из Числа
        если Ч > ПРЕДЕЛ и не (Ч == 7) продолжить
        иначе если Ч < 0 прервать ;
        Итог += Ч
    ;
    возврат Итог
;
метод Скрипт(Имя: Строка? = "мир"): Число
    Консоль.Записать("Привет, %Имя ${Имя?.Длина() ?? 0|Ф}")
    пер Т = новый Товар("а", Цена = 5)
    пер Карта: Соответствие<Строка, Число> = {"а": 1}
    знч Длины = ["а"].Преобразовать((с: Строка) -> с.Длина()).ВМассив()
    попытка
        Т.Цена = Карта["а"] + Сумма([1])
    поймать Ош: Беда|ИсключениеАрифметики
        выбросить Ош
    вконце
        область пер Ф = &Сумма ;
    ;
    выбор Вид.Важный
        когда Важный Карта.Вставить("б", 2)
        когда это Вид, Вид.Прочий возврат 1
    ;
    пер Л = метод(А: Число) -> возврат А ;
    возврат Т.Скидка() + Длины.Размер() + Л(1) ** 2
;
"""
PIECES = re.findall(r'"[^"]*"|\w+|\S|\n', PROGRAM)


@cache
def catalog() -> Catalog:
    return Catalog.of_package(dialect, stdlib.element)


def judge(tree: nodes.Module | nodes.Block, source: Source) -> None:
    try:
        check(tree, source, catalog())
    except Refused as refused:
        for one in refused.diagnostics:
            assert 0 <= one.span.start <= one.span.end <= len(source.text)
            assert one.message


@given(st.lists(st.tuples(st.integers(0, len(PIECES) - 1), st.sampled_from(PIECES)), min_size=1, max_size=4))
def test_a_program_with_other_words_in_it_is_judged(changes: list[tuple[int, str]]) -> None:
    pieces = list(PIECES)
    for place, piece in changes:
        pieces[place] = piece
    source = Source("т", " ".join(pieces).replace("- >", "->").replace("? .", "?.").replace("? ?", "??"))
    try:
        tree = parse_module(source)
    except Refused:
        return
    judge(tree, source)


names = st.sampled_from(
    ["А", "б", "Сумма", "этот", "Массив", "Вид", "Консоль", "Дата", "Неопределено", "Истина", "1", '"с"']
)


def grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+ - * / % ** == < >= и или ??".split()), inner),
        st.builds("({} ? {} : {})".format, inner, inner, inner),
        st.builds("{}.{}({})".format, names, st.sampled_from(["Длина", "А", "Преобразовать", "новый"]), inner),
        st.builds("{}.Год".format, names),
        st.builds("{}({}, А = {})".format, names, inner, inner),
        st.builds("[{}, {}]".format, inner, inner),
        st.builds("{{{}: {}}}".format, inner, inner),
        st.builds("({} как Число?)!".format, inner),
        st.builds("({} это Строка)".format, inner),
        st.builds("(х -> {})".format, inner),
        st.builds("(метод(й) -> возврат {} ;)".format, inner),
        st.builds("{}[{}]".format, names, inner),
        st.builds("(-{})".format, inner),
        st.builds("(не {})".format, inner),
        st.builds("&{}.А".format, names.filter(lambda name: name[0].isalpha() and name[0].isupper())),
    )


expressions = st.recursive(names, grow, max_leaves=8)


forms = st.sampled_from(
    [
        "пер А = {}",
        "А = {}",
        "б.А = {}",
        "возврат {}",
        "выбросить {}",
        "если {} ;",
        "для Э из {} ;",
        "исп {}",
        "выбор {} когда {} ;",
        "{}",
    ]
)


@given(st.lists(st.tuples(forms, expressions), max_size=4))
def test_random_statements_are_judged(parts: list[tuple[str, str]]) -> None:
    source = Source("т", "\n".join(form.replace("{}", text) for form, text in parts))
    try:
        tree = parse_statements(source)
    except Refused:
        return
    judge(tree, source)
