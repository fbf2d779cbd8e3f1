"""Whatever the text, the front-end of Enterprise keeps its promises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from interpreter.diagnostics import Refused
from interpreter.enterprise import nodes
from interpreter.enterprise.keywords import SPELLINGS
from interpreter.enterprise.parser import is_incomplete, parse_expression, parse_module, parse_statements
from interpreter.node import children, walk
from interpreter.source import Source

NAMES = st.sampled_from(["А", "Бета", "value", "Й1", "_х"])
LITERALS = st.sampled_from(
    ["1", "2.50", '"а""б"', '"а"  "б"', '"а\n // нет\n | б"', "'2020.01.02'", "Истина", "FALSE", "Неопределено", "Null"]
)
BINARY = ["+", "-", "*", "/", "%", "=", "<>", "<", "<=", ">", ">="]
BLANKS = st.sampled_from([" ", "\n", "\t", " // заметка\n", "\xa0", "\u2028"])


def _grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    arguments = st.lists(st.one_of(inner, st.just("")), max_size=3).map(",".join)
    return st.one_of(
        st.builds("{}{}{}{}{}".format, inner, BLANKS, st.sampled_from(BINARY), BLANKS, inner),
        st.builds("({} И НЕ {})".format, inner, inner),
        st.builds("({}{})".format, BLANKS, inner),
        st.builds("(-{})".format, inner),
        st.builds("?({}, {},{})".format, inner, inner, inner),
        st.builds("{}({})".format, NAMES, arguments),
        st.builds("({}).{}({})".format, inner, NAMES, arguments),
        st.builds("({}){}.{}".format, inner, BLANKS, NAMES),
        st.builds("{}[{}]".format, NAMES, inner),
        st.builds("Новый {}({})".format, NAMES, arguments),
        st.builds("Новый ({},{})".format, inner, inner),
    )


EXPRESSIONS = st.recursive(st.one_of(NAMES, LITERALS), _grow, max_leaves=12)


def _grow_statements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    block = st.lists(inner, max_size=3).map(";\n".join)
    return st.one_of(
        st.builds("Если {} Тогда {} Иначе {} КонецЕсли".format, EXPRESSIONS, block, block),
        st.builds("Если {} Тогда {} ИначеЕсли {} Тогда {} КонецЕсли".format, EXPRESSIONS, block, EXPRESSIONS, block),
        st.builds("Пока {} Цикл {} КонецЦикла".format, EXPRESSIONS, block),
        st.builds("Для Каждого {} Из {} Цикл {} КонецЦикла".format, NAMES, EXPRESSIONS, block),
        st.builds("Для {} = {} По {} Цикл {} КонецЦикла".format, NAMES, EXPRESSIONS, EXPRESSIONS, block),
        st.builds("Попытка {} Исключение {} КонецПопытки".format, block, block),
    )


STATEMENTS = st.recursive(
    st.one_of(
        st.builds("{} = {}".format, NAMES, EXPRESSIONS),
        st.builds("Возврат {}".format, EXPRESSIONS),
        st.builds("ВызватьИсключение({}, {})".format, EXPRESSIONS, EXPRESSIONS),
        st.builds("Выполнить {}".format, EXPRESSIONS),
        st.just("~М: Перейти ~М"),
        st.just("Прервать"),
    ),
    _grow_statements,
    max_leaves=5,
)


@settings(max_examples=60, deadline=None)
@given(EXPRESSIONS)
def test_every_expression_slices_the_source_to_itself(text: str) -> None:
    source = Source("м", text)
    for node in walk(parse_expression(source)):
        if isinstance(node, nodes.Expression):
            assert parse_expression(Source("м", source.slice(node.span))) == node
        elif isinstance(node, nodes.Identifier):
            assert source.slice(node.span) == node.name


@settings(max_examples=40, deadline=None)
@given(st.lists(STATEMENTS, max_size=3))
def test_every_statement_slices_the_source_to_itself(texts: list[str]) -> None:
    source = Source("м", ";\n".join(texts))
    for node in walk(parse_module(source)):
        if isinstance(node, nodes.Statement):
            assert parse_module(Source("м", source.slice(node.span))).body == (node,)
        elif isinstance(node, nodes.Identifier):
            assert source.slice(node.span) == node.name


@settings(max_examples=40, deadline=None)
@given(st.lists(STATEMENTS, max_size=3))
def test_children_lie_inside_their_parents_in_order(texts: list[str]) -> None:
    for parent in walk(parse_module(Source("м", ";\n".join(texts)))):
        position = parent.span.start
        for child in children(parent):
            assert position <= child.span.start <= child.span.end <= parent.span.end
            position = child.span.end


def _read_in_every_way(text: str) -> None:
    source = Source("м", text)
    for parse in (parse_module, parse_statements, parse_expression):
        try:
            parse(source)
        except Refused as error:
            places = [one.span for one in error.diagnostics]
            assert places == sorted(places, key=lambda span: span.start)
            assert all(0 <= span.start <= span.end <= len(text) for span in places)
    is_incomplete(source)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_random_text_is_read_or_refused(text: str) -> None:
    _read_in_every_way(text)


TOKENS = [
    *(word for pair in SPELLINGS.values() for word in pair),
    *BINARY,
    *"()[],.;:~?",
    *["А", "Б", "1", '"с"', '"', "'20200101'", "'", "&Б", "$", "==", "\n", "// х\n"],
    *["\n#Если Сервер Тогда\n", "\n#КонецЕсли\n"],
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=25))
def test_random_tokens_are_read_or_refused(tokens: list[str]) -> None:
    _read_in_every_way(" ".join(tokens))


@settings(max_examples=60, deadline=None)
@given(STATEMENTS, st.data())
def test_one_damaged_place_is_read_or_refused(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 5))
    inserted = data.draw(st.sampled_from(["", "Если ", ")", ";"]))
    _read_in_every_way(text[:start] + inserted + text[start + length :])
