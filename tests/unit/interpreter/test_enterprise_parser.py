"""Texts to trees."""

from __future__ import annotations

import pytest

from interpreter.diagnostics import Refused
from interpreter.enterprise import nodes
from interpreter.enterprise.nesting import CHAIN_LIMIT, NESTING_LIMIT
from interpreter.enterprise.parser import is_incomplete, parse_expression, parse_module, parse_statements
from interpreter.node import walk
from interpreter.source import Source, Span


def expression(text: str) -> str:
    return show(parse_expression(Source("м", text)))


def module(text: str) -> nodes.Module:
    return parse_module(Source("м", text))


def statement(text: str) -> nodes.Statement:
    (only,) = module(text).body
    return only


def show(node: nodes.Node | None) -> str:
    """An expression with all its brackets."""
    match node:
        case None:
            return "_"
        case nodes.Number() | nodes.Boolean() | nodes.String() | nodes.Date():
            return repr(node.value)
        case nodes.Name() | nodes.Identifier():
            return node.name
        case nodes.Unary():
            return f"({node.operator}{show(node.operand)})"
        case nodes.Not():
            return f"(not {show(node.operand)})"
        case nodes.Await():
            return f"(await {show(node.operand)})"
        case nodes.Binary():
            return f"({show(node.left)} {node.operator} {show(node.right)})"
        case nodes.Ternary():
            return f"?({show(node.condition)}, {show(node.then)}, {show(node.otherwise)})"
        case nodes.Member():
            return f"{show(node.owner)}.{show(node.name)}"
        case nodes.Index():
            return f"{show(node.owner)}[{show(node.index)}]"
        case nodes.Call():
            return f"{show(node.callee)}({', '.join(map(show, node.arguments))})"
        case nodes.New():
            return f"new {show(node.type_name)}({', '.join(map(show, node.arguments))})"
        case nodes.NewDynamic():
            return f"new({show(node.type_value)}, {show(node.arguments)})"
    return type(node).__name__


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", "(1 + (2 * 3))"),
        ("1 - 2 - 3", "((1 - 2) - 3)"),
        ("8 / 4 % 3 * 2", "(((8 / 4) % 3) * 2)"),
        ("(1 + 2) * 3", "((1 + 2) * 3)"),
        ("-А.Б * -2", "((-А.Б) * (-2))"),
        ("- - 1", "(-(-1))"),
        ("1 - -2", "(1 - (-2))"),
        ("А < Б + 1 = Истина", "((А < (Б + 1)) = True)"),
        ("НЕ А = Б", "(not (А = Б))"),
        ("НЕ НЕ А", "(not (not А))"),
        ("А ИЛИ Б И НЕ В", "(А or (Б and (not В)))"),
        ("А и Б и В", "((А and Б) and В)"),
        ("a OR b AND NOT c <> d", "(a or (b and (not (c <> d))))"),
        ("А >= Б", "(А >= Б)"),
        ("Ф()", "Ф()"),
        ("Ф(,)", "Ф(_, _)"),
        ("Ф(1,,3)", "Ф(1, _, 3)"),
        ("Ф(1,)", "Ф(1, _)"),
        ("Ф(,1)", "Ф(_, 1)"),
        ("А.Б().В[0].Г(1)", "А.Б().В[0].Г(1)"),
        ("А.Если.Новый()", "А.Если.Новый()"),
        ("А[Б[1]]", "А[Б[1]]"),
        ("(А).Б", "А.Б"),
        ('"абв".Длина()', "'абв'.Длина()"),
        ("?(А, 1, Неопределено)", "?(А, 1, Undefined)"),
        ("?(А, Б, В).Г", "?(А, Б, В).Г"),
        ("Новый Массив", "new Массив()"),
        ("Новый Массив(1,,2)", "new Массив(1, _, 2)"),
        ("Новый Массив().Количество()", "new Массив().Количество()"),
        ("Новый Файл(Имя).Имя", "new Файл(Имя).Имя"),
        ('Новый("Массив")', "new('Массив', _)"),
        ("Новый (Тип, Параметры)", "new(Тип, Параметры)"),
        ("New Array", "new Array()"),
        ("Null = NULL", "(Null = Null)"),
        ("1.50 + 007", "('1.5' + 7)"),
        ('"а" // раз\n "б"', "'а\\nб'"),
        ("'2017.03.23 10:45'", "'20170323104500'"),
        ("Выполнить_", "Выполнить_"),
        ("Ждать", "Ждать"),
        ("А // хвост", "А"),
        ("\n\n  А", "А"),
    ],
)
def test_an_expression_is_read_by_precedence(text: str, expected: str) -> None:
    assert expression(text) == expected


def test_spelling_of_names_stays() -> None:
    assert expression("ПеРеменная.Поле") == "ПеРеменная.Поле"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("А = 1;", nodes.Assign),
        ("А.Б[1] = 1", nodes.Assign),
        ("Ф().Б = 1", nodes.Assign),
        ("Ф();", nodes.CallStatement),
        ("А.Б().В()", nodes.CallStatement),
        ("Если А Тогда КонецЕсли", nodes.If),
        ("If a Then EndIf", nodes.If),
        ("Пока А Цикл ; КонецЦикла;", nodes.While),
        ("Для Сч = 1 По 5 Цикл КонецЦикла;", nodes.ForRange),
        ("For Each x In y Do EndDo;", nodes.ForEach),
        ("Попытка Исключение КонецПопытки;", nodes.Try),
        ("Возврат;", nodes.Return),
        ("Возврат 5", nodes.Return),
        ("ВызватьИсключение;", nodes.Raise),
        ("Прервать", nodes.Break),
        ("Продолжить", nodes.Continue),
        ("Перейти ~М", nodes.Goto),
        ("~М:", nodes.Label),
        ('Выполнить "А = 1"', nodes.Execute),
        ("Выполнить(Код)", nodes.Execute),
        ("ДобавитьОбработчик А.Событие, Обработчик", nodes.AddHandler),
        ("УдалитьОбработчик А.Событие, Б.Обработчик", nodes.RemoveHandler),
    ],
)
def test_a_statement_is_told_by_its_form(text: str, kind: type[nodes.Statement]) -> None:
    assert type(statement(text)) is kind


def test_if_has_a_branch_for_every_condition() -> None:
    text = "Если А Тогда Б = 1; ИначеЕсли В Тогда Г = 2 Иначе Ф(); КонецЕсли;"
    node = statement(text)
    assert isinstance(node, nodes.If)
    assert [show(branch.condition) for branch in node.branches] == ["А", "В", "_"]
    assert [len(branch.body) for branch in node.branches] == [1, 1, 1]
    source = Source("м", text)
    assert [source.slice(branch.keyword) for branch in node.branches] == ["Если", "ИначеЕсли", "Иначе"]
    assert [source.slice(branch.span) for branch in node.branches] == [
        "Если А Тогда Б = 1",
        "ИначеЕсли В Тогда Г = 2",
        "Иначе Ф()",
    ]
    assert source.slice(node.end) == "КонецЕсли"


@pytest.mark.parametrize(
    ("text", "value", "details"),
    [
        ("ВызватьИсключение", "_", []),
        ("ВызватьИсключение А + 1", "(А + 1)", []),
        ('ВызватьИсключение("текст")', "'текст'", []),
        ('ВызватьИсключение("текст") + "."', "('текст' + '.')", []),
        ("ВызватьИсключение(А, Б)", "А", ["Б", "_", "_", "_"]),
        ("ВызватьИсключение(А,,,, Г)", "А", ["_", "_", "_", "Г"]),
        ("ВызватьИсключение(, Б, В)", "_", ["Б", "В", "_", "_"]),
    ],
)
def test_raise_has_all_its_forms(text: str, value: str, details: list[str]) -> None:
    node = statement(text)
    assert isinstance(node, nodes.Raise)
    assert (show(node.value), [show(one) for one in node.details]) == (value, details)


def test_a_label_is_an_entry_before_its_statement() -> None:
    body = module("~А: ~Б: В = 1; ~ Г : Если В Тогда ~Д: КонецЕсли; ~Е:").body
    assert [type(one).__name__ for one in body] == ["Label", "Label", "Assign", "Label", "If", "Label"]


def test_a_method_knows_all_its_parts() -> None:
    text = (
        '&НаСервере\n&Перед("Имя", Флаг, Ключ = -1)\nАсинх Функция Ф(Знач А, Б = -5, &П В = "х") Экспорт\n'
        "Перем Г, Д; Возврат Ждать А;\nКонецФункции"
    )
    (method,) = module(text).methods
    source = Source("м", text)
    assert (method.name.name, method.is_function, method.is_async, method.export) == ("Ф", True, True, True)
    assert [(p.name.name, p.by_value, show(p.default)) for p in method.parameters] == [
        ("А", True, "_"),
        ("Б", False, "(-5)"),
        ("В", False, "'х'"),
    ]
    assert [source.slice(p.span) for p in method.parameters] == ["Знач А", "Б = -5", '&П В = "х"']
    assert [a.name.name for a in method.annotations] == ["НаСервере", "Перед"]
    assert [(p.name and p.name.name, show(p.value)) for p in method.annotations[1].parameters] == [
        (None, "'Имя'"),
        ("Флаг", "_"),
        ("Ключ", "(-1)"),
    ]
    assert [type(one) for one in method.body] == [nodes.LocalVar, nodes.Return]
    assert source.slice(method.span) == text
    assert source.slice(method.end) == "КонецФункции"


def test_a_module_keeps_its_sections_apart() -> None:
    text = (
        "#Использовать a\nПерем А Экспорт, Б;\n&П Перем В;\n"
        "Процедура П() КонецПроцедуры\nФункция Ф() КонецФункции\nА = 1; Ф();"
    )
    tree = module(text)
    assert [use.name for use in tree.directives] == ["a"]
    assert [(one.name.name, one.export, len(one.annotations)) for one in tree.variables] == [
        ("А", True, 0),
        ("Б", False, 0),
        ("В", False, 1),
    ]
    assert [(one.name.name, one.is_function, one.is_async) for one in tree.methods] == [
        ("П", False, False),
        ("Ф", True, False),
    ]
    assert len(tree.body) == 2


def test_await_is_a_statement_and_an_operator_inside_async_methods() -> None:
    (method,) = module("Асинх Процедура П() Ждать Ф(); А = 1 + Ждать Ф(); КонецПроцедуры").methods
    first, second = method.body
    assert isinstance(first, nodes.AwaitStatement)
    assert isinstance(second, nodes.Assign)
    assert show(second.value) == "(1 + (await Ф()))"


def test_stray_semicolons_are_nothing() -> None:
    assert len(module(";;А = 1;;; Если А Тогда ;; Б = 1;; КонецЕсли;;").body) == 2
    assert len(module("Процедура П();; КонецПроцедуры;; А = 1").methods) == 1


@pytest.mark.parametrize("text", ["", "\n", "// заметка", "#!/usr/bin/env 1cs\n", ";"])
def test_an_empty_module_is_a_module(text: str) -> None:
    assert module(text) == nodes.Module((), (), (), (), span=Span(0, 0))


def test_statements_may_not_declare_methods() -> None:
    body = parse_statements(Source("м", "Перем А; А = 1; Ф()")).body
    assert [type(one) for one in body] == [nodes.LocalVar, nodes.Assign, nodes.CallStatement]
    with pytest.raises(Refused, match="Определение процедуры или функции в этом месте недопустимо"):
        parse_statements(Source("м", "А = 1; Процедура П() КонецПроцедуры"))


def test_what_is_switched_off_is_not_parsed() -> None:
    tree = module("#Если Сервер Тогда\nА = 1;\n#Иначе\n)(\n#КонецЕсли")
    assert [show(one.target) for one in tree.body if isinstance(one, nodes.Assign)] == ["А"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Если А Тогда", True),
        ("Если А Тогда\nБ = 1;", True),
        ("Если А Тогда Б = 1; КонецЕсли", False),
        ("Если А Тогда Б = 1; КонецЦикла", False),
        ("Процедура П()", True),
        ("Процедура П() КонецПроцедуры", False),
        ("Пока Истина Цикл", True),
        ("Попытка А(); Исключение", True),
        ("Ф(1,", True),
        ("А = (1 + 2", True),
        ("А = Б[", True),
        ("А = 1 +", True),
        ("А +", True),
        ("А.", True),
        ('А = "начало', True),
        ('А = "начало\n|ещё', True),
        ('А = "начало\n|ещё";', False),
        ('А = "начало\nБ = 1;', False),
        ('1 "начало', False),
        ("А", False),
        ("А.Б", False),
        ("Ф()", False),
        ("1 + 2", False),
        ("А = 1", False),
        ("", False),
        ("А = 1)", False),
        ("А = $", False),
        ("А Б", False),
        ("#Если Сервер Тогда\nА = 1;", True),
        ("#Область А", True),
        ("#КонецОбласти", False),
        ("&НаСервере", True),
        ("(" * 10000, False),
    ],
)
def test_incomplete_is_what_more_lines_could_mend(text: str, answer: bool) -> None:
    assert is_incomplete(Source("м", text)) is answer


@pytest.mark.parametrize(
    "text",
    [
        "А = " + "(" * 100_000 + "1" + ")" * 100_000,
        "А = " + "(" * 100_000,
        "А" + "[А" * 100_000,
        "А = " + "-" * 100_000 + "1",
        "А = " + "НЕ " * 100_000 + "А",
        "Если А Тогда " * 100_000,
        "Пока А Цикл Попытка " * 50_000,
        "А = Б" + " + Б" * 10_000,
        "А = Б" + ".Б()" * 10_000,
        "А = Б" + "[1]" * 10_000,
        "А = " + "Ф(1 + " * 1_000 + "1" + ")" * 1_000,
    ],
)
def test_what_is_too_deep_is_refused_at_its_place(text: str) -> None:
    with pytest.raises(Refused) as caught:
        module(text)
    (one,) = caught.value.diagnostics
    assert one.message == "Слишком большая вложенность"
    assert 0 < one.span.start < len(text)


@pytest.mark.parametrize(
    "text",
    [
        "А = " + "(" * NESTING_LIMIT + "1" + ")" * NESTING_LIMIT,
        "А = " + "-" * NESTING_LIMIT + "1",
        "Если А Тогда " * NESTING_LIMIT + "КонецЕсли;" * NESTING_LIMIT,
        "А = Б" + " + Б" * (CHAIN_LIMIT - 1),
        "А = Б" + ".Б" * (CHAIN_LIMIT - 1),
        "А = 1 + 2;\n" * 10_000,
        "Если А Тогда Б = 1;" + " ИначеЕсли А Тогда Б = 1;" * 5_000 + " КонецЕсли",
        "Ф(" + "-А + (1), " * 5_000 + "1)",
        "~М:" * 5_000,
        'А = "а"' + ' "а"' * 5_000,
        "Если А Тогда КонецЕсли; Пока А Цикл КонецЦикла;" * 1_000,
        "Процедура П() А = (1); КонецПроцедуры " * 1_000,
    ],
)
def test_what_is_just_shallow_enough_is_taken(text: str) -> None:
    tree = module(text)
    assert tree.span == Span(0, len(text))
    assert sum(1 for _ in walk(tree)) >= 4


def test_a_large_random_text_is_refused_in_time() -> None:
    text = "".join(chr(33 + (i * i * 7919 + i // 7) % 1100) for i in range(1_000_000))
    with pytest.raises(Refused):
        module(text)
