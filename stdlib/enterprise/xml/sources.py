"""Where the bytes of a document come from: a text, a file, a stream."""

from __future__ import annotations

from stdlib.enterprise.files.disk import access
from stdlib.enterprise.files.encodings import codec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Callable
    from typing import BinaryIO

    from stdlib.enterprise.files.text_encoding import TextEncoding


class TextSource:
    """A text; what it says of its encoding does not count."""

    __slots__ = ("_place", "_text")
    encoding: str | None = "utf-8"

    def __init__(self, text: str) -> None:
        self._text, self._place = text, 0

    def read(self, size: int) -> bytes:
        """The next bytes, about as many; none at the end."""
        start, self._place = self._place, self._place + size
        return self._text[start : self._place].encode("utf-8", "surrogatepass")

    def close(self) -> None:
        self._text = ""


class ByteSource:
    """What `read` gives, in an encoding that overrides the document's own, if any is given."""

    __slots__ = ("_codec", "_decoder", "_source", "encoding")

    def __init__(self, read: Callable[[int], bytes] | None, encoding: TextEncoding | str | None = None) -> None:
        self._source = read
        self._decoder: IncrementalDecoder | None = None
        self._codec = ""
        self.encoding: str | None = None
        if encoding is not None and encoding != "":
            self.encoding = "utf-8"
            name = codec(encoding)
            if name != "utf-8":
                self._codec = name

    def read(self, size: int) -> bytes:
        """The next bytes, about as many; none at the end."""
        data = self._bytes(size)
        if not self._codec:
            return data
        if self._decoder is None:
            from codecs import getincrementaldecoder

            # A document that begins with the mark of its order of bytes is read by it.
            opposite = self._codec == "utf-16-le" and data.startswith(b"\xfe\xff")
            self._decoder = getincrementaldecoder("utf-16-be" if opposite else self._codec)("replace")
        decoded = self._decoder.decode(data, not data)
        while data and not decoded:
            # Not a whole character yet; an empty answer would mean the end.
            data = self._bytes(size)
            decoded = self._decoder.decode(data, not data)
        return decoded.encode("utf-8", "surrogatepass")

    def _bytes(self, size: int) -> bytes:
        assert self._source is not None
        return self._source(size)

    def close(self) -> None:
        """The stream belongs to the script."""


class FileSource(ByteSource):
    """A file, open until the reader is closed."""

    __slots__ = ("_file", "path")

    def __init__(self, path: str, encoding: TextEncoding | str | None = None) -> None:
        with access("read", path):
            self._file: BinaryIO = open(path, "rb")  # noqa: SIM115 - closed by Закрыть
        self.path = path
        super().__init__(None, encoding)

    def _bytes(self, size: int) -> bytes:
        with access("read", self.path):
            return self._file.read(size)

    def close(self) -> None:
        self._file.close()

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()
