"""A letter on the wire of SMTP: its lines in pieces.

The library's own way copies a letter four times, and one timeout is for all of it, however long it takes to send.
"""

from __future__ import annotations

from collections.abc import Iterator

from aiosmtplib import SMTPDataError, SMTPResponseException

from stdlib.mail.mime.line_ends import with_crlf
from stdlib.mail.smtp_replies import NO_REPLY, REFUSING, Replies

_PIECE = 256 * 1024
_TAKEN = 250


async def send_data(replies: Replies, data: bytes, timeout: float) -> None:
    """Sends the letter; SMTPDataError when it was not taken. `timeout` is for the answer and for any standstill."""
    for piece in wire_pieces(data):
        # Some servers do not wait for the end of a letter that is too big for them.
        if replies.has_come:
            await _read_refusal(replies, timeout)
        replies.write(piece)
        if len(data) > _PIECE:
            await replies.sent(timeout)
    response = await replies.read(timeout)
    if response.code != _TAKEN:
        raise SMTPDataError(response.code, response.message)


async def _read_refusal(replies: Replies, timeout: float) -> None:
    response = await replies.read(timeout)
    # The rest of the letter would be taken for commands: there is no going on.
    replies.close()
    if response.code in REFUSING:
        raise SMTPDataError(response.code, response.message)
    raise SMTPResponseException(NO_REPLY, "a reply before the end of the letter")


def wire_pieces(data: bytes) -> Iterator[bytes]:
    """The letter with CRLF at the end of every line, with dots doubled at their beginning, and the dot of the end."""
    if len(data) <= _PIECE:
        piece = _piece(data)
        yield piece + (b".\r\n" if piece.endswith(b"\r\n") else b"\r\n.\r\n")
        return
    start = 0
    while start < len(data):
        # Behind a line end, so that every piece begins with a line.
        end = data.find(b"\n", start + _PIECE) + 1 or len(data)
        yield _piece(data[start:end])
        start = end
    yield b".\r\n" if data.endswith((b"\r", b"\n")) else b"\r\n.\r\n"


def _piece(piece: bytes) -> bytes:
    piece = with_crlf(piece).replace(b"\n.", b"\n..")
    return b"." + piece if piece.startswith(b".") else piece
