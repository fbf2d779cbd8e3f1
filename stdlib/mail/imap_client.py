"""imapclient and imaplib without what does not suit letters of any size and servers of any kind.

imapclient has imaplib write down all that comes, letters too, though nobody reads it: three times the memory and the
time. imaplib refuses lines above a million octets (the answer to SEARCH in a big folder), takes as much memory as a
server announces, has one timeout for the sending of a whole letter, and goes over it with an expression that takes
several times its size. Command and line end go in two sends: 45 ms each without TCP_NODELAY.
"""

from __future__ import annotations

import imaplib
import socket
from ssl import SSLContext
from typing import Any

from imapclient import IMAPClient, SocketTimeout  # type: ignore[import-untyped]
from imapclient.exceptions import IMAPClientError  # type: ignore[import-untyped]

from stdlib.mail.accounts import Timeouts
from stdlib.mail.wire import Wire, send_in_pieces

# The uids of ten million letters.
_LONGEST_LINE = 100 * 1024 * 1024
_LARGEST_ANSWER = 1024 * 1024 * 1024
# A line takes more memory than its octets, and endless ones can be short.
_LINE_WEIGHT = 512
_ENDS = ("OK", "NO", "BAD", "BYE")


class ImapClient(IMAPClient):  # type: ignore[misc]
    """The library's client over a connection of ours."""

    def __init__(self, host: str, port: int, context: SSLContext | None, timeouts: Timeouts) -> None:
        self._timeouts = timeouts
        super().__init__(
            host,
            port,
            ssl=context is not None,
            ssl_context=context,
            timeout=SocketTimeout(timeouts.connect, timeouts.io),
        )
        self.normalise_times = False
        self._imap.debug = 0

    def _check_resp(self, expected: str, command: str, typ: str, data: list[Any]) -> None:
        # The library drops all letters of the server's words that are not ASCII.
        if typ != expected:
            said = data[0] if data else b""
            text = said.decode("utf-8", "surrogateescape") if isinstance(said, bytes) else str(said)
            raise IMAPClientError(f"{command} failed: {text}")

    def _create_IMAP4(self) -> _Connection:  # noqa: N802
        return _Connection(self.host, self.port, self.ssl_context, self._timeouts.connect)


class _Connection(imaplib.IMAP4):
    literal: Any

    def __init__(self, host: str, port: int, context: SSLContext | None, timeout: float) -> None:
        self._context = context
        self._wire: Wire | None = None
        self._weight = 0
        super().__init__(host, port, timeout)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        connected = socket.create_connection((self.host, self.port), timeout)
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._context is None:
            return connected
        return self._context.wrap_socket(connected, server_hostname=self.host)

    def _reading(self) -> Wire:
        # STARTTLS puts another socket in the place of the first one; what was read ahead must not be believed.
        if self._wire is None or self._wire.connected is not self.sock:
            self._wire = Wire(self.sock)
        return self._wire

    def read(self, size: int) -> bytes:
        self._weigh(size)
        return self._reading().read(size)

    def readline(self) -> bytes:
        line = self._reading().readline(_LONGEST_LINE)
        if len(line) >= _LONGEST_LINE:
            raise self.abort(f"unexpected line of {_LONGEST_LINE} octets")
        self._weigh(len(line) + _LINE_WEIGHT)
        return line

    def _weigh(self, size: int) -> None:
        self._weight += size
        if self._weight > _LARGEST_ANSWER:
            raise self.abort("unexpected: an endless answer")

    def send(self, data: Any) -> None:
        self._weight = 0
        self._reading().expect()
        send_in_pieces(self.sock, data)

    def _log(self, line: str) -> None:
        """Keeps nothing: the library would keep what was said last, passwords too."""

    def _command_complete(self, name: str, tag: bytes) -> tuple[str, list[Any]]:
        kind, answer = super()._command_complete(name, tag)  # type: ignore[misc]
        if kind not in _ENDS:
            raise self.abort(f"unexpected end of a command: {kind[:20]}")
        return kind, answer

    def append(self, mailbox: Any, flags: Any, date_time: Any, message: Any) -> tuple[str, list[Any]]:
        self.literal = message
        answer: tuple[str, list[Any]] = self._simple_command("APPEND", mailbox, flags, date_time)
        return answer
