"""`1cs repl` in a terminal of its own (a pty that, unlike real ones, never tells where its cursor is)."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[()][0-9A-B]|[=>78])")
_PATIENCE = 90


class Terminal:
    """A running dialogue: keys go in, what the screen was sent comes out."""

    def __init__(self, environment: dict[str, str], *arguments: str) -> None:
        self._master, slave = pty.openpty()
        command = [sys.executable, "-m", "interpreter.cli.start", "repl", *arguments]
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.raw = ""
        self._seen = 0

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    @property
    def text(self) -> str:
        """All that was shown, without escape sequences."""
        return _ESCAPES.sub("", self.raw)

    def wait_for(self, wanted: str, seconds: float = _PATIENCE) -> str:
        """What was shown behind what was waited for before, up to the wanted text.

        Not only what comes from now on: on a busy machine both may have come at once.
        """
        place = self._seen
        end = time.monotonic() + seconds
        while (found := self.text.find(wanted, place)) < 0:
            assert time.monotonic() < end, f"{wanted!r} is not in {self.text[place:]!r}"
            self._read(0.1)
        self._seen = found + len(wanted)
        return self.text[place : self._seen]

    def listen(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.1)

    def leave(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        return self.process.wait(1)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def _read(self, seconds: float) -> None:
        if not select.select([self._master], [], [], seconds)[0]:
            return
        try:
            self.raw += os.read(self._master, 65536).decode("utf-8", "replace")
        except OSError:
            # Linux says so when the other end has closed.
            time.sleep(seconds)


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def open_one(*arguments: str, **variables: str) -> Terminal:
        inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        environment = {**inherited, "TERM": "xterm-256color", "ONECS_HOME": str(tmp_path), "LANG": "C.UTF-8"}
        terminal = Terminal({**environment, **variables}, *arguments)
        opened.append(terminal)
        terminal.wait_for("Ctrl-D")
        terminal.wait_for("Элемент> " if "--language=element" in arguments else "1С> ")
        return terminal

    yield open_one
    for terminal in opened:
        terminal.close()


def test_an_expression_is_answered_and_ctrl_d_leaves(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("20 + 22\r")
    terminal.wait_for("42\r\n1С> ")
    terminal.type("\x04")
    assert terminal.leave() == 0


def test_a_block_is_typed_line_by_line(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("Для Сч = 7 По 8 Цикл\r")
    terminal.wait_for("… ")
    terminal.type("Сообщить(Сч * 11);\rКонецЦикла\r")
    assert "77\r\n88\r\n" in terminal.wait_for("88\r\n")


def test_an_error_has_a_caret_and_keeps_variables(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("А = 11\r")
    terminal.wait_for("\n1С> ")
    terminal.type("А / 0\r")
    assert "Деление на 0" in terminal.wait_for("^^^^^")
    terminal.type("А * 3\r")
    terminal.wait_for("33\r\n")


def test_ctrl_c_interrupts_running_code(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("А = 11; Сообщить(А * 7); Пока Истина Цикл КонецЦикла\r")
    terminal.wait_for("77\r\n")
    terminal.process.send_signal(signal.SIGINT)
    terminal.wait_for("Прервано\r\n")
    terminal.type("А * 3\r")
    terminal.wait_for("33\r\n")


def test_ctrl_c_gives_up_the_line(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("Если Ложь Тогда\r")
    terminal.wait_for("… ")
    terminal.type("\x03")
    terminal.wait_for("\n1С> ")
    terminal.type("5 * 5\r")
    terminal.wait_for("25\r\n")


def test_the_menu_of_names_opens_while_typing(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("Сооб")
    assert "Сообщить" in terminal.wait_for("ТекстСообщения")


def test_members_and_types_of_element_are_offered(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("--language=element")
    terminal.type("знч Список = новый Масс")
    assert "Массив([Обходимое" in terminal.wait_for("Массив([Обходимое")
    terminal.type("ив<Число>()\r")
    terminal.wait_for("\nЭлемент> ")
    terminal.type("Список.Доба")
    terminal.wait_for("Добавить(Элемент")
    terminal.type("вить(7)\r")
    terminal.wait_for("Истина\r\n")
    terminal.type("Спис")
    terminal.wait_for("этот диалог")
    terminal.type("\t")
    terminal.listen(0.5)
    terminal.type("[0] * 6\r")
    terminal.wait_for("42\r\n")


def test_a_method_of_element_is_typed_line_by_line(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal("--language=element")
    terminal.type("метод Дважды(Х: Число): Число\r")
    terminal.wait_for("… ")
    terminal.type("возврат Х * 2\r;\r")
    terminal.wait_for("\nЭлемент> ")
    terminal.type("Дважды(21)\r")
    terminal.wait_for("42\r\n")


def test_leaving_the_work_returns_its_code(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("ЗавершитьРаботу(7)\r")
    assert terminal.leave() == 7


def test_history_outlives_the_dialogue(open_terminal: Callable[..., Terminal]) -> None:
    first = open_terminal()
    first.type("1000 + 111\r")
    first.wait_for("111\r\n1С> ")
    first.type("\x04")
    assert first.leave() == 0
    second = open_terminal()
    # The history is read while the person begins to type.
    end = time.monotonic() + _PATIENCE
    while "1000 + 111" not in second.text:
        assert time.monotonic() < end
        second.type("\x1b[A")
        second.listen(0.3)
    second.type("\r")
    second.wait_for("1\xa0111\r\n")


def test_a_silent_terminal_is_not_remarked_upon(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal()
    terminal.listen(2.5)
    assert "CPR" not in terminal.text and "WARNING" not in terminal.text.upper()


def test_a_dumb_terminal_gets_no_escape_sequences(open_terminal: Callable[..., Terminal]) -> None:
    terminal = open_terminal(TERM="dumb")
    terminal.type("20 + 22\r")
    terminal.wait_for("42\r\n")
    assert "\x1b" not in terminal.raw


def test_colours_are_used_unless_refused(open_terminal: Callable[..., Terminal]) -> None:
    coloured, plain = open_terminal(), open_terminal(NO_COLOR="1")
    for terminal in (coloured, plain):
        terminal.type("Если")
        terminal.wait_for("Если")
    colour = re.compile(r"\x1b\[[0-9;]*3[0-9]")
    end = time.monotonic() + _PATIENCE
    while not colour.search(coloured.raw):
        assert time.monotonic() < end
        coloured.listen(0.1)
    plain.listen(0.5)
    assert not colour.search(plain.raw)


def run_piped(text: str, home: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "interpreter.cli.start", *arguments]
    environment = {**os.environ, "ONECS_HOME": str(home), "LC_ALL": "C"}
    return subprocess.run(command, input=text.encode(), capture_output=True, env=environment, timeout=60, check=False)


@pytest.mark.parametrize("arguments", [(), ("repl",)])
def test_a_pipe_gets_answers_only(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run_piped('Сообщить(1+1)\n"ёж"\n', tmp_path, *arguments)
    assert (done.stdout.decode(), done.stderr.decode(), done.returncode) == ('2\n"ёж"\n', "", 0)


def test_a_failure_in_a_pipe_is_told_by_the_exit_code(tmp_path: Path) -> None:
    done = run_piped("1/0\n2\n", tmp_path)
    assert done.stdout == b"2\n"
    assert "Деление на 0" in done.stderr.decode()
    assert done.returncode == 1
