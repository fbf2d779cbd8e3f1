"""Knowing the kinds of variables makes code faster; it must never change what a program does."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from interpreter.enterprise.compiler import expressions
from interpreter.enterprise.inference import Kind, Types
from interpreter.session import Session
from runtime.host import Host
from runtime.native import script_error

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LITERALS = ("0", "1", "7", "-3", "2.5", "0.5", "-0.25", '""', '"5"', '"абв"', "Истина", "Ложь", "Неопределено")
LOCALS = ("А", "Б", "В")
OPERATORS = ("+", "+", "-", "*", "/", "%", "=", "<>", "<", "<=", ">", ">=", "И", "ИЛИ")


class Recorder(Host):
    def __init__(self) -> None:
        self.output: list[str] = []

    def write(self, text: str) -> None:
        self.output.append(text)


def expression_of(names: tuple[str, ...], functions: tuple[str, ...]) -> SearchStrategy[str]:
    leaf = st.one_of(st.sampled_from(LITERALS), st.sampled_from(names), st.sampled_from(names))

    def grow(part: SearchStrategy[str]) -> SearchStrategy[str]:
        made = [
            st.builds("({} {} {})".format, part, st.sampled_from(OPERATORS), part),
            st.builds("{} {} {}".format, part, st.sampled_from(OPERATORS), part),
            st.builds("-({})".format, part),
            st.builds("+({})".format, part),
            st.builds("(НЕ {})".format, part),
            st.builds("?({}, {}, {})".format, part, part, part),
            st.builds("СтрДлина({})".format, part),
            st.builds("Список[{}]".format, part),
            st.just("Список.Количество()"),
        ]
        if functions:
            made.append(st.builds("{}({}, {})".format, st.sampled_from(functions), st.sampled_from(names), part))
        return st.one_of(made)

    return st.recursive(leaf, grow, max_leaves=5)


def block_of(names: tuple[str, ...], functions: tuple[str, ...], returns: bool) -> SearchStrategy[str]:
    value = expression_of(names, functions)
    target = st.sampled_from(names)
    simple = [
        st.builds("{} = {};".format, target, value),
        st.builds("{} = {};".format, target, value),
        st.builds('Сообщить("{0}: " + {0});'.format, target),
        st.builds(
            "Попытка {} = {}; Исключение Сообщить(ИнформацияОбОшибке().Описание); КонецПопытки;".format, target, value
        ),
        st.builds("Список[{}] = {};".format, value, value),
    ]
    if functions:
        simple.append(st.builds("{}({}, {});".format, st.sampled_from(functions), target, value))
    if returns:
        simple.append(st.builds("Возврат {};".format, value))

    def grow(part: SearchStrategy[str]) -> SearchStrategy[str]:
        body = st.lists(part, min_size=1, max_size=3).map("\n".join)
        return st.one_of(
            st.builds("Если {} Тогда {} Иначе {} КонецЕсли;".format, value, body, body),
            st.builds("Для {} = {} По 3 Цикл {} Шаги = Шаги + 1; "
                      "Если Шаги > 20 Тогда Прервать; КонецЕсли; КонецЦикла;".format, target, value, body),
            st.builds("Попытка {} Исключение Сообщить(ИнформацияОбОшибке().Описание); КонецПопытки;".format, body),
        )  # fmt: skip

    statement = st.recursive(st.one_of(simple), grow, max_leaves=6)
    return st.lists(statement, min_size=1, max_size=4).map("\n".join)


@st.composite
def programs(draw: st.DrawFn) -> str:
    first = draw(block_of((*LOCALS, "М"), (), True))
    second = draw(block_of((*LOCALS, "М"), ("Первая",), True))
    body = draw(block_of((*LOCALS, "М"), ("Первая", "Вторая"), False))
    by_value = draw(st.sampled_from(("", "Знач ")))
    return f"""
Перем М, Список, Шаги;
Функция Первая(А, {by_value}Б = 1)
Перем В;
{first}
{draw(st.sampled_from(("Возврат В;", "Возврат 1;", "Возврат А;", "")))}
КонецФункции
Функция Вторая({by_value}А, Б)
Перем В;
{second}
{draw(st.sampled_from(("Возврат В;", "Возврат Первая(А, Б);", "")))}
КонецФункции
Шаги = 0;
Список = Новый Массив(3);
Если Ложь Тогда
    А = 1; Б = "б"; В = Истина;
КонецЕсли;
{body}
Сообщить("" + А + "|" + Б + "|" + В + "|" + М);
"""


def outcome(text: str, *, closed: bool) -> list[str]:
    """What a program prints, and the error that ends it."""
    host = Recorder()
    try:
        Session(language="enterprise", host=host).run_bytes("проба", text.encode(), is_last=closed)
    except Exception as error:
        known = script_error(error)
        if known is None:
            raise
        host.output.append(known.message)
    return host.output


def unknown(*arguments: object) -> Kind:
    return Kind.ANY


@settings(deadline=None)
@given(programs(), st.booleans())
def test_a_program_does_the_same_whether_kinds_are_known_or_not(text: str, closed: bool) -> None:
    with mock.patch.object(Types, "of", unknown), mock.patch.object(expressions, "result_kind", unknown):
        plain = outcome(text, closed=closed)
    assert outcome(text, closed=closed) == plain
