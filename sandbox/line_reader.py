"""Lines of any length over a reader that holds little: what a client sent ahead of its turn stays in its own kernel."""

from __future__ import annotations

import asyncio


class LineTooLong(Exception):
    """The client sent more than is allowed without a line end.

    `ended`: the end has come, too; `size`: so many octets were dropped.
    """

    def __init__(self, ended: bool = False, size: int = 0) -> None:
        super().__init__(ended, size)
        self.ended = ended
        self.size = size


async def read_line(reader: asyncio.StreamReader, limit: int, end: bytes = b"\n") -> bytes:
    """The next line with its end; raises LineTooLong, after dropping what came of it, and IncompleteReadError."""
    pieces: list[bytes] = []
    size = 0
    while True:
        try:
            piece = await reader.readuntil(end)
            ended = True
        except asyncio.LimitOverrunError as error:
            piece = await reader.read(error.consumed)
            ended = False
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise LineTooLong(ended, size)
        if ended:
            return b"".join(pieces)
