"""What comes over a socket, with a limit for every silence, for every line, and for the whole answer.

The timeout of a socket is for one piece only: a server that sends an octet now and then would hold a script for ever.
"""

from __future__ import annotations

import socket
from io import BufferedReader, BytesIO, RawIOBase
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER = 64 * 1024
_PIECE = 1024 * 1024
# Octets a second below which a server only pretends to answer: within a line, and on the whole.
_SLOWEST_LINE = 64
_SLOWEST_ANSWER = 1024
# While it works on a long command, a server may send lines that say nothing else than that it is alive.
_LINES_IN_PATIENCE = 10


class Wire:
    """Reads answers from a connected socket by its timeout; TimeoutError when one takes too long."""

    def __init__(self, connected: socket.socket) -> None:
        self.connected = connected
        self._pace = _Pace(connected)
        self._reader = BufferedReader(self._pace, _BUFFER)
        self._taken = 0

    @property
    def holds_more(self) -> bool:
        """Whether more has come than was read."""
        return self._pace.octets > self._taken

    def expect(self) -> None:
        """Another answer is awaited from now on."""
        self._pace.expect_answer()

    def readline(self, limit: int) -> bytes:
        """A line with its end; without one when the connection has ended or the line is longer than the limit."""
        self._pace.expect_line()
        line = self._reader.readline(limit)
        self._taken += len(line)
        return line

    def read(self, size: int) -> bytes:
        """So many octets; fewer when the connection has ended."""
        self._pace.expect_line()
        read = self._read(size)
        self._taken += len(read)
        return read

    def _read(self, size: int) -> bytes:
        if size <= _PIECE:
            return self._reader.read(size)
        # Memory is taken for what has come, not for what a server says will come.
        whole = BytesIO()
        while size > 0 and (piece := self._reader.read(min(size, _PIECE))):
            whole.write(piece)
            size -= len(piece)
        return whole.getvalue()


class _Pace(RawIOBase):
    def __init__(self, connected: socket.socket) -> None:
        self._connected = connected
        self.octets = 0
        self.expect_answer()

    def expect_answer(self) -> None:
        self._answer_began = monotonic()
        self._octets_of_answer = 0
        self.expect_line()

    def expect_line(self) -> None:
        self._line_began: float | None = None
        self._octets_of_line = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        patience = self._connected.gettimeout()
        left = patience if patience is None else self._left(patience)
        self._connected.settimeout(left)
        try:
            count = self._connected.recv_into(buffer)
        finally:
            self._connected.settimeout(patience)
        self.octets += count
        self._octets_of_answer += count
        self._octets_of_line += count
        return count

    def _left(self, patience: float) -> float:
        """Seconds that the server still has."""
        now = monotonic()
        if self._line_began is None:
            self._line_began = now
        of_line = self._line_began + patience + self._octets_of_line / _SLOWEST_LINE
        of_answer = self._answer_began + patience * _LINES_IN_PATIENCE + self._octets_of_answer / _SLOWEST_ANSWER
        left = min(of_line, of_answer) - now
        if left <= 0:
            raise TimeoutError("timed out")
        return min(left, patience)


def send_in_pieces(connected: socket.socket, data: bytes) -> None:
    """sendall() for letters of any size: its timeout is for the whole, however much there is to send."""
    whole = memoryview(data)
    for start in range(0, len(whole), _PIECE // 8):
        connected.sendall(whole[start : start + _PIECE // 8])
