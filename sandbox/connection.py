"""A client of the IMAP or POP3 server: lines and octets in, octets out, with limits of length and time."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress

from sandbox.line_reader import read_line

_QUICK_ACK: int | None = getattr(socket, "TCP_QUICKACK", None)
"""Linux has it."""
_PARTING_SECONDS = 1


class Connection:
    """Reads raise ConnectionError when the client is gone, TimeoutError when it is silent, LineTooLong."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.line_limit = 0
        self.seconds = 0.0
        self._socket: socket.socket = writer.get_extra_info("socket")

    async def line(self) -> bytes:
        """The next line without its end."""
        async with asyncio.timeout(self.seconds):
            await self._writer.drain()
            return await self.line_at_leisure()

    async def line_at_leisure(self) -> bytes:
        """The next line, however long it takes to come."""
        if _QUICK_ACK is not None:
            # A client that sends a command in two pieces (imapclient does) waits 40 ms for our acknowledgement of the
            # first one, unless the kernel is told before every read to send it at once.
            self._socket.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)
        try:
            line = await read_line(self._reader, self.line_limit)
        except asyncio.IncompleteReadError as error:
            raise ConnectionResetError("the client went away") from error
        return line.rstrip(b"\r\n")

    async def octets(self, count: int) -> bytes:
        """Exactly so many octets; the time limit counts from the last ones that came."""
        await self.flush()
        pieces = []
        while count:
            async with asyncio.timeout(self.seconds):
                piece = await self._reader.read(min(count, 1 << 18))
            if not piece:
                raise ConnectionResetError("the client went away")
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)

    def write(self, *pieces: bytes) -> None:
        self._writer.writelines(pieces)

    async def part(self) -> None:
        """Wait until the client has taken the last answer.

        What it has sent and nobody reads would make the kernel reset the connection, and the answer be lost.
        """
        await self.flush()
        with suppress(OSError, TimeoutError):
            self._writer.write_eof()
            async with asyncio.timeout(_PARTING_SECONDS):
                while await self._reader.read(1 << 16):
                    pass

    async def flush(self) -> None:
        """Wait until the client has taken most of what was written."""
        async with asyncio.timeout(self.seconds):
            await self._writer.drain()
