"""The text of a script and places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source, as offsets in characters: `start` included, `end` not."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """From the beginning of this span to the end of `other`."""
        return Span(self.start, max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Source:
    """A named text. Lines end with LF (see `normalise`), so offsets are the same for everyone.

    Lines and columns are counted from 1, columns in characters; CPython wants UTF-8 bytes from 0 (`byte_column`).
    """

    name: str
    text: str
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _counted: list[int] = field(init=False, repr=False, compare=False, default_factory=lambda: [0, 0, 0])
    """The line start, the character and its byte column asked for last: the next one is mostly a little further on."""

    def __post_init__(self) -> None:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        object.__setattr__(self, "_starts", starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1, in characters) of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The inverse of `position`."""
        return self._starts[line - 1] + column - 1

    def byte_column(self, offset: int) -> tuple[int, int]:
        """Line (from 1) and column (from 0, in UTF-8 bytes): what `ast` nodes carry."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        known_start, known, size = self._counted
        if start != known_start or offset < known:
            known, size = start, 0
        size += len(self.text[known:offset].encode("utf-8", "surrogatepass"))
        self._counted[:] = start, offset, size
        return line, size

    @property
    def line_count(self) -> int:
        return len(self._starts)

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its LF; empty when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]


def normalise(text: str) -> str:
    """Drop a byte order mark, turn CRLF and CR into LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes) -> str:
    """A script's bytes as text: UTF-8 with or without BOM, UTF-16 with BOM, else cp1251 (without its undefined 0x98).

    Raises UnicodeDecodeError when it is neither.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return normalise(data.decode("utf-16"))
    try:
        return normalise(data.decode("utf-8"))
    except UnicodeDecodeError:
        return normalise(data.decode("cp1251"))
