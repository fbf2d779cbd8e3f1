"""What `1cs check` remarks about sound scripts of 1С:Элемент."""

from __future__ import annotations

from pathlib import Path

import pytest

from interpreter.cli.arguments import main

PROJECT = Path(__file__).parents[3]


def warnings_of(body: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Place and message of each warning on the body of a method, whose first line is line 2."""
    script = folder / "a.sbsl"
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    script.write_text(f"метод Скрипт()\n{lines};\n", "utf-8")
    assert main(["check", "--errors=short", str(script)]) == 0
    *told, _ = capsys.readouterr().err.splitlines()
    return [line.rpartition("a.sbsl")[2].replace("}: Предупреждение", "") for line in told]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("пер А = 1\nА = 2", "(2,9): Переменная «А» не используется"),
        ('для А из [1]\n    Консоль.Записать("")\n;', "(2,9): Переменная «А» не используется"),
        ('Консоль.Записать("%{1 как Число}")', "(2,25): Приведение не нужно: значение уже имеет тип Число"),
        (
            'знч А: Число? = 1\nКонсоль.Записать("%{А как Число}")',
            "(3,25): Следует использовать настойчивую операцию «!»",
        ),
        ('Консоль.Записать("" ?? "а")', "(2,22): Операция «??» не нужна: Строка не бывает Неопределено"),
        ('Консоль.Записать(""!)', "(2,22): Операция «!» не нужна: Строка не бывает Неопределено"),
        (
            "Консоль.Записать(ВажностьСообщенияЭлектроннойПочты.Высокая.ВСтроку())",
            "(2,22): «ВажностьСообщенияЭлектроннойПочты» — устаревшее имя, теперь «ВажностьПисьма»",
        ),
    ],
)
def test_a_warning_stands_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str, told: str
) -> None:
    assert warnings_of(body, tmp_path, capsys) == [told]


@pytest.mark.parametrize(
    "body",
    [
        'для А = 1 по 2\n    Консоль.Записать("")\n;',
        'попытка\n    выбросить новый Исключение("")\nпоймать А: Исключение\n    Консоль.Записать("")\n;',
        'знч А = 1\nзнч Б = () -> А\nКонсоль.Записать("%{Б()}")',
    ],
)
def test_counters_caught_exceptions_and_captured_variables_need_no_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    assert warnings_of(body, tmp_path, capsys) == []


def test_the_number_of_warnings_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "a.sbsl"
    script.write_text("метод Скрипт()\n    пер А = 1\n;\n", "utf-8")
    assert main(["check", str(script)]) == 0
    assert capsys.readouterr().err.endswith("Проверено: 1 файл, ошибок нет, 1 предупреждение\n")


def test_a_run_tells_no_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "a.sbsl"
    script.write_text("метод Скрипт()\n    пер А = 1\n;\n", "utf-8")
    assert main(["run", "--no-cache", str(script)]) == 0
    assert capsys.readouterr().err == ""


def test_the_documented_script_gives_no_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(PROJECT / "scripts" / "docs" / "element")]) == 0
    assert capsys.readouterr().err == "Проверено: 1 файл, ошибок нет\n"
