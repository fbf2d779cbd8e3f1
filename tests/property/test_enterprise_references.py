"""Parameters copied in and out do what true references do: an interpreter that has references says the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from interpreter.session import Session
from runtime.host import Host

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    Tree = tuple[Any, ...]

MODULE = ("М", "Н")
LOCALS = ("А", "Б", "В")
COUNTER = "Сч"
METHODS = {"Первый": (False, False), "Второй": (False, True), "Третий": (False, False)}
"""Which parameters are by value; each may call those before it."""


class Recorder(Host):
    def __init__(self) -> None:
        self.output: list[str] = []

    def write(self, text: str) -> None:
        self.output.append(text)


class Stop(Exception):
    """The program's own exception."""


class Endless(Exception):
    """An attempt in a loop may set its counter back again and again."""


@dataclass
class Cell:
    value: int = 0


@dataclass
class Reference:
    """Runs a tree over cells: a parameter by reference is the cell of the caller."""

    methods: dict[str, tuple[Tree, ...]]
    module: dict[str, Cell] = field(
        default_factory=lambda: {name: Cell(index + 1) for index, name in enumerate(MODULE)}
    )
    output: list[str] = field(default_factory=list)
    steps: int = 0

    def run(self, body: tuple[Tree, ...], cells: dict[str, Cell]) -> None:
        for statement in body:
            self.step(statement, cells)

    def step(self, statement: Tree, cells: dict[str, Cell]) -> None:
        self.steps += 1
        if self.steps > 1000:
            raise Endless
        match statement:
            case ("assign", name, value):
                cells[name].value = self.value(value, cells)
            case ("call", call):
                self.value(call, cells)
            case ("show", name):
                self.output.append(f"{name}={cells[name].value}")
            case ("if", value, then):
                if self.value(value, cells) > 2:
                    self.run(then, cells)
            case ("for", name, body):
                # The counter is one beyond the bound after the loop, unless the body made it more.
                cells.setdefault(name, Cell()).value = 1
                while cells[name].value <= 2:
                    self.run(body, cells)
                    cells[name].value += 1
            case ("try", body, handler):
                try:
                    self.run(body, cells)
                except Stop:
                    self.run(handler, cells)
            case ("raise",):
                raise Stop
            case ("execute", body):
                self.run(body, cells)

    def value(self, value: Tree, cells: dict[str, Cell]) -> int:
        match value:
            case ("number", number):
                return int(number)
            case ("name", name):
                return cells[name].value
            case ("sum", left, right):
                return self.value(left, cells) + self.value(right, cells)
            case ("evaluate", inner):
                return self.value(inner, cells)
            case ("method", name, arguments):
                return self.call(name, arguments, cells)
        raise TypeError(value)

    def call(self, method: str, arguments: tuple[Tree, ...], cells: dict[str, Cell]) -> int:
        given = []
        for argument, by_value in zip(arguments, METHODS[method], strict=True):
            is_cell = argument[0] == "name" and not by_value
            given.append(cells[argument[1]] if is_cell else Cell(self.value(argument, cells)))
        own = {"А": given[0], "Б": given[1], "В": Cell(0)}
        self.run(self.methods[method], self.module | own)
        return own["А"].value + 1


def text_of(body: tuple[Tree, ...]) -> str:
    return "\n".join(statement_text(each) for each in body)


def statement_text(statement: Tree) -> str:
    match statement:
        case ("assign", name, value):
            return f"{name} = {value_text(value)};"
        case ("call", call):
            return f"{value_text(call)};"
        case ("show", name):
            return f'Сообщить("{name}=" + Формат({name}, "ЧГ=0; ЧН=0"));'
        case ("if", value, then):
            return f"Если {value_text(value)} > 2 Тогда\n{text_of(then)}\nКонецЕсли;"
        case ("for", name, body):
            return f"Для {name} = 1 По 2 Цикл\n{text_of(body)}\nКонецЦикла;"
        case ("try", body, handler):
            return f"Попытка\n{text_of(body)}\nИсключение\n{text_of(handler)}\nКонецПопытки;"
        case ("raise",):
            return 'ВызватьИсключение "стоп";'
        case ("execute", body):
            return f"Выполнить({quoted(text_of(body))});"
    raise TypeError(statement)


def value_text(value: Tree) -> str:
    match value:
        case ("number", number):
            return str(number)
        case ("name", name):
            return str(name)
        case ("sum", left, right):
            return f"({value_text(left)} + {value_text(right)})"
        case ("evaluate", inner):
            return f"Вычислить({quoted(value_text(inner))})"
        case ("method", name, arguments):
            return f"{name}({', '.join(map(value_text, arguments))})"
    raise TypeError(value)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""').replace("\n", "\n|") + '"'


def values(names: tuple[str, ...], methods: tuple[str, ...], *, dynamic: bool) -> SearchStrategy[Tree]:
    leaf: SearchStrategy[Tree] = st.one_of(
        st.tuples(st.just("number"), st.integers(0, 3)),
        st.tuples(st.just("name"), st.sampled_from(names)),
        st.tuples(st.just("name"), st.sampled_from(names)),
    )

    def grow(part: SearchStrategy[Tree]) -> SearchStrategy[Tree]:
        made: list[SearchStrategy[Tree]] = [st.tuples(st.just("sum"), part, part)]
        if methods:
            made += [calls(methods, part)] * 2
        if dynamic:
            made.append(st.tuples(st.just("evaluate"), part))
        return st.one_of(made)

    return st.recursive(leaf, grow, max_leaves=4)


def calls(methods: tuple[str, ...], part: SearchStrategy[Tree]) -> SearchStrategy[Tree]:
    return st.tuples(st.just("method"), st.sampled_from(methods), st.tuples(part, part))


def blocks(names: tuple[str, ...], methods: tuple[str, ...], *, dynamic: bool) -> SearchStrategy[tuple[Tree, ...]]:
    value, name = values(names, methods, dynamic=dynamic), st.sampled_from(names)
    simple: list[SearchStrategy[Tree]] = [
        st.tuples(st.just("assign"), name, value),
        st.tuples(st.just("show"), name),
        st.tuples(st.just("raise")),
    ]
    if methods:
        reference = st.tuples(st.just("name"), name)
        simple += [st.tuples(st.just("call"), calls(methods, reference))] * 3

    def grow(part: SearchStrategy[Tree]) -> SearchStrategy[Tree]:
        body = st.lists(part, min_size=1, max_size=2).map(tuple)
        made: list[SearchStrategy[Tree]] = [
            st.tuples(st.just("if"), value, body),
            st.tuples(st.just("try"), body, body),
            st.tuples(st.just("for"), st.just(COUNTER), body),
        ]
        if dynamic:
            made.append(st.tuples(st.just("execute"), body))
        return st.one_of(made)

    return st.lists(st.recursive(st.one_of(simple), grow, max_leaves=4), min_size=1, max_size=4).map(tuple)


@st.composite
def programs(draw: st.DrawFn) -> tuple[dict[str, tuple[Tree, ...]], tuple[Tree, ...]]:
    dynamic = draw(st.booleans())
    known: list[str] = []
    methods = {}
    for name in METHODS:
        methods[name] = draw(blocks((*LOCALS, *MODULE), tuple(known), dynamic=dynamic))
        known.append(name)
    return methods, draw(blocks((*LOCALS, *MODULE), tuple(known), dynamic=dynamic))


def source(methods: dict[str, tuple[Tree, ...]], body: tuple[Tree, ...]) -> str:
    lines = [f"Перем {', '.join(MODULE)};"]
    for name, (first, second) in METHODS.items():
        a, b = ("Знач " if by_value else "" for by_value in (first, second))
        lines += [f"Функция {name}({a}А, {b}Б)", "В = 0;", text_of(methods[name]), "Возврат А + 1;", "КонецФункции"]
    lines += ["М = 1; Н = 2; А = 3; Б = 4; В = 5;", "Попытка", text_of(body)]
    lines += ["Исключение", 'Сообщить("стоп");', "КонецПопытки;"]
    lines += [statement_text(("show", name)) for name in (*LOCALS, *MODULE)]
    return "\n".join(lines)


@settings(deadline=None)
@given(programs())
def test_parameters_are_references(program: tuple[dict[str, tuple[Tree, ...]], tuple[Tree, ...]]) -> None:
    methods, body = program
    expected = Reference(methods)
    cells = expected.module | {name: Cell(index + 3) for index, name in enumerate(LOCALS)}
    try:
        expected.run(body, cells)
    except Stop:
        expected.output.append("стоп")
    except Endless:
        reject()
    for name in (*LOCALS, *MODULE):
        expected.step(("show", name), cells)
    host = Recorder()
    Session(language="enterprise", host=host).run_bytes("проба", source(methods, body).encode(), is_last=True)
    assert "".join(host.output).split() == expected.output
