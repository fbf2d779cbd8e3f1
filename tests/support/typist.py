"""Keys typed into the prompt of the dialogue, without a terminal."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output import DummyOutput

from interpreter.repl.terminal import make_prompt

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import History
    from prompt_toolkit.input import PipeInput

    from interpreter.repl.dialogue import Dialogue

_PAUSE = 0.05
_PATIENCE = 60
"""Seconds."""


class Typist:
    """Types keys into a prompt piece by piece; keeps what the menu and the suggestion were."""

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
        # Some live as long as the prompt.
        others = set(prompt.app._background_tasks)
        for piece in pieces:
            self.pipe.send_text(piece)
            await self._settled(prompt, others)
            if reading.done():
                break
            buffer = prompt.default_buffer
            if state := buffer.complete_state:
                self.menu = [each.text for each in state.completions]
            self.suggestion = buffer.suggestion.text if buffer.suggestion else ""
        return await asyncio.wait_for(reading, _PATIENCE)

    async def _settled(self, prompt: PromptSession[str], others: set[asyncio.Task[None]]) -> None:
        """The keys are read, and the menus and suggestions that come by themselves are there."""
        until = asyncio.get_running_loop().time() + _PATIENCE
        await asyncio.sleep(_PAUSE)
        while any(_fills(task) for task in prompt.app._background_tasks - others):
            assert asyncio.get_running_loop().time() < until
            await asyncio.sleep(_PAUSE / 5)
        await asyncio.sleep(_PAUSE)


def _fills(task: asyncio.Task[None]) -> bool:
    """Whether it makes a menu or a suggestion; others only wait for more keys."""
    return getattr(task.get_coro(), "__qualname__", "").startswith("Buffer.")
