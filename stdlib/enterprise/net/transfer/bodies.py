"""Bodies of requests and answers as streams."""

from __future__ import annotations

from io import BytesIO

from stdlib.enterprise.binary.file_access import FileAccess
from stdlib.enterprise.binary.file_open_mode import FileOpenMode
from stdlib.enterprise.binary.file_stream import FileStream
from stdlib.enterprise.binary.memory_stream import MemoryStream


class _Kept(BytesIO):
    """Bytes that outlive the stream over them: closing it is how a script ends a body."""

    def close(self) -> None:
        """Stay."""


def kept_stream(body: bytes) -> tuple[MemoryStream, BytesIO]:
    """A stream at the beginning of the body, and what it writes into."""
    kept = _Kept(body)
    stream = MemoryStream()
    stream.raw = kept
    return stream, kept


def file_stream(path: str) -> FileStream:
    """A stream that reads a file."""
    return FileStream(path, FileOpenMode.open, FileAccess.read)
