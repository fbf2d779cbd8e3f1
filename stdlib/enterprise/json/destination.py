"""Where JSON is written when it is not a string."""

from __future__ import annotations

from stdlib.enterprise.files.disk import access
from stdlib.enterprise.files.encodings import codec, mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BufferedWriter
    from typing import Protocol

    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding

    class Destination(Protocol):
        """Takes text, piece after piece."""

        def write(self, text: str) -> None: ...
        def close(self) -> None: ...


class StreamDestination:
    """A stream that stays open afterwards."""

    __slots__ = ("_codec", "_stream")

    def __init__(self, stream: Stream, encoding: TextEncoding | str | None, with_mark: bool) -> None:
        self._codec, self._stream = codec(encoding), stream
        if with_mark:
            stream.put(mark(self._codec))

    def write(self, text: str) -> None:
        self._stream.put(text.encode(self._codec, "replace"))

    def close(self) -> None:
        self._stream.flush()


class FileDestination:
    """A file that is made or replaced."""

    __slots__ = ("_codec", "_file", "_path")

    def __init__(self, path: str, encoding: TextEncoding | str | None, with_mark: bool) -> None:
        self._codec, self._path = codec(encoding), path
        with access("write", path):
            self._file: BufferedWriter = open(path, "wb")  # noqa: SIM115 - closed by Закрыть
            if with_mark:
                self._file.write(mark(self._codec))

    def write(self, text: str) -> None:
        with access("write", self._path):
            self._file.write(text.encode(self._codec, "replace"))

    def close(self) -> None:
        with access("write", self._path):
            self._file.close()

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()
