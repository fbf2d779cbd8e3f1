"""Bytes of a source that can be searched before they are taken, in time that grows with their number only."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = 1 << 16


class Lookahead:
    __slots__ = ("_buffer", "_ended", "_place", "_read")

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._buffer = bytearray()
        self._place = 0
        self._ended = False

    def ended(self) -> bool:
        """Is there nothing more? Reads on to find out."""
        return self._place == len(self._buffer) and not self._more()

    def take(self, count: int | None) -> bytes:
        """So many bytes, or all that are left; fewer at the end."""
        while (count is None or len(self._buffer) - self._place < count) and self._more():
            pass
        end = len(self._buffer) if count is None else min(self._place + count, len(self._buffer))
        data = bytes(memoryview(self._buffer)[self._place : end])
        self._place = end
        return data

    def take_until(self, marker: bytes) -> tuple[bytes, bool]:
        """What stands before the marker, which is passed; all that is left when there is none, and False."""
        start = self._place
        while (found := self._buffer.find(marker, start)) < 0:
            # The marker may begin at the end of what is here.
            behind = len(self._buffer) - self._place - len(marker) + 1
            if not self._more():
                return self.take(None), False
            start = self._place + max(behind, 0)
        data = self.take(found - self._place)
        self._place += len(marker)
        return data, True

    def _more(self) -> bool:
        if self._ended:
            return False
        # What was taken goes when it is the greater part: so each byte moves a few times at most.
        if self._place > _PIECE and self._place * 2 > len(self._buffer):
            del self._buffer[: self._place]
            self._place = 0
        piece = self._read(_PIECE)
        self._buffer += piece
        self._ended = not piece
        return bool(piece)
