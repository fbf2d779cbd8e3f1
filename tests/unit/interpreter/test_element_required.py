"""Scripts of several files: `#требуется Файл.sbsl`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interpreter.cli.arguments import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

ACCOUNT = """
#требуется части/Общее.sbsl
@Глобально
перечисление Вид
    Первый, Второй умолчание
;
@Глобально
исключение МалоДенег
;
@Глобально
структура Счёт
    обз знч Хозяин: Строка
    пер Остаток: Число
    @Глобально
    метод Снять(Сколько: Число = 1)
        если Сколько > Остаток
            выбросить новый МалоДенег(Описание = "нужно %Сколько")
        ;
        Остаток -= Сколько
    ;
    метод Тайно()
    ;
    статический метод ТожеТайно()
    ;
;
@Глобально
метод Описание(С: Счёт): Строка
    возврат "%{С.Хозяин}: " + Общее.Текст(С.Остаток)
;
@Глобально
метод Найти(Имя: Строка): Счёт?
    возврат Имя == "" ? Неопределено : новый Счёт(Имя)
;
метод Скрытый()
;
структура Внутренняя
;
"""
SHARED = """
@Глобально
конст ПРОЦЕНТ = 5
@Глобально
метод Текст(Х: Число): Строка
    возврат "<%Х>"
;
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a script whose body is given, beside other files; exit code, output, errors."""

    def run_it(body: str, head: str = "#требуется Счета.sbsl", **files: str) -> tuple[int, str, str]:
        written = {"Счета": ACCOUNT, "части/Общее": SHARED, **files}
        written["Главный"] = f"{head}\nметод Скрипт()\n{body}\n;\n"
        for name, text in written.items():
            path = tmp_path / f"{name}.sbsl"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        code = main(["run", "--no-cache", str(tmp_path / "Главный.sbsl")])
        told = capsys.readouterr()
        return code, told.out, told.err.replace(f"{tmp_path}/", "")

    return run_it


@pytest.mark.parametrize(
    ("body", "output"),
    [
        ('знч С = новый Счета.Счёт("Мария", Остаток = 100)\nКонсоль.Записать(Счета.Описание(С))', "Мария: <100>"),
        ('пер С: Счета.Счёт = новый Счета.Счёт("М")\nКонсоль.Записать("%{С это Счета.Счёт}")', "Истина"),
        ('пер Вид: Счета.Вид\nКонсоль.Записать("%Вид %{Счета.Вид.Первый}")', "Второй Первый"),
        (
            'попытка\nновый Счета.Счёт("М").Снять(3)\nпоймать О: Счета.МалоДенег\nКонсоль.Записать(О.Описание)\n;',
            "нужно 3",
        ),
        ('знч Ф = &Счета.Описание\nКонсоль.Записать(Ф(новый Счета.Счёт("М", 1)))', "М: <1>"),
    ],
)
def test_marked_members_are_reached_through_the_name_of_the_file(run: Run, body: str, output: str) -> None:
    assert run(body) == (0, output + "\n", "")


def test_a_path_is_relative_to_the_file_that_requires(run: Run) -> None:
    head = "#требуется части/Общее.sbsl\n#требуется Счета.sbsl"
    assert run('Консоль.Записать("%{Общее.ПРОЦЕНТ}")', head) == (0, "5\n", "")


@pytest.mark.parametrize(
    ("body", "name"), [("Счета.Скрытый()", "Скрытый"), ("знч А = новый Счета.Внутренняя()", "Внутренняя")]
)
def test_what_is_not_marked_is_refused_with_advice(run: Run, body: str, name: str) -> None:
    code, _, errors = run(body)
    assert code == 65
    assert f"«{name}» не виден из других файлов" in errors and "@Глобально" in errors


def test_a_member_that_is_not_there_has_a_hint(run: Run) -> None:
    code, _, errors = run("Счета.Описане()")
    assert code == 65
    assert errors.startswith("{Главный.sbsl(3,7)}: В файле «Счета» нет метода «Описане»")
    assert "«Описание»" in errors


def test_files_that_require_each_other_are_refused(run: Run) -> None:
    code, _, errors = run("", "#требуется Второй.sbsl", Второй="#требуется Главный.sbsl\n")
    assert code == 65
    way = "Главный.sbsl → Второй.sbsl → Главный.sbsl"
    assert errors.startswith(f"{{Главный.sbsl(1,1)}}: Файлы требуют друг друга по кругу: {way}\n")


def test_a_circle_that_begins_further_down_is_told_too(run: Run) -> None:
    code, _, errors = run(
        "", "#требуется Второй.sbsl", Второй="#требуется Третий.sbsl\n", Третий="#требуется Второй.sbsl\n"
    )
    assert code == 65
    assert "по кругу: Второй.sbsl → Третий.sbsl → Второй.sbsl" in errors


def test_a_file_does_not_require_itself(run: Run) -> None:
    code, _, errors = run("", "#требуется Главный.sbsl")
    assert code == 65
    assert "по кругу: Главный.sbsl → Главный.sbsl" in errors


def test_two_ways_to_one_file_are_no_circle(run: Run) -> None:
    third = "@Глобально\nконст А = 5\n"
    second = "#требуется Третий.sbsl\n@Глобально\nметод Ф(): Число\n    возврат Третий.А\n;\n"
    code, output, _ = run(
        "Консоль.Записать(Второй.Ф() + Третий.А)",
        "#требуется Второй.sbsl\n#требуется Третий.sbsl",
        Второй=second,
        Третий=third,
    )
    assert (code, output) == (0, "10\n")


def test_mistakes_are_told_of_the_file_that_has_them(run: Run) -> None:
    code, _, errors = run("", "#требуется Второй.sbsl", Второй="метод Ф(): Число\n;\n")
    assert code == 65
    assert errors.startswith("{Второй.sbsl(2,1)}: Метод «Ф» не на всех путях возвращает значение\n")


def test_errors_are_told_of_the_file_that_has_them(run: Run) -> None:
    second = "@Глобально\nметод Ф(Х: Число): Число\n    возврат 1 / Х\n;\n"
    code, _, errors = run("знч А = Второй.Ф(0)", "#требуется Второй.sbsl", Второй=second)
    assert code == 1
    assert errors.startswith("{Второй.sbsl(3,13)}: Деление на ноль\n")


def test_a_missing_file_is_told_at_the_directive(run: Run) -> None:
    code, _, errors = run("", "#требуется Нет.sbsl")
    assert code == 65
    assert errors.startswith("{Главный.sbsl(1,1)}: Не удалось прочитать требуемый файл Нет.sbsl: файла нет\n")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("#нужен Второй.sbsl", "{Главный.sbsl(1,2)}: Неизвестная директива «#нужен»\n"),
        ("#требуется мой-файл.sbsl", "{Главный.sbsl(1,12)}: Имя требуемого файла должно быть именем"),
    ],
)
def test_other_directives_are_refused(run: Run, head: str, message: str) -> None:
    code, _, errors = run("", head)
    assert code == 65
    assert errors.startswith(message)


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("Счета.Описание()", "3,7", "Не указан обязательный параметр «С» при вызове «Описание»"),
        ("Счета.Описание(1)", "3,16", "Параметр «С»: ожидается тип Счёт, передано значение типа Число"),
        ("знч А = Счета.Найти(Нет = 1)", "3,21", "У «Найти» нет параметра «Нет»"),
        ("знч А = новый Счета.Счёт()", "3,21", "Не указан обязательный параметр «Хозяин» при вызове «Счёт»"),
        ("знч А = новый Счета.Счет()", "3,21", "В файле «Счета» нет типа «Счет»"),
        ("пер А: Счета.Описание", "3,14", "«Описание» — метод, для вызова нужны скобки"),
        ("знч А = Счета.Найти", "3,15", "«Найти» — метод, для вызова нужны скобки"),
        ("знч А = Счета.Ничего", "3,15", "В файле «Счета» нет имени «Ничего»"),
        ("знч А = &Счета.Ничего", "3,16", "В файле «Счета» нет метода «Ничего»"),
        ("знч А = &Счета.Скрытый", "3,16", "«Скрытый» не виден из других файлов"),
        ("знч А = Счета", "3,9", "«Счета» — имя файла, а не значение"),
        ("знч А = Счета.Счёт", "3,9", "«Счета.Счёт» — имя типа, а не значение"),
        ('Счета.Счёт("М")', "3,7", "«Счёт» нельзя вызвать"),
        ('знч А: Строка = Счета.Найти("М")', "3,17", "Ожидается значение типа Строка, а не Счёт?"),
        ('Счета.Найти("М").Хозяин = ""', "3,18", "Поле «Хозяин» доступно только для чтения"),
        ('Счета.Найти("М").Остаток = ""', "3,28", "Ожидается значение типа Число, а не Строка"),
        ('Счета.Найти("М").Нет()', "3,18", "У типа Счёт нет метода «Нет»"),
        ('Счета.Найти("М").Снять(1, 2)', "3,27", "Лишний параметр: «Снять» принимает не больше 1"),
        ('Счета.Найти("М").Тайно()', "3,18", "«Тайно» не виден из других файлов"),
        ("Счета.Счёт.ТожеТайно()", "3,12", "«ТожеТайно» не виден из других файлов"),
        ("знч А = Счета.Вид.Третий", "3,19", "У типа Вид нет свойства «Третий»"),
        ("знч А: Счета.Вид = 5", "3,20", "Ожидается значение типа Вид, а не Число"),
        ("попытка\nпоймать О: Счета.Счёт\n;", "4,12", "Поймать можно только исключение, а не Счёт"),
    ],
)
def test_what_other_files_declare_is_checked_before_the_run(run: Run, body: str, place: str, message: str) -> None:
    code, output, errors = run(body)
    assert (code, output) == (65, "")
    assert errors.startswith(f"{{Главный.sbsl({place})}}: {message}\n"), errors


def test_a_name_of_the_file_may_be_hidden_by_a_variable(run: Run) -> None:
    assert run('знч Счета = "а"\nКонсоль.Записать(Счета.Длина())') == (0, "1\n", "")


def test_a_dynamic_value_is_checked_against_a_type_of_another_file(run: Run) -> None:
    code, _, errors = run("пер Х: неизвестно = 5\nпер С: Счета.Счёт = Х")
    assert code == 1
    assert errors.startswith("{Главный.sbsl(4,21)}: Ожидается значение типа Счёт, получено Число\n")


def test_types_of_a_third_file_go_through_the_second(run: Run) -> None:
    second = '#требуется Счета.sbsl\n@Глобально\nметод Взять(): Счета.Счёт\nвозврат новый Счета.Счёт("Анна")\n;\n'
    assert run("Консоль.Записать(Второй.Взять().Хозяин)", "#требуется Второй.sbsl", Второй=second) == (0, "Анна\n", "")
    code, _, errors = run("Второй.Взять().Нет()", "#требуется Второй.sbsl", Второй=second)
    assert (code, errors.split("\n")[0]) == (65, "{Главный.sbsl(3,16)}: У типа Счёт нет метода «Нет»")


def test_overloads_of_another_file_are_told_apart(run: Run) -> None:
    overloads = (("А: Число", "число"), ("А: Строка", "строка"), ("А: Число, Б: Число", "два"))
    methods = "".join(
        f'@Глобально\nметод Ф({parameters}): Строка\nвозврат "{text}"\n;\n' for parameters, text in overloads
    )
    second = f"{methods}@Глобально\nструктура Т\n{methods};\n@Глобально\nметод Нет(): Т?\nвозврат Неопределено\n;\n"
    for owner in ("Второй", "новый Второй.Т()"):
        body = f'Консоль.Записать({owner}.Ф(1) + {owner}.Ф("а") + {owner}.Ф(Б = 1, А = 2))'
        assert run(body, "#требуется Второй.sbsl", Второй=second) == (0, "числострокадва\n", "")
    code, _, errors = run("Второй.Нет().Ф(1)", "#требуется Второй.sbsl", Второй=second)
    assert code == 1
    assert "Обращение к члену «Ф» значения Неопределено" in errors


def test_a_required_file_with_mistakes_of_grammar_is_not_looked_into(run: Run) -> None:
    code, _, errors = run("Второй.Что(1).Угодно()", "#требуется Второй.sbsl", Второй="метод Ф(\n")
    assert code == 65
    assert errors.startswith("{Второй.sbsl(1,9)}: Не закрыта скобка «(»\n")
