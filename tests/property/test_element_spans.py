"""Whatever the text: a tree whose spans are exact, or `Refused`."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interpreter.diagnostics import Refused, draw
from interpreter.element import nodes
from interpreter.element.keywords import KEYWORDS
from interpreter.element.lexer import OPERATORS, tokenize
from interpreter.element.parser import is_incomplete, parse_expression, parse_module, parse_statements
from interpreter.node import children, walk
from interpreter.source import Source

PROGRAM = """#требуется Другой.sbsl
импорт Стд::Почта

@Глобально
структура Товар
    обз знч Имя: Строка
    пер Цена: Число = 0
    @ИменованныеПараметры
    конструктор
    метод Скидка(Доля: Число = 0.1): Число?
        возврат (Цена * (1 - Доля)) ** 2
    ;
;

исключение Ошибка
    пер Код: Число
;

перечисление Вид
    Важный умолчание,
    Прочий
;

конст ПРЕДЕЛ = 10

метод Скрипт(Адреса: Массив<Строка|Число>?, Порт = 25): Массив<Число>
    исп Соединение: Закрываемое = Открыть(Порт, Имя = "а%{Порт + 1}б${Порт|ЧЦ=2}")
    пер Итог: Массив<Массив<Число>>= <Массив<Число>>[[1, 2], [3]]
    знч Карта = {"а": 1, "б": -2,}
    для Адрес из Адреса!
        если Адрес это не Строка и Порт >= 1 продолжить
        иначе если не Пусто(Адрес) или Порт < 5
            Итог[0].Добавить(Адрес?.Длина() ?? 0)
        иначе
            выбор Порт когда 1, > 10, это Число прервать иначе ;
        ;
    ;
    для Сч = 10 вниз по 1 шаг 2
        пока Истина область Ждать(1с500мс) ; ;
    ;
    попытка
        Итог.Сортировать((а, б) -> а - б, &этот.Метод<Число>(Строка), х -> х.Цена += 1)
        Задача(метод(А: (Число)->ничто) -> возврат ;)
    поймать О: Ошибка|Исключение
        выбросить новый Ошибка(О как Исключение)
    вконце
        Журнал(Дата{2020-01-01}, 'а+', Тип<Строка>, {:}, {1}, этот, глобальный.Х)
    ;
    возврат Х это Т ? п : Истина ? Неопределено : Ложь
;
"""

words = st.sampled_from(
    sorted({*KEYWORDS, *OPERATORS, "А", "б", "1", "2.5", '"с %{А}"', "'п'", "Дата{}", "\n", "#д", "//к\n"})
)
token_texts = st.lists(words, max_size=40).map(" ".join)
glued_texts = st.lists(words, max_size=20).map("".join)
any_texts = st.text(max_size=80)
spiced_texts = st.text(alphabet="абиА1 \n\"%${}()[]<>\\'/*;:.,=+-?!|&@#", max_size=60)
starts = st.sampled_from([parse_module, parse_statements, parse_expression, is_incomplete])


def check_spans(root: nodes.Node, text: str) -> None:
    for node in walk(root):
        assert 0 <= node.span.start <= node.span.end <= len(text)
        piece = text[node.span.start : node.span.end]
        if not isinstance(node, (nodes.Module, nodes.TextPart)):
            assert piece == piece.strip()
        if isinstance(node, nodes.Name):
            assert piece == node.text
        for child in children(node):
            assert node.span.start <= child.span.start and child.span.end <= node.span.end


def check_order(root: nodes.Node) -> None:
    for node in walk(root):
        if isinstance(node, (nodes.Block, nodes.Call, nodes.Binary, nodes.ArrayLiteral, nodes.If)):
            places = [child.span for child in children(node)]
            assert all(first.end <= second.start for first, second in pairwise(places))


def test_spans_of_a_program_are_exact() -> None:
    module = parse_module(Source("т", PROGRAM))
    check_spans(module, PROGRAM)
    check_order(module)
    kinds = {type(node).__name__ for node in walk(module)}
    assert len(kinds) >= 60


def test_an_expression_cut_out_by_its_span_is_the_same() -> None:
    module = parse_module(Source("т", PROGRAM))
    expressions = [
        node for node in walk(module) if isinstance(node, (nodes.Call, nodes.Binary, nodes.Ternary, nodes.New))
    ]
    assert len(expressions) > 10
    for node in expressions:
        text = PROGRAM[node.span.start : node.span.end]
        again = parse_expression(Source("т", text))
        assert type(again) is type(node)
        assert (again.span.start, again.span.end) == (0, len(text))


@given(starts, st.one_of(token_texts, glued_texts, any_texts, spiced_texts))
def test_any_text_is_a_tree_or_is_refused(start, text: str) -> None:  # type: ignore[no-untyped-def]
    source = Source("т", text)
    try:
        result = start(source)
    except Refused as refusal:
        for diagnostic in refusal.diagnostics:
            assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
            assert diagnostic.message
            assert draw(diagnostic)
    else:
        if isinstance(result, nodes.Node):
            check_spans(result, text)


@given(st.integers(0, len(PROGRAM)), st.integers(0, 30), words)
def test_a_damaged_program_is_a_tree_or_is_refused(place: int, length: int, word: str) -> None:
    text = f"{PROGRAM[:place]} {word} {PROGRAM[place + length :]}"
    with suppress(Refused):
        check_spans(parse_module(Source("т", text)), text)


@given(st.integers(0, len(PROGRAM)))
def test_the_beginning_of_a_program_is_incomplete_or_whole(place: int) -> None:
    tokens = tokenize(PROGRAM[:place])
    assert tokens[-1].type == "$END"
    assert isinstance(is_incomplete(Source("т", PROGRAM[:place])), bool)
