"""An HTTP client: one server, one request after another; no redirects, no decoding of bodies, no cookies."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

import httpcore

from stdlib.net.causes import CHECK_PORT, Cause, cause_of
from stdlib.net.errors import NetError
from stdlib.net.header import readable, wire_header, wire_host, wire_method, wire_target
from stdlib.net.proxy import ProxyServer
from stdlib.net.tls import TlsSettings, tls_context
from stdlib.net.wire import Deadline, pool

_PIECE = 1 << 16
UNKNOWN_LENGTH = -1
_LARGEST_IN_MEMORY = 1 << 30
_INTO_FILE = "Назовите файл, в который записать тело ответа"
_BODIES_EXPECTED = (b"POST", b"PUT", b"PATCH")
_REPEATABLE = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")
# The length is told by who sends the body, else a wrong one could begin a second request.
_OURS = (b"content-length", b"transfer-encoding")
_NOT_TLS = "Сервер на этом порту не начинает разговор с TLS: уберите защищённое соединение или укажите порт 443"


@dataclass(frozen=True, slots=True)
class HttpServer:
    """Where a server is and how to get there. `timeout`: seconds for a whole exchange, 0 = no limit.

    `connect_timeout`: seconds until a connection is made, 0 = the usual time.
    `switch_off`: how a script says that certificates need not be verified (for the advice).
    """

    host: str
    port: int
    tls: TlsSettings | None = None
    user: str = ""
    password: str = field(default="", repr=False)
    proxy: ProxyServer | None = None
    timeout: float = 0.0
    switch_off: str = "отключите проверку сертификата"
    agent: str = "1cs"
    connect_timeout: float = 0.0

    @property
    def name(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def is_usual_port(self) -> bool:
        return self.port == (443 if self.tls else 80)


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """`body` is all of it, or a file from which `length` bytes are sent; UNKNOWN_LENGTH: all of them, in chunks."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | BinaryIO = b""
    length: int = 0


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """`headers` as they came, names that repeat too; `body` is empty when it went into a file."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""


class HttpClient:
    """Keeps connections to one server; may be used by one thread at a time."""

    def __init__(self, server: HttpServer) -> None:
        """NetError when a file of certificates cannot be used."""
        self.server = server
        self._deadline = Deadline()
        self._kept = False
        self._pool = pool(
            tls_context(server.tls) if server.tls else None, server.proxy, self._deadline, server.connect_timeout
        )

    def send(self, request: HttpRequest, sink: Callable[[], BinaryIO] | None = None) -> HttpResponse:
        """The answer, whatever its status; its body goes into what `sink` opens. Raises NetError and WireError."""
        self._deadline.start(self.server.timeout)
        answer = self._answer(request)
        headers = tuple((readable(name), readable(value)) for name, value in answer.headers)
        try:
            with (sink or BytesIO)() as file:
                self._receive(answer, file)
                body = file.getvalue() if isinstance(file, BytesIO) else b""
        finally:
            answer.close()
        return HttpResponse(answer.status, headers, body)

    def close(self) -> None:
        self._pool.close()

    def _answer(self, request: HttpRequest) -> httpcore.Response:
        """The head of the answer. A connection that was kept may be dead, or hold the rest of a wrong answer."""
        kept, self._kept = self._kept, False
        again = kept and request.method in _REPEATABLE and isinstance(request.body, bytes)
        try:
            answer = self._answer_once(request)
        except NetError as error:
            if not again or error.kind not in ("closed", "protocol"):
                raise
            answer = self._answer_once(request)
        self._kept = True
        return answer

    def _answer_once(self, request: HttpRequest) -> httpcore.Response:
        made = self._request(request)
        with _Told(self):
            return self._pool.handle_request(made)

    def _receive(self, answer: httpcore.Response, file: BinaryIO) -> None:
        """Errors of the file are not those of the network."""
        pieces = answer.iter_stream()
        size = 0
        while True:
            with _Told(self):
                piece = next(pieces, None)
            if piece is None:
                return
            size += len(piece)
            if size > _LARGEST_IN_MEMORY and isinstance(file, BytesIO):
                raise NetError("protocol", f"Ответ сервера {self.server.name} больше 1 ГБ", _INTO_FILE)
            file.write(piece)

    def _request(self, request: HttpRequest) -> httpcore.Request:
        server = self.server
        headers = [wire_header(name, value) for name, value in request.headers]
        headers = [header for header in headers if header[0].lower() not in _OURS]
        method, target, host = wire_method(request.method), wire_target(request.target), wire_host(server.host)
        headers = [*self._usual_headers(headers, host), *headers]
        length = len(request.body) if isinstance(request.body, bytes) else request.length
        if length == UNKNOWN_LENGTH:
            headers.append((b"Transfer-Encoding", b"chunked"))
        elif length or method in _BODIES_EXPECTED:
            headers.append((b"Content-Length", str(length).encode()))
        file = BytesIO(request.body) if isinstance(request.body, bytes) else request.body
        scheme, port = "https" if server.tls else "http", None if server.is_usual_port else server.port
        url = httpcore.URL(scheme=scheme, host=host, port=port, target=target)
        return httpcore.Request(method, url, headers=headers, content=_pieces(file, length))

    def _usual_headers(self, given: list[tuple[bytes, bytes]], host: str) -> Iterator[tuple[bytes, bytes]]:
        """What every request says unless the script has said it."""
        server = self.server
        names = {name.lower() for name, _ in given}
        host = f"[{host}]" if ":" in host else host
        usual = [
            (b"Host", (host if server.is_usual_port else f"{host}:{server.port}").encode()),
            (b"User-Agent", server.agent.encode()),
            (b"Accept", b"*/*"),
        ]
        if server.user:
            pair = f"{server.user}:{server.password}".encode("utf-8", "replace")
            usual.append((b"Authorization", b"Basic " + b64encode(pair)))
        return (header for header in usual if header[0].lower() not in names)

    def failure(self, error: Exception) -> NetError:
        """What went wrong, in words."""
        server = self.server
        where = server.name
        if server.proxy:
            where += f" через прокси-сервер {server.proxy.name}"
        cause = self._cause(error)
        what = f"Не удалось получить ответ сервера {where}"
        if isinstance(error, httpcore.ConnectError | httpcore.ConnectTimeout) or cause.kind == "host":
            what = f"Не удалось подключиться к серверу {where}"
        if cause.kind in ("certificate", "tls"):
            what = f"Не удалось установить защищённое соединение с сервером {where}"
        return NetError(cause.kind, f"{what}: {cause.text}", cause.hint)

    def _cause(self, error: Exception) -> Cause:
        if isinstance(error, httpcore.TimeoutException | TimeoutError):
            hint = CHECK_PORT if isinstance(error, httpcore.ConnectTimeout) else ""
            return Cause("timeout", "время ожидания истекло", hint)
        if isinstance(error, httpcore.ProxyError):
            return Cause("proxy", f"прокси-сервер отказал ({error})", "Проверьте имя пользователя и пароль прокси")
        if isinstance(error, httpcore.RemoteProtocolError):
            return _broken_answer(error)
        via = self.server.proxy.host if self.server.proxy else self.server.host
        cause = cause_of(_behind(error), via, switch_off=self.server.switch_off)
        if cause is None:
            return Cause("protocol", str(error) or type(error).__name__)
        if cause.kind == "refused":
            return Cause("refused", cause.text, f"Проверьте порт ({self.server.port}): запущен ли сервер?")
        if cause.text == "сервер ответил не по TLS":
            return Cause(cause.kind, cause.text, _NOT_TLS)
        return cause


class _Told:
    """What the library raises inside becomes a NetError."""

    def __init__(self, client: HttpClient) -> None:
        self._client = client

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        expected = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, httpcore.TimeoutException)
        if isinstance(error, (*expected, OSError, UnicodeError)):
            raise self._client.failure(error) from error


def _broken_answer(error: httpcore.RemoteProtocolError) -> Cause:
    # The rest of the text may be the server's own words.
    text = str(error).lower()
    if text.startswith(("server disconnected", "peer closed")):
        return Cause("closed", "сервер оборвал соединение")
    if text.startswith("receive buffer too long"):
        return Cause("protocol", "слишком длинные заголовки ответа")
    hint = "Возможно, этот порт ждёт защищённого соединения" if text.startswith("illegal status line") else ""
    return Cause("protocol", "ответ не соответствует протоколу HTTP", hint)


def _behind(error: BaseException) -> BaseException:
    """The operating system's error behind the library's one, which keeps it only as a context."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, OSError):
        seen = seen.__cause__ or seen.__context__
    return seen or error


def _pieces(file: BinaryIO, length: int) -> Iterator[bytes]:
    """Exactly so many bytes; a file that has grown meanwhile is cut."""
    if length == UNKNOWN_LENGTH:
        while piece := file.read(_PIECE):
            yield piece
    while length > 0 and (piece := file.read(min(_PIECE, length))):
        length -= len(piece)
        yield piece
