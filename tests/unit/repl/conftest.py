"""A dialogue of its own for each test, in folders of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.input import create_pipe_input

from interpreter.repl.dialogue import Dialogue, DialogueHost
from support.typist import Typist

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


class CapturedHost(DialogueHost):
    """pytest gives the test another output than the fixtures before it."""

    def write(self, text: str) -> None:
        self._output = sys.stdout
        super().write(text)

    def flush(self) -> None:
        self._output = sys.stdout
        super().flush()


@pytest.fixture
def dialogue(capsys: pytest.CaptureFixture[str]) -> Dialogue:
    return Dialogue("enterprise", CapturedHost())


@pytest.fixture
def told(dialogue: Dialogue, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """Enter a text; what the output says then."""

    def enter(text: str) -> str:
        dialogue.enter(text)
        return capsys.readouterr().out

    return enter


@pytest.fixture
def typist(dialogue: Dialogue) -> Iterator[Typist]:
    # Names are looked up while keys are typed; the library must not load then.
    dialogue.warm_up()
    with create_pipe_input() as pipe:
        yield Typist(dialogue, pipe)
