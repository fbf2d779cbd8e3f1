"""What a program writes, read while it runs."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from subprocess import Popen

_PIECE = 1 << 20
_LONGEST_PAUSE = 0.05
"""Seconds between two looks at a program that writes nothing."""


class GrowingOutput:
    """A reader of the file into which a program writes: it waits for more until the program has ended.

    Its place in the file is its own: a place that is shared with the program would move what that writes.
    """

    __slots__ = ("_handle", "_place", "_process")

    def __init__(self, handle: int, process: Popen[bytes]) -> None:
        self._handle, self._process = os.dup(handle), process
        self._place = 0

    def read(self, count: int = -1) -> bytes:
        """What there is, not more than so many bytes; all until the program's end when negative; empty at the end."""
        if count < 0:
            return b"".join(iter(lambda: self.read(_PIECE), b""))
        from time import sleep

        pause = 0.001
        while count:
            # What it wrote before its end is in the file when its end is known.
            ended = self._process.poll() is not None
            data = self._written(count)
            if data or ended:
                self._place += len(data)
                return data
            sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        return b""

    def close(self) -> None:
        os.close(self._handle)

    def _written(self, count: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._handle, count, self._place)
        # Windows has one place for all.
        self._process.wait()
        os.lseek(self._handle, self._place, os.SEEK_SET)
        return os.read(self._handle, count)
