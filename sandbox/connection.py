"""A client of a server: lines and octets in, octets out, with limits of length, time and pace; TLS when wanted."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from sandbox.line_reader import LineTooLong, read_line
from sandbox.transcript import Transcript

if TYPE_CHECKING:
    from sandbox.tls import Tls

_QUICK_ACK: int | None = getattr(socket, "TCP_QUICKACK", None)
"""Linux has it."""
_PARTING_SECONDS = 1
_LINES_BETWEEN_LOOKS = 256
"""Of a letter, at the clock."""
_MOST_DROPPED = 1 << 18
"""Octets of a command that is too long."""
_TLS_SECONDS = 20.0
_SLOWEST_PIECES_A_SECOND = 10


class Connection:
    """Reads raise ConnectionError when the client is gone, TimeoutError when it is silent, LineTooLong."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        transcript: Transcript | None = None,
        tls: Tls | None = None,
        lines_per_second: int = 0,
    ) -> None:
        self.transcript = transcript or Transcript("", "")
        self.line_limit = 0
        self.seconds = 0.0
        self.rate = 0.0
        """Octets a second that the client gets; 0: as fast as it takes them."""
        self._reader = reader
        self._writer = writer
        self._socket: socket.socket = writer.get_extra_info("socket")
        self._tls = tls
        self._pace = _Pace(lines_per_second) if lines_per_second else None
        self._held = bytearray()
        """Written but not sent: only while the rate is limited."""

    @property
    def offers_tls(self) -> bool:
        """Whether the client may ask for TLS now."""
        return self._tls is not None and not self.transcript.tls

    async def line(self, secret: bool = False) -> bytes:
        """The next line without its end; a secret one is not kept in the transcript."""
        if self._pace is not None:
            await self._pace.step()
        await self._send_held()
        async with asyncio.timeout(self.seconds):
            await self._writer.drain()
            line = await self._next_line()
        if secret:
            self.transcript.client_secret()
        else:
            self.transcript.client(line)
        return line

    async def line_at_leisure(self) -> bytes:
        """The next line, however long it takes to come."""
        line = await self._next_line()
        self.transcript.client(line)
        return line

    async def drop_line(self, begun: LineTooLong) -> bool:
        """Pass over the rest of a line that is too long; False: it goes on and on, so nobody would wait for its end."""
        dropped = begun.size
        ended = begun.ended
        while not ended and dropped < _MOST_DROPPED:
            try:
                async with asyncio.timeout(self.seconds):
                    await self._next_line()
                ended = True
            except LineTooLong as error:
                ended = error.ended
                dropped += error.size
        return ended

    async def letter(self, most: int, longest_line: int) -> bytes | None:
        """The lines up to a lone dot (RFC 5321, 4.1.1.4), without the dots that were added; None: more than `most`.

        Nothing but CRLF ends a line, so nobody can smuggle another letter in. Raises LineTooLong behind the dot.
        """
        await self.flush()
        # Not a list of lines: an empty one takes 2 octets on the wire, and 40 as an object.
        raw = bytearray()
        size = count = 0
        broken = rest = False
        async with asyncio.timeout(self.seconds) as patience:
            while True:
                try:
                    line = await self._line_of_letter(longest_line)
                except LineTooLong as error:
                    broken, rest = True, not error.ended
                    continue
                if rest:
                    rest = False
                    continue
                if line.startswith(b"."):
                    if line == b".\r\n":
                        break
                    line = line[1:]
                size += len(line)
                if size <= most and not broken:
                    raw += line
                count += 1
                if count % _LINES_BETWEEN_LOOKS == 0:
                    patience.reschedule(asyncio.get_running_loop().time() + self.seconds)
        self.transcript.client(b"[%d octets]" % size)
        if broken:
            raise LineTooLong
        return bytes(raw) if size <= most else None

    async def chunk(self, count: int, most: int) -> bytes | None:
        """Exactly so many octets; None, when that is more than `most`: then they are passed over."""
        if count <= most:
            return await self.octets(count)
        while count:
            count -= len(await self.octets(min(count, 1 << 20)))
        return None

    async def octets(self, count: int) -> bytes:
        """Exactly so many octets; the time limit counts from the last ones that came."""
        await self.flush()
        pieces = []
        left = count
        while left:
            async with asyncio.timeout(self.seconds):
                piece = await self._reader.read(min(left, 1 << 18))
            if not piece:
                raise ConnectionResetError("the client went away")
            pieces.append(piece)
            left -= len(piece)
        self.transcript.client(b"[%d octets]" % count)
        return b"".join(pieces)

    def write(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.transcript.server(piece)
        if self.rate:
            self._held += b"".join(pieces)
        elif not self._writer.transport.is_closing():
            # Not writelines(): Python 3.12 and 3.13 go on watching the socket of a lost connection, so that the next
            # client with its number is not heard; and they do not let drain() wait.
            for piece in pieces:
                self._writer.write(piece)

    async def part(self) -> None:
        """Wait until the client has taken the last answer.

        What it has sent and nobody reads would make the kernel reset the connection, and the answer be lost.
        """
        await self.flush()
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(_PARTING_SECONDS):
                if self.transcript.tls:
                    self._writer.close()
                    await self._writer.wait_closed()
                    return
                self._writer.write_eof()
                while await self._reader.read(1 << 16):
                    pass

    async def flush(self) -> None:
        """Wait until the client has taken most of what was written."""
        await self._send_held()
        async with asyncio.timeout(self.seconds):
            await self._writer.drain()

    def abort(self) -> None:
        """End the connection at once, without a word."""
        self._writer.transport.abort()

    async def nothing_sent_ahead(self) -> bool:
        """Whether nothing came behind the last line: what did before TLS could have been slipped in by anybody."""
        ahead = asyncio.ensure_future(self._reader.read(1))
        await asyncio.sleep(0)
        if ahead.done():
            return False
        ahead.cancel()
        await asyncio.wait((ahead,))
        return ahead.cancelled()

    async def start_tls(self) -> None:
        """Shake hands; raises OSError (ssl.SSLError) and TimeoutError when that fails."""
        assert self._tls is not None, "TLS is not offered"
        try:
            await self._writer.start_tls(self._tls.context(), ssl_handshake_timeout=min(self.seconds, _TLS_SECONDS))
        except OSError as error:
            self.transcript.note(f"TLS не получилось: {getattr(error, 'reason', None) or error}")
            raise
        self.transcript.tls = True
        chosen = self._writer.get_extra_info("ssl_object")
        self.transcript.note(f"{chosen.version()} {chosen.cipher()[0]}" if chosen is not None else "TLS")

    async def _line_of_letter(self, longest: int) -> bytes:
        try:
            return await read_line(self._reader, longest, b"\r\n")
        except asyncio.IncompleteReadError as error:
            raise ConnectionResetError("the client went away") from error

    async def _next_line(self) -> bytes:
        if _QUICK_ACK is not None:
            # A client that sends a command in two pieces (imapclient does) waits 40 ms for our acknowledgement of the
            # first one, unless the kernel is told before every read to send it at once.
            self._socket.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)
        try:
            line = await read_line(self._reader, self.line_limit)
        except asyncio.IncompleteReadError as error:
            raise ConnectionResetError("the client went away") from error
        return line.rstrip(b"\r\n")

    async def _send_held(self) -> None:
        size = max(1, int(self.rate / _SLOWEST_PIECES_A_SECOND))
        while self._held:
            self._writer.write(bytes(self._held[:size]))
            del self._held[:size]
            async with asyncio.timeout(self.seconds):
                await self._writer.drain()
            await asyncio.sleep(size / self.rate)


class _Pace:
    """Lets through so many lines a second; whoever is faster waits."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0
        self._began = time.monotonic()

    async def step(self) -> None:
        self._count += 1
        now = time.monotonic()
        if self._count > self._most and now - self._began < 1:
            await asyncio.sleep(1 - (now - self._began))
            now = time.monotonic()
        if now - self._began >= 1:
            self._began, self._count = now, 1
