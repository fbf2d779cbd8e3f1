"""What the checker finds out about right programs: types, meanings, members, calls."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import stdlib.element
from interpreter.diagnostics import Refused
from interpreter.element import checked, nodes
from interpreter.element.checker import check
from interpreter.element.parser import parse_expression, parse_module, parse_statements
from interpreter.element.types import show
from interpreter.node import walk
from interpreter.source import Source
from runtime.catalog import Catalog
from runtime.element.declare import dialect

PROGRAM = """
структура Товар
    обз знч Имя: Строка
    пер Цена: Число = 0
    пер Показ: (Число)->Строка = х -> "%х"
    метод Скидка(Доля: Число = 0.1): Число
        возврат Цена * (1 - Доля)
    ;
    метод Текст(): Строка
        возврат Показ(Скидка()) + этот.Имя
    ;
;

перечисление Вид
    Важный умолчание,
    Прочий
    метод Текст(): Строка
        выбор этот
            когда Важный
                возврат "важный"
            когда Прочий
                возврат "прочий"
        ;
    ;
;

исключение Беда
    обз пер Код: Число
    метод ПолучитьОписание(): Строка
        возврат "Код %Код, %{Причина == Неопределено}"
    ;
;

конст ПРЕДЕЛ = 10

метод Упасть(): никогда
    выбросить новый Беда(5, Описание = "а")
;

метод Сумма(Числа: Массив<Число>, Начало = 0): Число
    пер Итог = Начало
    для Ч из Числа
        если Ч > ПРЕДЕЛ и не (Ч == 7)
            продолжить
        иначе если Ч < 0
            прервать
        ;
        Итог += Ч
    ;
    возврат Итог
;

метод Скрипт(Имя: Строка = "мир"): Число
    Консоль.Записать("Привет, %Имя")
    пер Т = новый Товар("а", 5)
    Т.Цена += 1
    пер Словарь: Соответствие<Строка, Число> = {"а": 1}
    для Пара из Словарь
        Консоль.Записать(Пара.Ключ + Пара.Значение)
        Сумма([Пара.Значение], Начало = Пара.Значение)
    ;
    знч Длины = ["а", "бб"].Преобразовать(с -> с.Длина()).ВМассив()
    попытка
        Упасть()
    поймать Ош: Беда|ИсключениеАрифметики
        Консоль.Записать(Ош.Описание)
    вконце
        Молча()
    ;
    выбор Вид.Важный
        когда Важный
            Консоль.Записать(Вид.Прочий.Текст())
        иначе
            выбросить новый ИсключениеНедопустимыйАргумент("а")
    ;
    пер М = новый Массив<Строка>()
    М.Добавить("а")
    знч Ф = (А: Число, Б: Число) -> А + Б
    знч Срок: Длительность = Дата{2020-01-01} - Дата{2019-01-01}
    пер Пусто: Объект? = Неопределено
    пер Числом = (Пусто ?? 5) как Число
    знч Где = Стд::Коллекции::Массив()
    если Пусто это Число|Строка
        Числом = Пусто как Число
    ;
    для И = 10 вниз по 1 шаг 2
        пер Д = Дата.Сейчас()?.Год
    ;
    пер Знач: неизвестно
    Знач.Что.Угодно(1)[2] = Знач + 1
    возврат Т.Скидка() + Длины.Размер() + Ф(1, 2)
;

метод Молча()
    возврат
;
"""


if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def catalog() -> Catalog:
    return Catalog.of_package(dialect, stdlib.element)


def checked_module(text: str) -> checked.CheckedModule:
    source = Source("т", text)
    return check(parse_module(source), source, catalog())


def type_of(expression: str, before: str = "") -> str:
    """The type of an expression that is the value of the last variable."""
    source = Source("т", f"метод Ф()\n{before}\nзнч Проба = {expression}\n;\nметод Да(): Булево?\nвозврат Истина\n;")
    module = check(parse_module(source), source, catalog())
    (found,) = (
        node for node in walk(module.tree) if isinstance(node, nodes.VariableDeclaration) and node.name.text == "Проба"
    )
    assert found.value is not None
    return show(module.types[found.value])


def test_a_right_program_is_let_through() -> None:
    module = checked_module(PROGRAM)
    assert [one.message for one in module.warnings] == [
        "Переменная «Срок» не используется",
        "Переменная «Числом» не используется",
        "Переменная «Где» не используется",
        "Переменная «Д» не используется",
        "Операция «?.» не нужна: Дата не бывает Неопределено",
    ]


def test_every_expression_has_a_type() -> None:
    module = checked_module(PROGRAM)
    expressions = (nodes.Literals, nodes.Binary, nodes.Comparison, nodes.Logical, nodes.Index, nodes.Call, nodes.New)
    for node in walk(module.tree):
        if isinstance(node, (nodes.NumberLiteral, *expressions[1:])):
            assert node in module.types, node


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1", "Число"),
        ('"а%{1}"', "Строка"),
        ("Истина", "Булево"),
        ("Неопределено", "Неопределено"),
        ("5с", "Длительность"),
        ("'а'", "Образец"),
        ("Дата{}", "Дата"),
        ("Ууид{}", "Ууид"),
        ("Байты{00}", "Байты"),
        ("Тип<Число>", "Тип<Число>"),
        ("[1, 2]", "Массив<Число>"),
        ("[]", "Массив"),
        ("[1, Неопределено]", "Массив<Число?>"),
        ('[1, "а"]', "Массив"),
        ("<Объект?>[1]", "Массив<Объект?>"),
        ("{1, 2}", "Множество<Число>"),
        ('{"а": 1}', "Соответствие<Строка, Число>"),
        ("<Строка, Число>{:}", "Соответствие<Строка, Число>"),
        ("1 + 2 * 3", "Число"),
        ('"а" + 1', "Строка"),
        ('1 + "а"', "Строка"),
        ("Дата{} - Дата{}", "Длительность"),
        ("ДатаВремя{} + 1д", "ДатаВремя"),
        ("2 * 5с", "Длительность"),
        ("5с * 2", "Длительность"),
        ("5с / 1с", "Число"),
        ("1 < 2", "Булево"),
        ("Истина и Ложь", "Булево"),
        ("1 это Число", "Булево"),
        ("1 как Объект", "Объект"),
        ("Истина ? 1 : 2", "Число"),
        ("Истина ? 1 : Неопределено", "Число?"),
        ('Истина ? 1 : "а"', "Число|Строка"),
        ("Да() ?? Ложь", "Булево"),
        ("Да()!", "Булево"),
        ("Да()?.ВСтроку()", "Строка?"),
        ("Да()?.ВСтроку().Длина()", "Число?"),
        ("Да()?.ВСтроку()[0]", "Строка?"),
        ("Да()?.ВСтроку()!.Длина()", "Число"),
        ("[1][0]", "Число"),
        ('{"а": 1}["а"]', "Число"),
        ('"абв"[0]', "Строка"),
        ("[1].Первый()", "Число"),
        ("[1].ПервыйИлиНеопределено()", "Число?"),
        ("[1].Преобразовать(а -> \"%а\")", "Обходимое<Строка>"),
        ('{"а": 1}.Ключи()', "ЧитаемоеМножество<Строка>"),
        ('{"а": 1}.Первый()', "КлючИЗначение<Строка, Число>"),
        ("{1: 2}.Преобразовать(п -> п.Значение).ВМассив()", "Массив<Число>"),
        ("новый Массив<Строка>()", "Массив<Строка>"),
        ("новый Массив([1])", "Массив<Число>"),
        ("новый Массив()", "Массив"),
        ("Массив([1])", "Массив<Число>"),
        ("Мин(1, 2)", "Число"),
        ("Корень(4)", "Число"),
        ("Дата.Сейчас().Год", "Число"),
        ("(а: Число) -> а > 1", "(Число)->Булево"),
        ("(а: Строка) -> а", "(Строка)->Строка"),
        ("метод() -> возврат 1 ;", "()->Число"),
        ("метод() -> ;", "()->ничто"),
        ("&Да", "()->Булево?"),
        ("Кодировка.Utf8", "Кодировка"),
    ],
)  # fmt: skip
def test_a_type_is_inferred(expression: str, expected: str) -> None:
    assert type_of(expression) == expected


def test_a_literal_takes_the_wanted_type() -> None:
    module = checked_module('метод Ф(): Соответствие<Строка, Объект?>\nвозврат {"а": 1}\n;')
    (literal,) = (node for node in walk(module.tree) if isinstance(node, nodes.MapLiteral))
    assert show(module.types[literal]) == "Соответствие<Строка, Объект?>"


def test_a_constructor_takes_the_wanted_type_arguments() -> None:
    module = checked_module("метод Ф()\nпер А: Массив<Строка>? = новый Массив()\n;")
    (made,) = (node for node in walk(module.tree) if isinstance(node, nodes.New))
    assert show(module.types[made]) == "Массив<Строка>"


def meanings(module: checked.CheckedModule, name: str) -> list[str]:
    return [
        type(module.meanings[node]).__name__
        for node in walk(module.tree)
        if isinstance(node, nodes.Reference) and node.path[-1].text == name and node in module.meanings
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Итог", {"Local"}),
        ("Цена", {"FieldOfThis"}),
        ("Показ", {"FieldOfThis"}),
        ("Причина", {"FieldOfThis"}),
        ("Скидка", {"MethodOfThis"}),
        ("Сумма", {"ModuleMethod"}),
        ("ПРЕДЕЛ", {"ModuleConstant"}),
        ("Вид", {"DeclaredType"}),
        ("Важный", {"EnumerationValue"}),
        ("Консоль", {"LibraryName"}),
        ("Дата", {"LibraryName"}),
        ("Массив", {"LibraryName"}),
    ],
)
def test_a_name_has_its_meaning(name: str, expected: set[str]) -> None:
    assert set(meanings(checked_module(PROGRAM), name)) == expected


def test_a_variable_is_one_object_wherever_it_is_named() -> None:
    module = checked_module("метод Ф()\nпер А = 1\nА += 1\nпер Б = А\n;")
    found = {id(meaning) for meaning in module.meanings.values() if getattr(meaning, "name", "") == "А"}
    assert len(found) == 1
    assert len([meaning for meaning in module.meanings.values() if getattr(meaning, "name", "") == "А"]) == 3


def test_members_and_calls_are_told() -> None:
    module = checked_module(
        'структура Т\nпер Х: Число\n;\nметод Ф(А: Число, Б = 1)\nФ(Б = 2, А = Т(3).Х)\n"а".Символ(0)\n;'
    )
    members = {
        meaning.member.name.text if isinstance(meaning, checked.DeclaredMember) else meaning.member.ru
        for meaning in module.members.values()
    }
    assert members == {"Х", "Символ"}
    shapes = sorted((shape.order, shape.constructs) for shape in module.calls.values())
    assert shapes == [((0,), False), ((0,), True), ((1, 0), False)]


def test_a_call_of_an_overload_knows_its_signature() -> None:
    module = checked_module('метод Ф()\n"а".Найти("б", От = 1)\n;')
    (shape,) = module.calls.values()
    assert (shape.order, str(shape.target)) == ((0, 1), "Найти(Подстрока: Строка, От: Число = 0): Число")


def test_names_of_other_files_are_not_judged() -> None:
    module = checked_module(
        "#требуется папка/Другой.sbsl\nметод Ф(А: Другой.Тип)\nпер Б = новый Другой.Структура(1)\nДругой.Метод(Б.В)\n;"
    )
    assert module.warnings == []


def test_a_long_chain_is_checked_without_recursion() -> None:
    assert type_of(" + ".join(["1"] * 480)) == "Число"
    assert type_of('"а"' + ".Обрезать()" * 240) == "Строка"


def test_a_deep_program_is_checked_or_refused() -> None:
    assert type_of("[" * 50 + "1" + "]" * 50).startswith("Массив<Массив<")
    with pytest.raises(Refused, match="Слишком большая вложенность"):
        below(300, lambda: type_of("[" * 180 + "1" + "]" * 180))
    assert checked_module("метод Ф()\n" + "если Истина " * 55 + ";" * 55 + "\n;").warnings == []


def below(depth: int, call: Callable[[], object]) -> object:
    """Call from deep in the stack."""
    return below(depth - 1, call) if depth else call()


# ---- the dialogue


def test_an_input_declares_variables_of_the_session() -> None:
    first = Source("1", "пер А = 1\nесли А > 0 пер Б = А ;")
    known = check(parse_statements(first), first, catalog()).known
    assert list(known.variables) == ["А"]
    second = Source("2", "А + 1")
    tree = parse_expression(second)
    result = check(tree, second, catalog(), known)
    assert show(result.types[tree]) == "Число"
    assert {type(meaning).__name__ for meaning in result.meanings.values()} == {"SessionVariable"}


def test_a_variable_of_the_session_may_be_declared_anew() -> None:
    known = check_input("пер А = 1", None)
    assert show(check_input('пер А = "а"', known).variables["А"].type) == "Строка"


def test_methods_and_types_of_earlier_texts_are_known() -> None:
    source = Source("1", PROGRAM)
    known = check(parse_module(source), source, catalog()).known
    assert show(check_input('пер А = Сумма([1])\nпер Б = новый Товар("а")', known).variables["Б"].type) == "Товар"
    with pytest.raises(Refused, match="Не указан обязательный параметр «Числа»"):
        check_input("Сумма()", known)


def test_what_came_before_stays_as_it_was() -> None:
    known = check_input("пер А = 1", None)
    check_input("пер Б = 1", known)
    assert list(known.variables) == ["А"]


def check_input(text: str, known: checked.Known | None) -> checked.Known:
    source = Source("ввод", text)
    return check(parse_statements(source), source, catalog(), known).known
