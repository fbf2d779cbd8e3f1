import subprocess
import sys
from pathlib import Path

from support.project import ROOT

HEAVY = frozenset(
    "re typing dataclasses enum functools inspect pathlib decimal datetime logging asyncio email lark json tomllib ast "
    "argparse contextlib collections tempfile subprocess socket ssl sqlite3 threading hashlib random struct".split()
)
RUN = """
import sys
from interpreter.cli.start import main
code = main(["run", sys.argv[1]])
sys.stderr.write(" ".join(sorted(sys.modules)))
sys.exit(code)
"""


def output_and_modules(script: Path, home: Path) -> tuple[str, frozenset[str]]:
    """What a second run of a script prints and loads."""
    run(["-c", RUN, str(script)], home)
    # -S: whatever else is installed beside us must not decide what is loaded.
    path = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    finished = run(["-S", "-c", path + RUN, str(script)], home)
    return finished.stdout, frozenset(finished.stderr.split())


def run(arguments: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"ONECS_HOME": str(home), "PATH": "", "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert finished.returncode == 0, finished.stderr
    return finished


def test_a_cached_script_starts_without_heavy_modules(tmp_path: Path) -> None:
    script = tmp_path / "hello.1cs"
    script.write_text('Сообщить("Привет");\n', "utf-8")
    output, loaded = output_and_modules(script, tmp_path / "home")
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
    output, loaded = output_and_modules(script, tmp_path / "home")
    assert output == "6а+б\n"
    assert not loaded & HEAVY - {"decimal", "collections"}
