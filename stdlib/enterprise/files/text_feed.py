"""The text of a large file or of a pipe, piece by piece."""

from __future__ import annotations

from stdlib.enterprise.files.encodings import told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from stdlib.enterprise.files.text_encoding import TextEncoding

PIECE = 1 << 20


def pieces(file: BufferedReader, encoding: TextEncoding | str | None, separator: str, converted: str) -> Iterator[str]:
    """Decoded pieces in which `converted` has become `separator`, the first one empty.

    The file is closed at its end, or with the iterator: from the first piece on.
    """
    from codecs import getincrementaldecoder

    with file:
        yield ""
        data = file.read1(PIECE)
        name, start = told(data, encoding)
        decoder = getincrementaldecoder(name)("replace")
        text = decoder.decode(data[start:])
        while data:
            kept = _beginning(text, converted)
            whole, text = text[: len(text) - kept], text[len(text) - kept :]
            yield whole.replace(converted, separator) if converted else whole
            data = file.read1(PIECE)
            text += decoder.decode(data, final=not data)
        yield text.replace(converted, separator) if converted else text


def _beginning(text: str, mark: str) -> int:
    """How many characters at the end of a text may be the beginning of a mark that goes on in the next piece."""
    return next((size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), 0)
