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
    метод Снять(Сколько: Число)
        если Сколько > Остаток
            выбросить новый МалоДенег(Описание = "нужно %Сколько")
        ;
        Остаток -= Сколько
    ;
;
@Глобально
метод Описание(С: Счёт): Строка
    возврат "%{С.Хозяин}: " + Общее.Текст(С.Остаток)
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
    assert code == 1
    assert f"«{name}» не виден из других файлов" in errors and "@Глобально" in errors


def test_a_member_that_is_not_there_has_a_hint(run: Run) -> None:
    code, _, errors = run("Счета.Описане()")
    assert code == 1
    assert errors.startswith("{Главный.sbsl(3,1)}: Метод объекта не обнаружен (Описане)")
    assert "«Описание»" in errors


def test_files_that_require_each_other_are_refused(run: Run) -> None:
    code, _, errors = run("", "#требуется Второй.sbsl", Второй="#требуется Главный.sbsl\n")
    assert code == 1
    assert errors.startswith("{Второй.sbsl(1,1)}: Файлы требуют друг друга по кругу: Главный.sbsl\n")


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
    assert code == 1
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
