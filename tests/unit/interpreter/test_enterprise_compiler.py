"""What the compiler makes where programs cannot show it: limits of CPython, facts for later texts, positions."""

from __future__ import annotations

import marshal
from dis import get_instructions
from time import process_time
from types import CodeType

import pytest

from interpreter.diagnostics import Refused
from interpreter.enterprise.front import compile as compile_text
from interpreter.enterprise.front import scope_of
from interpreter.modules import Module
from interpreter.session import Session
from interpreter.source import Source
from runtime.host import Host

TOO_DEEP = "Слишком большая вложенность"


class Recorder(Host):
    def __init__(self) -> None:
        self.output: list[str] = []

    def write(self, text: str) -> None:
        self.output.append(text.removesuffix("\n"))


def run(text: str) -> list[str]:
    host = Recorder()
    Session(language="enterprise", host=host).run(Source("проба", text))
    return host.output


def code_of(text: str, *, closed: bool = False) -> CodeType:
    module = Module("enterprise")
    module.is_closed = closed
    return compile_text(Source("проба", text), module).code


def functions(code: CodeType) -> dict[str, CodeType]:
    return {constant.co_name: constant for constant in code.co_consts if isinstance(constant, CodeType)}


def names_in(code: CodeType) -> set[str]:
    return {str(instruction.argval) for instruction in get_instructions(code)}


def test_a_condition_may_have_five_thousand_branches() -> None:
    branches = "".join(f"ИначеЕсли А = {number} Тогда Сообщить(А);\n" for number in range(5000))
    text = "Для Каждого А Из СтрРазделить(\"0,199,200,4999,5000\", \",\") Цикл А = Число(А);\n" \
           f"Если Ложь Тогда\n{branches}Иначе Сообщить(\"иначе\"); КонецЕсли; КонецЦикла;"  # fmt: skip
    assert run(text) == ["0", "199", "200", "4\u00a0999", "иначе"]


def test_conditions_behind_the_one_that_fits_are_not_evaluated() -> None:
    branches = "".join(f"ИначеЕсли Сч(А) = {number} Тогда Р = {number};\n" for number in range(1, 700))
    text = (
        "Перем Всего; Функция Сч(А) Всего = Всего + 1; Возврат Всего; КонецФункции Всего = 0; А = 0;\n"
        f"Если Ложь Тогда\n{branches}КонецЕсли; Сообщить(Р); Сообщить(Всего);"
    )
    assert run(text) == ["1", "1"]


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "%"])
def test_arithmetic_may_have_three_thousand_operands(operator: str) -> None:
    expected = {"+": "2999", "-": "-2997", "*": "1", "/": "1", "%": "0"}[operator]
    assert run("А = 1; Сообщить(Формат(А" + f" {operator} А" * 2998 + ', "ЧГ=; ЧН=0"));') == [expected]


@pytest.mark.parametrize("operator", ["И", "ИЛИ"])
def test_a_condition_may_have_three_thousand_operands(operator: str) -> None:
    assert run("А = Истина; Сообщить(А" + f" {operator} А" * 2998 + ");") == ["Да"]


@pytest.mark.parametrize(
    ("opening", "closing"), [("(", ")"), ("(А + ", ")"), ("?(А = 1, ", ", 2)"), ("Макс(1, ", ")"), ("-(", ")")]
)
def test_a_hundred_brackets_may_stand_inside_each_other(opening: str, closing: str) -> None:
    assert len(run("А = 1; Сообщить(" + opening * 98 + "1" + closing * 98 + ");")) == 1


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Для Сч{0} = 1 По 1 Цикл\n", "КонецЦикла;\n"),
        ("Пока Истина Цикл\n", "Прервать; КонецЦикла;\n"),
        ("Для Каждого Э{0} Из М Цикл\n", "КонецЦикла;\n"),
        ("Попытка\n", "Исключение КонецПопытки;\n"),
        ("Попытка ВызватьИсключение 1; Исключение\n", "КонецПопытки;\n"),
    ],
)
@pytest.mark.parametrize("depth", [5, 10, 15, 25, 60, 150])
def test_deep_nesting_runs_or_is_refused_at_its_place(opening: str, closing: str, depth: int) -> None:
    opened = "".join(opening.format(number) for number in range(depth))
    text = f"М = Новый Массив(1);\n{opened}Сообщить(1);\n{closing * depth}"
    try:
        assert run(text) == ["1"]
    except Refused as refused:
        [mistake] = refused.diagnostics
        assert mistake.message == TOO_DEEP
        assert depth > 10 or "ВызватьИсключение" in opening
        assert 5 < mistake.line <= depth + 1
        assert "процедуру" in mistake.hint


def test_conditions_may_be_nested_deeply() -> None:
    assert run("Если Истина Тогда\n" * 150 + "Сообщить(1);\n" + "КонецЕсли;\n" * 150) == ["1"]


def test_a_long_path_runs_or_is_refused() -> None:
    text = 'А = Новый Структура("А"); А.А = А; Б = А' + ".А" * 2900 + ";\nСообщить(Б.Количество());"
    try:
        assert run(text) == ["1"]
    except Refused as refused:
        assert refused.diagnostics[0].message == TOO_DEEP


def test_facts_outlive_the_text() -> None:
    module = Module("enterprise")
    text = "Перем М; Процедура П(А, Знач Б = 1) А = Б; КонецПроцедуры Т = 1;"
    module.facts.append(marshal.loads(marshal.dumps(compile_text(Source("проба", text), module).facts)))
    scope = scope_of(module)
    assert (scope.variables, scope.body) == ({"м": "М"}, {"т": "Т"})
    facts = scope.methods["п"]
    assert (facts.python, facts.required, facts.returned, facts.is_function) == ("П()", 1, (0,), False)
    assert [(p.name, p.by_value, p.optional) for p in facts.parameters] == [("А", False, False), ("Б", True, True)]


def test_only_methods_that_assign_a_parameter_give_it_back() -> None:
    scope = Module("enterprise")
    text = (
        "Процедура А(П) П = 1; КонецПроцедуры Процедура Б(П) А(П); КонецПроцедуры"
        " Процедура В(П) Б(П + 1); КонецПроцедуры"
        ' Процедура Г(Знач П) А(П); КонецПроцедуры Процедура Д(П) Выполнить(""); КонецПроцедуры'
    )
    scope.facts.append(compile_text(Source("проба", text), scope).facts)
    assert {key: facts.returned for key, facts in scope_of(scope).methods.items()} == {
        "а": (0,), "б": (0,), "в": (), "г": (), "д": (0,),
    }  # fmt: skip


def test_known_whole_numbers_are_added_bare() -> None:
    loop = "Процедура П() С = 0; Для Сч = 1 По 10 Цикл С = С + Сч; КонецЦикла; КонецПроцедуры"
    assert "1c.add" not in names_in(functions(code_of(loop))["П()"])
    assert "1c.add" in names_in(functions(code_of("Процедура П(А) С = А + 1; КонецПроцедуры"))["П()"])


def test_parameters_of_a_closed_text_are_known_from_its_calls() -> None:
    text = "Функция Ф(Н) Возврат ?(Н < 2, Н, Ф(Н - 1) + Ф(Н - 2)); КонецФункции Сообщить(Ф(5));"
    assert "1c.less" in names_in(functions(code_of(text))["Ф()"])
    assert "1c.less" not in names_in(functions(code_of(text, closed=True))["Ф()"])


def test_compiled_code_names_nothing_of_python() -> None:
    attempt = 'Попытка Возврат А[0] + М; Исключение Возврат Вычислить("А"); КонецПопытки;'
    for code in functions(code_of(f"Перем М; Функция Ф(А) {attempt} КонецФункции")).values():
        spelled = {name for name in code.co_names if not name.startswith(("1c.", ".")) and not name.endswith("()")}
        assert spelled <= {"М", "__class__"}


def test_breakpoints_on_closing_lines_are_hit() -> None:
    body = "Для Сч = 1 По 2 Цикл\nА = Сч;\nКонецЦикла;\nЕсли А = 1 Тогда\nА = 2;\nКонецЕсли;"
    lines = {line for _, _, line in functions(code_of(f"Процедура П()\n{body}\nКонецПроцедуры"))["П()"].co_lines()}
    assert {2, 3, 4, 5, 6, 7, 8} <= lines


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Процедура Печать() КонецПроцедуры А = Печать;", "Это процедура"),
        ("Функция Печать() Возврат 1; КонецФункции А = Печать;", "Это функция"),
        ("А = Сообщить;", "Это процедура"),
        ("А = СтрДлина;", "Это функция"),
    ],
)
def test_a_method_named_like_a_variable_is_told_by_its_kind(text: str, kind: str) -> None:
    (mistake,) = Session(language="enterprise").check(Source("проба", text))
    assert mistake.hint.startswith(kind)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("А = Справочники.Товары;", "нужна информационная база"),
        ("А = Новый Query;", "нужна информационная база"),
        ('ОткрытьФорму("А");', "нужно окно"),
        ('А = Новый COMОбъект("А");', "только в Windows"),
        ("А = Новый Почта;", "ИнтернетПочта"),
        ("А = Новый ДвоичныеДанные;", "Вызов: Новый ДвоичныеДанные("),
        ("А = СтрДлина();", "Вызов: СтрДлина("),
    ],
)
def test_what_is_not_there_is_explained(text: str, hint: str) -> None:
    with pytest.raises(Refused) as refused:
        code_of(text)
    (one,) = refused.value.diagnostics
    assert hint in one.hint


@pytest.mark.parametrize(
    "text",
    [
        'Т = 0; Т = ""; {loop} Сообщить(СтрДлина(Т));',
        'Процедура П(Т) {loop} КонецПроцедуры Т = ""; П(Т); Сообщить(СтрДлина(Т));',
        'Перем Т; Процедура П() {loop} КонецПроцедуры Т = ""; П(); Сообщить(СтрДлина(Т));',
        'Функция П() Т = Неопределено; Т = ""; {loop} Возврат Т; КонецФункции Сообщить(СтрДлина(П()));',
    ],
)
def test_a_text_grows_in_place_whatever_the_variable(text: str) -> None:
    """Copies would take a minute: 100,000 of a megabyte on average."""
    loop = 'Для Сч = 1 По 200000 Цикл Т = Т + "кусок" + Символы.ПС; КонецЦикла;'
    began = process_time()
    assert run(text.replace("{loop}", loop)) == ["1\u00a0200\u00a0000"]
    assert process_time() - began < 5
