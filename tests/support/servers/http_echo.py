"""An HTTP server that tells what it was sent, or misbehaves as the path says.

/любой/путь       200, lines of text: the request line, the headers by name, an empty line, the body
/status/404       this status
/redirect         302 to /
/round            302 to itself
/to/307?address   this status, to this address
/windows-1251     «Привет» in this charset, told by Content-Type
/utf-16           «Привет» in UTF-16 with a byte order mark, no charset told
/gzip             compressed whatever the client accepts
/twice            Set-Cookie twice, X-Small in small letters
/bytes            all 256 bytes
/protected        401 unless the user is Мария with the password секрет
/certificate      the common name in the client's certificate
/closes           nothing, the connection is closed
/short            fewer bytes than Content-Length says
/long             more of them
/headers          headers without end
/garbage          no HTTP at all
/trickle          a header a byte at a time, without end
/silence          nothing, the connection stays open
A request with an absolute target or CONNECT is one to a proxy: it is answered as the proxy itself.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import quote, unquote

from support.servers.certificates import server_context

if TYPE_CHECKING:
    from collections.abc import Callable

MARIA = "Basic " + b64encode("Мария:секрет".encode()).decode()
_TEXT = "text/plain; charset=utf-8"
# Headers that every client writes in its own way say nothing about a script.
_UNTOLD = ("connection", "host", "accept", "user-agent")


class EchoServer:
    """`with EchoServer() as server: … server.port`."""

    def __init__(self, *, tls: bool = False) -> None:
        self.stopped = threading.Event()
        self.connections = 0
        """How many were made, also those that failed."""
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.echo = self
        self._server.tls = server_context(ask_client=True) if tls else None
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def close(self) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join(5)


class _Server(ThreadingHTTPServer):
    echo: EchoServer
    tls: ssl.SSLContext | None
    daemon_threads = False
    block_on_close = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._open: set[socket.socket] = set()

    def finish_request(self, request: object, client_address: object) -> None:
        connection = cast("socket.socket", request)
        self.echo.connections += 1
        self._open.add(connection)
        try:
            # The handshake belongs to the connection's own thread.
            if self.tls:
                connection.settimeout(5)
                with self.tls.wrap_socket(connection, server_side=True) as wrapped:
                    self._open.add(wrapped)
                    super().finish_request(wrapped, client_address)  # type: ignore[arg-type]
            else:
                super().finish_request(connection, client_address)  # type: ignore[arg-type]
        except OSError:
            return
        finally:
            connection.close()

    def hang_up(self) -> None:
        """Wakes the threads that wait for a further request."""
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else every body waits until its head is acknowledged, some 40 ms.
    disable_nagle_algorithm = True
    server: _Server
    body = b""

    def log_message(self, format: str, *arguments: object) -> None:
        """Tests are silent."""

    def do(self) -> None:
        chunked = self.headers.get("Transfer-Encoding") == "chunked"
        self.body = self.chunks() if chunked else self.rfile.read(int(self.headers.get("Content-Length") or 0))
        name = self.path.strip("/").partition("/")[0].partition("?")[0]
        special: Callable[[], None] | None = getattr(self, "on_" + name.replace("-", "_"), None)
        if special:
            special()
        else:
            self.answer(200, self.told().encode(), _TEXT)

    def chunks(self) -> bytes:
        pieces = []
        while size := int(self.rfile.readline(), 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_PROPFIND = do  # noqa: N815

    def do_CONNECT(self) -> None:
        self.answer(407, b"", _TEXT)

    def told(self) -> str:
        heads = sorted(f"{k}: {v.encode('latin-1').decode('utf-8')}" for k, v in self.headers.items())
        heads = [head for head in heads if head.partition(":")[0].lower() not in _UNTOLD]
        return "\n".join([f"{self.command} {self.path}", *heads, "", self.body.decode("utf-8", "replace")])

    def answer(self, status: int, body: bytes, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def on_status(self) -> None:
        self.answer(int(self.path.rpartition("/")[2]), b"", _TEXT)

    def on_redirect(self) -> None:
        self.answer(302, "дальше".encode(), _TEXT, ("Location", "/"))

    def on_round(self) -> None:
        self.answer(302, b"", _TEXT, ("Location", "/round"))

    def on_to(self) -> None:
        status, _, address = self.path.removeprefix("/to/").partition("?")
        self.answer(int(status), b"", _TEXT, ("Location", quote(unquote(address), safe="/:?=&%[")))

    def on_windows_1251(self) -> None:
        self.answer(200, "Привет".encode("cp1251"), 'text/html; charset="windows-1251"')

    def on_utf_16(self) -> None:
        self.answer(200, "Привет".encode("utf-16"), "text/plain")

    def on_gzip(self) -> None:
        self.answer(200, gzip.compress("Привет".encode()), _TEXT, ("Content-Encoding", "gzip"))

    def on_twice(self) -> None:
        self.answer(200, b"", _TEXT, ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("x-small", "yes"))

    def on_bytes(self) -> None:
        self.answer(200, bytes(range(256)), "application/octet-stream")

    def on_protected(self) -> None:
        allowed = self.headers.get("Authorization") == MARIA
        self.answer(200 if allowed else 401, b"", _TEXT)

    def on_certificate(self) -> None:
        shown = self.connection.getpeercert() if isinstance(self.connection, ssl.SSLSocket) else None
        self.answer(200, repr(shown["subject"][0][0][1] if shown else None).encode(), _TEXT)

    def on_closes(self) -> None:
        self.close_connection = True

    def on_short(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")
        self.close_connection = True

    def on_long(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlong, too long")

    def on_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.echo.stopped.is_set():
            self.wfile.write(b"X-More: and more\r\n" * 1000)

    def on_garbage(self) -> None:
        self.wfile.write(b"220 mail.1c.ru ESMTP\r\n\r\n" * 100)
        self.close_connection = True

    def on_trickle(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.server.echo.stopped.wait(0.05):
            self.wfile.write(b".")

    def on_silence(self) -> None:
        self.server.echo.stopped.wait(30)
        self.close_connection = True
