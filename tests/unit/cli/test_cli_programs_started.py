"""What programs that a script starts write, beside what the script writes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    script = folder / "сценарий.os"
    script.write_text(text, "utf-8")
    command = [sys.executable, "-m", "interpreter.cli.start", "run", str(script)]
    environment = os.environ | {"ONECS_HOME": str(folder)}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False)


def test_programs_and_the_script_write_in_turn(tmp_path: Path) -> None:
    finished = run(
        tmp_path,
        """
        Сообщить("раз");
        КомандаСистемы("echo два");
        Сообщить("три");
        ЗапуститьПриложение("echo четыре", , Истина);
        Сообщить("пять");
        """,
    )
    assert finished.stdout.split() == ["раз", "два", "три", "четыре", "пять"]
    assert (finished.stderr, finished.returncode) == ("", 0)


def test_a_job_keeps_its_messages_and_its_programs_write_where_errors_go(tmp_path: Path) -> None:
    finished = run(
        tmp_path,
        """
        Процедура П() Экспорт
            Сообщить("из задания");
            КомандаСистемы("echo из программы");
        КонецПроцедуры
        Задание = ФоновыеЗадания.Выполнить("П").ОжидатьЗавершенияВыполнения();
        Сообщить(Задание.Состояние);
        """,
    )
    assert finished.stdout == "Завершено\n"
    assert finished.stderr == "из программы\n"


def test_a_script_that_ends_does_not_wait_for_a_program(tmp_path: Path) -> None:
    # The program must not keep the output that the test reads to its end.
    text = """ЗапуститьПриложение("sh -c 'exec sleep 60 >/dev/null 2>&1'"); Сообщить("конец");"""
    start = time.monotonic()
    assert run(tmp_path, text).stdout == "конец\n"
    assert time.monotonic() - start < 50
