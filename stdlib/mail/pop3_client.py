"""poplib without its limit of 2,048 octets a line, which real letters exceed, and with commands for SASL."""

from __future__ import annotations

import poplib
import socket
from io import BytesIO
from ssl import SSLContext
from typing import BinaryIO

from stdlib.mail.wire import Wire

# No letter has such a line; without any limit a broken server could eat all memory.
_LONGEST_LINE = 64 * 1024 * 1024
_LARGEST_ANSWER = 1024 * 1024 * 1024


class Pop3Client(poplib.POP3):
    """A connection of the library that sends commands and reads answers in our way."""

    def __init__(self, host: str, port: int, timeout: float, context: SSLContext | None) -> None:
        self._context = context
        self._raw: socket.socket | None = None
        self._wire: Wire | None = None
        try:
            super().__init__(host, port, timeout)
        except BaseException:
            # The library forgets its socket and the file over it when the greeting is bad.
            file: BinaryIO | None = getattr(self, "file", None)
            if file is not None:
                file.close()
            if self._raw is not None:
                self._raw.close()
            raise

    def _create_socket(self, timeout: float) -> socket.socket:
        raw = socket.create_connection((self.host, self.port), timeout)
        self._raw = raw
        if self._context is not None:
            raw = self._context.wrap_socket(raw, server_hostname=self.host)
            self._raw = raw
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return raw

    def _reading(self) -> Wire:
        # STLS puts another socket in the place of the first one.
        if self._wire is None or self._wire.connected is not self.sock:
            self._wire = Wire(self.sock)
        return self._wire

    def _getline(self) -> tuple[bytes, int]:
        line = self._line()
        return line.rstrip(b"\r\n"), len(line)

    def _line(self) -> bytes:
        line = self._reading().readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise EOFError
        return line

    def command(self, line: str, *, keep_end: bool = False) -> bytes:
        """Reply to a command, + and the rest; error_proto for -ERR. `keep_end`: with the end of the line."""
        if self._reading().holds_more:
            # It would be taken for the reply to this command, and the reply for the first line of a letter.
            raise ValueError("said before it was asked")
        self._reading().expect()
        self.sock.sendall(line.encode() + b"\r\n")
        line_read = self._line()
        reply = line_read.rstrip(b"\r\n")
        if reply.startswith(b"-"):
            raise poplib.error_proto(reply)
        if not reply.startswith(b"+"):
            raise ValueError("neither +OK nor -ERR")
        return line_read if keep_end else reply

    def _shortcmd(self, line: str) -> bytes:
        return self.command(line)

    def protect(self, context: SSLContext) -> None:
        """STLS; what was read ahead of it is forgotten, since anybody may have sent it."""
        self.command("STLS")
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def body(self, line: str) -> bytes:
        """Lines that a command answers with, as one piece with CRLF, without the dots of transparency.

        A bare LF inside a letter is a line end, too, but not one around which a server has doubled dots: unless it
        ends its own lines so, a dot between two of them is the letter's, and what follows is no reply of the server.
        """
        whole_line = b"\r\n" if self.command(line, keep_end=True).endswith(b"\r\n") else b"\n"
        ends = {b".\r\n", b"." + whole_line}
        # A list of the lines would take twice the size of the letter.
        letter = BytesIO()
        previous = found = whole_line
        while True:
            try:
                previous, found = found, self._line()
            except TimeoutError:
                # The letter itself ended with a bare LF, and the server was content with that.
                if found == b".\r\n":
                    return letter.getvalue().removesuffix(found)
                raise
            text = found.rstrip(b"\r\n")
            if text.startswith(b".") and previous.endswith(whole_line):
                if found in ends:
                    return letter.getvalue()
                text = text[1:]
            letter.write(text + b"\r\n")
            if letter.tell() > _LARGEST_ANSWER:
                raise ValueError("an endless answer")
