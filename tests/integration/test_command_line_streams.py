"""`1cs` started by services and in pipes: without stdin or stdout, and with an output that takes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

START = [sys.executable, "-m", "interpreter.cli.start"]
FULL = Path("/dev/full")
STDIN, STDOUT = 0, 1


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "ONECS_HOME": str(tmp_path / "home")}


def without(stream: int, arguments: list[str], home: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*START, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=home, timeout=120, check=False,
        preexec_fn=lambda: os.close(stream),
    )  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="streams are closed otherwise there")
@pytest.mark.parametrize(
    ("stream", "arguments", "code"),
    [
        (STDIN, [], 0),
        (STDIN, ["run", "-"], 0),
        (STDIN, ["mail", "account", "set", "ivan@yandex.ru"], 0),
        (STDIN, ["mail", "put", "ivan@1c.ru", "-"], 2),
        (STDOUT, [], 0),
        (STDOUT, ["--version"], 0),
        (STDOUT, ["doc", "Массив"], 0),
        (STDOUT, ["mail"], 0),
        (STDOUT, ["-e", "Сообщить(1)"], 0),
    ],
)
def test_a_missing_stream_is_no_trouble(stream: int, arguments: list[str], code: int, home: dict[str, str]) -> None:
    finished = without(stream, arguments, home)
    assert b"Traceback" not in finished.stderr, finished.stderr.decode()
    assert finished.returncode == code


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["doc", "Массив"], ""),
        (["mail"], ""),
        (["-e", "Сообщить(1)"], ""),
        (["run", "-"], "Сообщить(1)"),
        (["repl", "--language=enterprise"], "Сообщить(1)\n"),
    ],
)
def test_an_output_that_takes_nothing_is_told(arguments: list[str], text: str, home: dict[str, str]) -> None:
    with FULL.open("wb") as output:
        finished = subprocess.run(
            [*START, *arguments], stdout=output, stderr=subprocess.PIPE, env=home, input=text.encode(), timeout=120,
            check=False,
        )  # fmt: skip
    assert finished.stderr.decode() == "Не удалось записать вывод: нет места на диске\n"
    assert finished.returncode == 1
