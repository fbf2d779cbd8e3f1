"""Messages through a pipe: tuples of plain values, as `marshal` writes them, each behind its length.

Both ends are processes of one program of one user, started by one another: they may trust what they read.
"""

from __future__ import annotations

import marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

_LENGTH = 8


def send(stream: IO[bytes], *message: Any) -> None:
    """Write one message; OSError or ValueError when the other end is gone."""
    data = marshal.dumps(message)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Any, ...] | None:
    """The next message; None when the other end is gone."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    message: tuple[Any, ...] | None = marshal.loads(data) if len(data) == length else None
    return message
