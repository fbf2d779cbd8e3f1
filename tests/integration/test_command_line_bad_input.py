"""`1cs` against whatever it is given: it ends with a code that says why, and never with a dump of Python."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

START = [sys.executable, "-m", "interpreter.cli.start"]
ENDLESS = "Процедура без конца вызывает сама себя"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "ONECS_HOME": str(tmp_path / "home")}


def run(
    arguments: list[str], home: dict[str, str], folder: Path, *, stdin: bytes = b"", memory: int = 0
) -> subprocess.CompletedProcess[bytes]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    command = [*START, *arguments]
    return subprocess.run(
        command, capture_output=True, cwd=folder, env=home, input=stdin, timeout=120, check=False,
        preexec_fn=limit if memory else None,
    )  # fmt: skip


def script(folder: Path, text: str | bytes) -> str:
    (folder / "сценарий.1cs").write_bytes(text if isinstance(text, bytes) else text.encode())
    return "сценарий.1cs"


def check(finished: subprocess.CompletedProcess[bytes], code: int, message: str) -> None:
    errors = finished.stderr.decode()
    assert "Traceback" not in errors
    assert message in errors
    assert finished.returncode == code


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        pytest.param(b"", 0, "", id="nothing"),
        pytest.param(bytes(range(256)) * 8, 65, "Кодировка файла не распознана", id="every byte"),
        pytest.param(b"\x98\xff\xfe\x00" * 2_500_000, 65, "Кодировка файла не распознана", id="ten megabytes"),
        pytest.param(b"\x00\x00\x00", 65, "", id="zero bytes"),
        pytest.param("А = " + "(" * 100_000 + "1" + ")" * 100_000 + ";", 65, "Слишком большая вложенность", id="()"),
        pytest.param("А = " + "[" * 100_000, 65, "Слишком большая вложенность", id="[["),
        pytest.param("Если Истина Тогда " * 50_000, 65, "Слишком большая вложенность", id="Если"),
        pytest.param("А = " + "НЕ " * 50_000 + "Истина;", 65, "Слишком большая вложенность", id="НЕ"),
        pytest.param("А = 1" + " + 1" * 50_000 + ";", 65, "Слишком большая вложенность", id="1 + 1"),
        pytest.param('А = "' + "я" * 3_000_000, 65, "…", id="a line of six megabytes"),
    ],
)
def test_a_text_that_is_no_program_is_refused(
    tmp_path: Path, home: dict[str, str], text: str | bytes, code: int, message: str
) -> None:
    finished = run(["run", script(tmp_path, text)], home, tmp_path)
    check(finished, code, message)
    assert finished.stdout == b""
    assert len(finished.stderr) < 5_000


@pytest.mark.parametrize(
    "text",
    [
        "Процедура П() П(); КонецПроцедуры\nП();",
        "Процедура П(А) А = А + 1; П(А); КонецПроцедуры\nА = 1; П(А);",
        'Функция П() Возврат Вычислить("П()"); КонецФункции\nА = П();',
        'Процедура П() Выполнить("П()"); КонецПроцедуры\nП();',
        "Процедура П() Попытка П(); Исключение ВызватьИсключение; КонецПопытки; КонецПроцедуры\nП();",
        "Функция П(М) М.Добавить(П(М)); Возврат М; КонецФункции\nА = П(Новый Массив);",
        'Функция П(С) Возврат СтрДлина(Формат(П(С), С)); КонецФункции\nА = П("");',
    ],
)
def test_endless_recursion_is_an_error_of_the_script(tmp_path: Path, home: dict[str, str], text: str) -> None:
    check(run(["run", script(tmp_path, text)], home, tmp_path), 1, ENDLESS)


def test_values_nested_deeper_than_the_stack_do_not_crash(tmp_path: Path, home: dict[str, str]) -> None:
    text = """
    М = Новый Массив; Внешний = М; С = Новый Структура; Наружная = С;
    Для Сч = 1 По 200000 Цикл
        Вложенный = Новый Массив; М.Добавить(Вложенный); М = Вложенный;
        Внутренняя = Новый Структура; С.Вставить("С", Внутренняя); С = Внутренняя;
    КонецЦикла;
    Сообщить(Внешний = М); Внешний = 0; Наружная = 0;
    """
    finished = run(["run", script(tmp_path, text)], home, tmp_path)
    check(finished, 0, "")
    assert finished.stdout.decode() == "Нет\n"


def test_memory_that_runs_out_is_an_error_of_the_script(tmp_path: Path, home: dict[str, str]) -> None:
    text = 'А = "1"; Пока Истина Цикл А = А + А; КонецЦикла;'
    check(run(["run", script(tmp_path, text)], home, tmp_path, memory=600_000_000), 1, "Недостаточно памяти")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, home: dict[str, str]) -> None:
    (tmp_path / "папка.1cs").mkdir()
    check(run(["run", "папка.1cs"], home, tmp_path), 2, "Это папка")
    check(run(["run", "нет такого"], home, tmp_path), 2, "Файл не найден: нет такого")
    check(run(["run", "а\0б".replace("\0", "/")], home, tmp_path), 2, "Файл не найден")
    (tmp_path / "файл").write_text("", "utf-8")
    check(run(["run", "файл/внутри.1cs"], home, tmp_path), 2, "Не удалось прочитать файл")


def test_the_exit_code_tells_how_a_run_ended(tmp_path: Path, home: dict[str, str]) -> None:
    def code(text: str) -> int:
        return run(["run", script(tmp_path, text)], home, tmp_path).returncode

    assert code("А = 1;") == 0
    assert code("А = 1 / 0;") == 1
    assert code("А = ;") == 65
    assert code("ЗавершитьРаботу(7);") == 7
    assert code("Попытка ЗавершитьРаботу(3); Исключение КонецПопытки;") == 3
    assert run(["run"], home, tmp_path).returncode == 2
    assert run(["--нет-такого"], home, tmp_path).returncode == 2


def test_only_the_script_writes_to_standard_output(tmp_path: Path, home: dict[str, str]) -> None:
    finished = run(["run", script(tmp_path, 'Сообщить("до");\nА = 1 / 0;')], home, tmp_path)
    assert finished.stdout.decode() == "до\n"
    assert "Деление на 0" in finished.stderr.decode()


@pytest.mark.parametrize("style", ["short", "full", "json"])
def test_errors_are_written_in_the_style_asked_for(tmp_path: Path, home: dict[str, str], style: str) -> None:
    name = script(tmp_path, "А = 1 / 0;")
    errors = run([f"--errors={style}", "run", name], home, tmp_path).stderr.decode()
    header = f"{{{name}(1,5)}}: Деление на 0\n"
    if style == "json":
        assert json.loads(errors)["message"] == "Деление на 0"
        assert (json.loads(errors)["line"], json.loads(errors)["column"]) == (1, 5)
    elif style == "short":
        assert errors == header
    else:
        assert errors == header + "    1 │ А = 1 / 0;\n      │     ^^^^^\n"


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "koi8-r"}, {"PYTHONIOENCODING": "ascii"}])
def test_output_is_utf8_whatever_the_locale(tmp_path: Path, home: dict[str, str], locale: dict[str, str]) -> None:
    finished = run(["-e", 'Сообщить("Ёж ☃ 😀");'], home | locale, tmp_path)
    assert (finished.returncode, finished.stdout.decode()) == (0, "Ёж ☃ 😀\n")


def test_a_reader_that_leaves_ends_the_script_quietly(tmp_path: Path, home: dict[str, str]) -> None:
    name = script(tmp_path, "Для Сч = 1 По 300000 Цикл Сообщить(Сч); КонецЦикла;")
    process = subprocess.Popen(
        [*START, "run", name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=home
    )
    with process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == b"1\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def shell(line: str, home: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    command = " ".join(START) + line
    return subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, encoding="utf-8", cwd=folder, env=home, timeout=60,
        check=False,
    )  # fmt: skip


def test_streams_may_be_closed(tmp_path: Path, home: dict[str, str]) -> None:
    name = script(tmp_path, 'Сообщить("а"); ВызватьИсключение "ой";')
    assert shell(f" run {name} >&-", home, tmp_path).returncode == 1
    assert shell(f" run {name} 2>&-", home, tmp_path).stdout == "а\n"
    assert shell(f" run {name} <&- >&- 2>&-", home, tmp_path).returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(tmp_path: Path, home: dict[str, str]) -> None:
    finished = shell(f" run {script(tmp_path, 'Сообщить(1);')} > /dev/full", home, tmp_path)
    assert finished.returncode == 1
    assert finished.stderr.startswith("Не удалось записать вывод:")


WAITING = """
Профиль = Новый ИнтернетПочтовыйПрофиль;
Профиль.АдресСервераSMTP = "127.0.0.1";
Профиль.ПортSMTP = {port};
Почта = Новый ИнтернетПочта;
Попытка Почта.Подключиться(Профиль); Исключение КонецПопытки;
Сообщить("так и не ответил");
"""


@pytest.mark.parametrize(
    "text",
    [
        "Пока Истина Цикл КонецЦикла;",
        "Пока Истина Цикл Попытка А = 1 / 0; Исключение А = 0; КонецПопытки; КонецЦикла;",
        'Пока Истина Цикл Выполнить("А = 1 + 1;"); КонецЦикла;',
        WAITING,
    ],
)
def test_an_interrupted_script_ends_with_130(tmp_path: Path, home: dict[str, str], text: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = str(silent.getsockname()[1])
        begin = 'Для Сч = 1 По 3000 Цикл Сообщить("…"); КонецЦикла;\n'
        name = script(tmp_path, begin + text.replace("{port}", port))
        process = subprocess.Popen(
            [*START, "run", name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=home
        )
        with process:
            assert process.stdout and process.stderr
            process.stdout.readline()
            if text is WAITING:
                silent.settimeout(60)
                connection = silent.accept()[0]
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            try:
                errors = process.communicate(timeout=120)[1].decode()
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        if text is WAITING:
            connection.close()
    assert (process.returncode, errors) == (130, "Прервано\n")


def test_a_mistake_of_ours_is_told_as_ours(tmp_path: Path, home: dict[str, str]) -> None:
    break_sending = (
        "import sys\n"
        "from interpreter.cli import host, start\n"
        "def write(self, text): raise LookupError('ours')\n"
        "host.ConsoleHost.write = write\n"
        "sys.exit(start.main(['run', sys.argv[1]]))\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", break_sending, script(tmp_path, "Попытка Сообщить(1); Исключение КонецПопытки;")],
        capture_output=True, cwd=tmp_path, env=home, check=False,
    )  # fmt: skip
    errors = finished.stderr.decode()
    assert finished.returncode == 70
    assert "LookupError: ours" in errors
    assert errors.endswith("Внутренняя ошибка 1cs: сценарий ни при чём\n")
