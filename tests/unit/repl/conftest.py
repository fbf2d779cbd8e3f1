"""A dialogue of its own for each test, in folders of its own."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from interpreter.repl.dialogue import Dialogue, DialogueHost
from interpreter.repl.terminal import make_prompt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from prompt_toolkit.history import History
    from prompt_toolkit.input import PipeInput

_PAUSE = 0.15
"""Seconds that menus and suggestions, which come by themselves, may take."""


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


class Typist:
    """Types keys into a prompt, with a pause between pieces; keeps what the menu and the suggestion were."""

    def __init__(self, dialogue: Dialogue, pipe: PipeInput) -> None:
        self.dialogue, self.pipe = dialogue, pipe
        self.history: History = InMemoryHistory()
        self.menu: list[str] = []
        self.suggestion = ""

    def type(self, *pieces: str) -> str:
        """The entry that the keys made."""
        return asyncio.run(self._type(pieces))

    async def _type(self, pieces: tuple[str, ...]) -> str:
        prompt = make_prompt(self.dialogue, self.history, input=self.pipe, output=DummyOutput())
        reading = asyncio.create_task(prompt.prompt_async())
        await asyncio.sleep(_PAUSE)
        for piece in pieces:
            self.pipe.send_text(piece)
            await asyncio.sleep(_PAUSE)
            if reading.done():
                break
            buffer = prompt.default_buffer
            if state := buffer.complete_state:
                self.menu = [each.text for each in state.completions]
            self.suggestion = buffer.suggestion.text if buffer.suggestion else ""
        return await asyncio.wait_for(reading, 5)


@pytest.fixture
def typist(dialogue: Dialogue) -> Iterator[Typist]:
    # Names are looked up while keys are typed; the library must not load then.
    dialogue.warm_up()
    with create_pipe_input() as pipe:
        yield Typist(dialogue, pipe)
