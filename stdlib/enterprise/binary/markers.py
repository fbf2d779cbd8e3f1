"""Finding markers, among bytes in memory and in a file that is being read."""

from __future__ import annotations

from runtime.errors import BadArgument
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.files.encodings import codec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from stdlib.enterprise.files.text_encoding import TextEncoding

_FIRST_CHUNK, _LARGEST_CHUNK = 1024, 1 << 18


def markers_of(given: object, encoding: TextEncoding | str | None, number: int) -> list[bytes]:
    """The bytes of a marker, or of an array of markers: texts in this encoding, buffers."""
    values = list(given) if isinstance(given, Array) else [given]
    made = [_bytes_of(value, encoding, number) for value in values]
    if not made or b"" in made:
        raise BadArgument(number, hint="Пустого разделителя не бывает")
    return made


def _bytes_of(value: object, encoding: TextEncoding | str | None, number: int) -> bytes:
    if isinstance(value, str):
        return value.encode(codec(encoding), "replace")
    if isinstance(value, BinaryDataBuffer):
        return bytes(value.data)
    raise BadArgument(number, "Несоответствие типов")


def pieces(data: bytes, markers: list[bytes]) -> Iterator[bytes]:
    """What stands between the markers; the last piece is what follows the last one."""
    if len(markers) == 1:
        yield from data.split(markers[0])
        return
    from re import escape, finditer

    start = 0
    for found in finditer(b"|".join(escape(marker) for marker in markers), data):
        yield data[start : found.start()]
        start = found.end()
    yield data[start:]


class Seeker:
    """Reads a file up to the nearest of several markers; of those at one place the first given counts.

    `step`: markers stand only at multiples of it, as the characters of UTF-16 do.
    """

    __slots__ = ("_markers", "_step")

    def __init__(self, markers: list[bytes], step: int = 1) -> None:
        self._markers, self._step = markers, step

    def read(self, file: IO[bytes]) -> tuple[bytes, int]:
        """What stands before the marker, and which one it is (-1 for none); the file is left behind the marker."""
        longest = max(map(len, self._markers))
        collected = bytearray()
        searched = 0
        # A file that cannot go back is read byte by byte, so as not to take what belongs to the next reader.
        chunk = _FIRST_CHUNK if file.seekable() else 1
        ended = False
        while not ended:
            data = file.read(chunk)
            ended = not data
            collected += data
            at, index = self._nearest(collected, searched)
            # A marker at the very end may be the beginning of a longer one.
            if index >= 0 and (ended or chunk == 1 or len(collected) - at >= longest):
                end = at + len(self._markers[index])
                if len(collected) > end:
                    file.seek(end - len(collected), 1)
                return bytes(memoryview(collected)[:at]), index
            searched = max(0, len(collected) - longest + 1)
            searched -= searched % self._step
            chunk = min(chunk * 2, _LARGEST_CHUNK) if chunk > 1 else 1
        return bytes(collected), -1

    def _nearest(self, data: bytearray, start: int) -> tuple[int, int]:
        nearest, which = len(data), -1
        for index, marker in enumerate(self._markers):
            at = data.find(marker, start, min(len(data), nearest + len(marker)))
            while at >= 0 and at % self._step:
                at = data.find(marker, at + 1, min(len(data), nearest + len(marker)))
            if 0 <= at < nearest:
                nearest, which = at, index
        return nearest, which
