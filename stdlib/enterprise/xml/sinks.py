"""Where a document is written: a text, a file, a stream."""

from __future__ import annotations

from stdlib.enterprise.files.disk import access
from stdlib.enterprise.files.encodings import codec, mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from stdlib.enterprise.files.text_encoding import TextEncoding

_ENOUGH = 1 << 12
_NAMES = {"UTF8": "UTF-8", "UTF16": "UTF-16", "ANSI": "windows-1251", "OEM": "cp866", "System": "UTF-8"}


def encoding_name(encoding: TextEncoding | str | None) -> str:
    """How the declaration of a document calls an encoding."""
    if encoding is None:
        return ""
    return encoding if isinstance(encoding, str) else _NAMES[encoding.en]


class TextSink:
    """Gathers a text."""

    __slots__ = ("_pieces", "write")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.write = self._pieces.append

    def close(self) -> str:
        """What was written."""
        return "".join(self._pieces)


class ByteSink:
    """Encodes for `put`; characters that the encoding lacks are written by their numbers."""

    __slots__ = ("_codec", "_pieces", "_put")

    def __init__(self, put: Callable[[bytes], object] | None, encoding: str, *, with_mark: bool) -> None:
        self._codec, self._put = codec(encoding), put
        self._pieces: list[str] = []
        if with_mark and (bom := mark(self._codec)):
            self._emit(bom)

    def write(self, text: str) -> None:
        """Write a piece of the document."""
        self._pieces.append(text)
        if len(self._pieces) > _ENOUGH:
            self._flush()

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        self._emit(text.encode(self._codec, "xmlcharrefreplace"))

    def _emit(self, data: bytes) -> None:
        assert self._put is not None
        self._put(data)

    def close(self) -> str:
        """Write what is left; the text is not kept."""
        self._flush()
        return ""


class FileSink(ByteSink):
    """A file, open until the writer is closed."""

    __slots__ = ("_file", "_path")

    def __init__(self, path: str, encoding: str, *, with_mark: bool) -> None:
        # A wrong encoding is told before the file is replaced.
        codec(encoding)
        self._path = path
        with access("write", path):
            self._file: BinaryIO = open(path, "wb")  # noqa: SIM115 - closed by Закрыть
        super().__init__(None, encoding, with_mark=with_mark)

    def _emit(self, data: bytes) -> None:
        with access("write", self._path):
            self._file.write(data)

    def close(self) -> str:
        super().close()
        with access("write", self._path):
            self._file.close()
        return ""

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None and not file.closed:
            file.write("".join(self._pieces).encode(self._codec, "xmlcharrefreplace"))
            file.close()
