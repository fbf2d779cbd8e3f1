import subprocess
import sys
from pathlib import Path

import pytest

from support.project import ROOT

HEAVY = frozenset(
    "re typing dataclasses enum functools inspect pathlib decimal datetime logging asyncio email lark json tomllib ast "
    "argparse contextlib collections tempfile subprocess socket ssl sqlite3 threading hashlib random struct".split()
)
UNUSED = frozenset("lark argparse json tomllib asyncio email logging socket ssl imapclient".split())
"""What compiling a script has no use for."""
RUN = """
import sys
from interpreter.cli.start import main
code = main(sys.argv[1:])
sys.stderr.write(" ".join(sorted(sys.modules)))
sys.exit(code)
"""


def output_and_modules(home: Path, *command: str) -> tuple[str, frozenset[str]]:
    """What a second run of a script prints and loads."""
    run(["-c", RUN, *command], home)
    # -S: whatever else is installed beside us must not decide what is loaded.
    path = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    finished = run(["-S", "-c", path + RUN, *command], home)
    return finished.stdout, frozenset(finished.stderr.split())


def run(arguments: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"ONECS_HOME": str(home), "PATH": "", "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert finished.returncode == 0, finished.stderr
    return finished


@pytest.mark.parametrize("command", [["run"], []], ids=["1cs run ФАЙЛ", "1cs ФАЙЛ"])
def test_a_cached_script_starts_without_heavy_modules(tmp_path: Path, command: list[str]) -> None:
    script = tmp_path / "hello.1cs"
    script.write_text('Сообщить("Привет");\n', "utf-8")
    output, loaded = output_and_modules(tmp_path / "home", *command, str(script))
    assert output == "Привет\n"
    assert not loaded & HEAVY


def test_a_cached_script_of_usual_statements_starts_without_heavy_modules(tmp_path: Path) -> None:
    script = tmp_path / "usual.1cs"
    script.write_text(
        """
        Функция Удвоить(А)
            Возврат А * 2;
        КонецФункции
        Список = Новый Массив;
        Для Сч = 1 По 3 Цикл
            Список.Добавить(Удвоить(Сч));
        КонецЦикла;
        Попытка
            ВызватьИсключение "ой";
        Исключение
            Сообщить("" + Список[2] + СтрЗаменить("а-б", "-", "+"));
        КонецПопытки;
        """,
        "utf-8",
    )
    output, loaded = output_and_modules(tmp_path / "home", "run", str(script))
    assert output == "6а+б\n"
    assert not loaded & HEAVY - {"decimal", "collections"}


@pytest.mark.parametrize(
    ("name", "text"),
    [("first.os", 'Сообщить("Привет");\n'), ("first.sbsl", 'метод Скрипт()\n    Консоль.Записать("Привет")\n;\n')],
)
def test_the_first_run_of_a_script_loads_no_parser_generator_and_no_network(
    tmp_path: Path, name: str, text: str
) -> None:
    script = tmp_path / name
    script.write_text(text, "utf-8")
    finished = run(["-c", RUN, "run", str(script)], tmp_path / "home")
    assert finished.stdout == "Привет\n"
    assert not UNUSED & frozenset(finished.stderr.split())


def test_a_cached_script_with_libraries_starts_without_heavy_modules(tmp_path: Path) -> None:
    library = tmp_path / "библиотека"
    library.mkdir()
    for number in range(10):
        text = f"Перем Имя Экспорт;\nФункция Ф(А) Экспорт\nВозврат А;\nКонецФункции\nИмя = {number};"
        library.joinpath(f"Модуль{number}.os").write_text(text, "utf-8")
    script = tmp_path / "главный.os"
    script.write_text('#Использовать "библиотека"\nСообщить(Модуль7.Ф(Модуль9.Имя));\n', "utf-8")
    output, loaded = output_and_modules(tmp_path / "home", "run", str(script))
    assert output == "9\n"
    assert not loaded & HEAVY
