"""Several replies of an SMTP server to commands that were sent together (PIPELINING, RFC 2920).

The library reads one reply to each command and throws away what comes between, as is right while somebody could slip
replies in before TLS. Within a transaction its place is taken by a reader that keeps all of them, in their order.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Self, cast

from aiosmtplib import SMTPReadTimeoutError, SMTPResponse, SMTPResponseException, SMTPServerDisconnected

if TYPE_CHECKING:
    from types import TracebackType

    import aiosmtplib

# All replies that nobody has asked for yet; servers that send more are none.
_MOST_OCTETS = 1024 * 1024
NO_REPLY = -1
"""The code of what is no reply at all; the library's own."""
REFUSING = range(400, 600)
"""The codes by which a server says no; others cannot."""
# A server that takes so few octets a second only pretends to listen.
_SLOWEST = 64
_PATIENCE = 10
_LOOK_AGAIN = 0.005
_BACKLOG = 256 * 1024


class Replies(asyncio.Protocol):
    """Context in which the replies of a connected client's server come here; errors are those of the library."""

    def __init__(self, client: aiosmtplib.SMTP) -> None:
        if client.protocol is None or client.transport is None:
            raise SMTPServerDisconnected("Connection lost")
        self._usual = client.protocol
        self._transport = cast("asyncio.Transport", client.transport)
        self._text = bytearray()
        self._line_start = 0
        self._ready: deque[SMTPResponse] = deque()
        self._failure: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None

    def __enter__(self) -> Self:
        self._transport.set_protocol(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._transport.is_closing():
            self._transport.set_protocol(self._usual)

    @property
    def has_come(self) -> bool:
        """Whether there is a reply to be read, or never will be."""
        return bool(self._ready) or self._failure is not None

    def write(self, data: bytes) -> None:
        """Sends, without waiting."""
        if self._failure is None and not self._transport.is_closing():
            self._transport.write(data)

    def close(self) -> None:
        """Ends the connection at once: what was written need not leave."""
        self._transport.abort()

    async def read(self, timeout: float) -> SMTPResponse:
        """The next reply, whole within the timeout."""
        if not self.has_come:
            if self._transport.is_closing():
                raise SMTPServerDisconnected("Connection lost")
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(self._waiter, timeout)
            except TimeoutError:
                raise SMTPReadTimeoutError("Timed out waiting for server response") from None
            finally:
                self._waiter = None
        if self._ready:
            return self._ready.popleft()
        raise self._failure or SMTPServerDisconnected("Connection lost")

    async def sent(self, timeout: float) -> None:
        """Waits until most of what was written has left, or a reply has come; an error when the server takes nothing.

        `timeout` is for any standstill; a server that takes a little now and then has several times as long.
        """
        # A reply that has come is seen only when the loop has its turn.
        await asyncio.sleep(0)
        loop = asyncio.get_running_loop()
        first = waiting = self._transport.get_write_buffer_size()
        began = since = loop.time()
        while waiting > _BACKLOG and not (self.has_come or self._transport.is_closing()):
            await asyncio.sleep(_LOOK_AGAIN)
            now, left = loop.time(), self._transport.get_write_buffer_size()
            if left != waiting:
                waiting, since = left, now
            if now - since > timeout or now - began > timeout * _PATIENCE + (first - left) / _SLOWEST:
                raise SMTPReadTimeoutError("Timed out sending the letter")

    def data_received(self, data: bytes) -> None:
        if self._failure is not None:
            return
        self._text += data
        while self._failure is None and (end := self._text.find(b"\n", self._line_start)) >= 0:
            is_last = self._text[self._line_start + 3 : self._line_start + 4] != b"-"
            self._line_start = end + 1
            if is_last:
                self._take(bytes(self._text[:end]))
                del self._text[: end + 1]
                self._line_start = 0
        if len(self._text) > _MOST_OCTETS or len(self._ready) > _MOST_OCTETS // 8:
            self._fail(SMTPResponseException(NO_REPLY, "Response too long"))
        elif self._ready:
            self._wake()

    def _take(self, reply: bytes) -> None:
        lines = reply.split(b"\n")
        code = lines[-1][:3]
        if not (code.isdigit() and len(code) == 3):
            self._fail(SMTPResponseException(NO_REPLY, f"Malformed response: {lines[-1][:100]!r}"))
            return
        text = b"\n".join(line[4:].strip() for line in lines)
        self._ready.append(SMTPResponse(int(code), text.decode("utf-8", "surrogateescape")))

    def eof_received(self) -> bool:
        self._fail(SMTPServerDisconnected("Unexpected EOF received"))
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        lost = SMTPServerDisconnected("Connection lost")
        lost.__cause__ = exc
        self._fail(lost)
        self._usual.connection_lost(exc)

    def pause_writing(self) -> None:
        self._usual.pause_writing()

    def resume_writing(self) -> None:
        self._usual.resume_writing()

    def _fail(self, failure: Exception) -> None:
        self._failure = self._failure or failure
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
