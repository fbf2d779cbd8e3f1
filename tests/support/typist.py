"""Keys typed into the prompt of the dialogue, without a terminal."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output import DummyOutput

from interpreter.repl.terminal import make_prompt

if TYPE_CHECKING:
    from prompt_toolkit.history import History
    from prompt_toolkit.input import PipeInput

    from interpreter.repl.dialogue import Dialogue

_PAUSE = 0.15
"""Seconds that menus and suggestions, which come by themselves, may take."""


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
