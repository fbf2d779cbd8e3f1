"""What is hashed or summed: bytes, a text in UTF-8, the rest of a stream."""

from __future__ import annotations

from stdlib.element.io.readable_stream import ReadableStream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 20


def pieces_of(data: bytes | str | ReadableStream) -> Iterator[bytes]:
    """ИсключениеХешированияДанных when the stream cannot be read."""
    if isinstance(data, str):
        yield data.encode("utf-8", "replace")
    elif isinstance(data, bytes):
        yield data
    else:
        from runtime.element.exceptions import ElementException
        from stdlib.element.exceptions import DataHashingException

        try:
            while piece := data.read(_PIECE):
                yield piece
        except ElementException as error:
            raise DataHashingException(f"Данные не читаются: {error.message}", error) from error
