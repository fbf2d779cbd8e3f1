"""A letter on the wire of SMTP: DATA, then its lines in pieces.

The library's own way copies a letter four times, and one timeout is for all of it, however long it takes to send.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import cast

import aiosmtplib
from aiosmtplib import SMTPDataError, SMTPReadTimeoutError, SMTPServerDisconnected

from stdlib.mail.mime.line_ends import with_crlf

_PIECE = 256 * 1024
_GO_AHEAD = 354
_TAKEN = 250
_LOOK_AGAIN = 0.005


async def begin_data(client: aiosmtplib.SMTP) -> None:
    """Asks to send a letter; SMTPDataError when the server does not want it."""
    response = await client.execute_command(b"DATA")
    if response.code != _GO_AHEAD:
        raise SMTPDataError(response.code, response.message)


async def send_data(client: aiosmtplib.SMTP, data: bytes, timeout: float) -> None:
    """Sends the letter; SMTPDataError when it was not taken. `timeout` is for the answer and for any standstill."""
    protocol = client.protocol
    if protocol is None:
        raise SMTPServerDisconnected("Connection lost")
    for piece in wire_pieces(data):
        protocol.write(piece)
        if len(data) > _PIECE:
            await _drained(cast("asyncio.WriteTransport", protocol.transport), timeout)
    response = await protocol.read_response(timeout=timeout)
    if response.code != _TAKEN:
        raise SMTPDataError(response.code, response.message)


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


async def _drained(transport: asyncio.WriteTransport | None, timeout: float) -> None:
    """Waits until most of what was written has left; SMTPReadTimeoutError when nothing leaves for so long."""
    if transport is None:
        raise SMTPServerDisconnected("Connection lost")
    loop = asyncio.get_running_loop()
    waiting, since = transport.get_write_buffer_size(), loop.time()
    while waiting > _PIECE and not transport.is_closing():
        await asyncio.sleep(_LOOK_AGAIN)
        left = transport.get_write_buffer_size()
        if left != waiting:
            waiting, since = left, loop.time()
        elif loop.time() - since > timeout:
            raise SMTPReadTimeoutError("Timed out sending the letter")
