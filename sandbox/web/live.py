"""What is new, told to open pages at once (server-sent events), and to whoever waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sandbox.api import SandboxApi

_LOOK_ROUND_SECONDS = 0.5
"""How often to look for what other processes did; changes of our own wake at once."""
_SIGN_OF_LIFE_SECONDS = 15.0


class Changes:
    """Lets a coroutine sleep until something may have changed."""

    def __init__(self, event: asyncio.Event) -> None:
        self._event = event

    async def nap(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_ROUND_SECONDS):
                await self._event.wait()
        except TimeoutError:
            return
        finally:
            self._event.clear()


@contextmanager
def changes(api: SandboxApi) -> Iterator[Changes]:
    loop = asyncio.get_running_loop()
    event = asyncio.Event()

    def wake() -> None:
        # The change may come from another thread, and while the loop is being closed.
        if not loop.is_closed():
            loop.call_soon_threadsafe(event.set)

    end = api.listen(wake)
    try:
        yield Changes(event)
    finally:
        end()


@dataclass(frozen=True, slots=True)
class Sign:
    """The name of an event, and what shows another value when it is due."""

    name: str
    look: Callable[[], object]


async def events(api: SandboxApi) -> AsyncGenerator[bytes, None]:
    """The stream for one page, until it is closed."""
    signs = (
        Sign("letters", api.version),
        Sign("connections", lambda: [(each.number, each.ended is None) for each in api.connections()]),
        Sign("faults", lambda: [(each.number, each.happened) for each in api.faults()]),
    )
    now = asyncio.get_running_loop().time
    with changes(api) as new:
        seen = {sign.name: await asyncio.to_thread(sign.look) for sign in signs}
        yield _event("ready")
        told = now()
        while True:
            await new.nap()
            for sign in signs:
                value = await asyncio.to_thread(sign.look)
                if value != seen[sign.name]:
                    seen[sign.name], told = value, now()
                    yield _event(sign.name)
            if now() - told > _SIGN_OF_LIFE_SECONDS:
                # Writing shows whether anybody is still there.
                told = now()
                yield b": still here\n\n"


def _event(name: str) -> bytes:
    return f"event: {name}\ndata: {{}}\n\n".encode("ascii")
