"""One request of ЗапросHttp and its answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from runtime import host
from runtime.errors import OnecError
from stdlib.element.exceptions import HttpException
from stdlib.element.http.http_response import HttpResponse
from stdlib.element.io.files.file import File
from stdlib.element.io.permission import require, translating
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.net import http as transport
from stdlib.net.errors import NetError
from stdlib.net.header import WireError
from stdlib.net.proxy import ProxyServer, system_proxy
from stdlib.net.redirect import redirected
from stdlib.net.tls import TlsSettings

if TYPE_CHECKING:
    from stdlib.element.http.http_context import HttpContext
    from stdlib.element.http.http_request import HttpRequest

_IN_MEMORY = 1 << 20
_SWITCH_OFF = "отключите проверку: СПараметрамиЗащиты(новый ПараметрыЗащищенногоСоединения(Ложь))"


def exchange(request: HttpRequest, context: HttpContext | None) -> HttpResponse:
    """Send and receive; the answer's body is in memory, or in a temporary file when it is large."""
    body: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the answer closes it
    try:
        with _told(), _sent(request) as (content, length):
            headers = tuple(request.headers().pairs)
            made = transport.HttpRequest(request.name, request.url.target, headers, content, length)
            answer = _answer(request, made, context, body)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return HttpResponse(answer.status, answer.headers, cast("BinaryIO", body))


def _answer(
    request: HttpRequest, made: transport.HttpRequest, context: HttpContext | None, body: IO[bytes]
) -> transport.HttpResponse:
    """The answer after the redirects that the request allows."""
    server = _with_way(_server(request), request)
    answer = _received(server, made, context, body)
    for _ in range(request.redirects):
        onward = redirected(server, made, answer)
        if onward is None:
            return answer
        server, made = onward
        if isinstance(made.body, _Once):
            hint = "Передайте размер тела вторым параметром УстановитьТело"
            raise NetError("protocol", "Перенаправление повторяет тело запроса, а поток читается один раз", hint)
        if not isinstance(made.body, bytes):
            made.body.seek(0)
        body.seek(0)
        body.truncate()
        server = _with_way(server, request)
        answer = _received(server, made, context, body)
    if request.redirects and redirected(server, made, answer) is not None:
        raise NetError("protocol", f"Слишком много перенаправлений: больше {request.redirects}")
    return answer


def _received(
    server: transport.HttpServer, made: transport.HttpRequest, context: HttpContext | None, body: IO[bytes]
) -> transport.HttpResponse:
    def sink() -> Any:
        # The transport closes what it opens; the body is to be read afterwards.
        return nullcontext(body)

    if context is None:
        with closing(transport.HttpClient(server)) as client:
            return client.send(made, sink)
    kept: transport.HttpClient | None = context.clients.get(server)
    if kept is None:
        kept = context.clients[server] = transport.HttpClient(server)
    return kept.send(made, sink)


def _server(request: HttpRequest) -> transport.HttpServer:
    url, authentication, security = request.url, request.authentication, request.client.security
    tls = None
    if url.scheme() == "https":
        if security is not None and security.authorities:
            require("read", security.authorities)
        tls = TlsSettings(security.verify, security.authorities or None) if security else TlsSettings()
    return transport.HttpServer(
        url.host(),
        url.port() or 80,
        tls,
        authentication.user() if authentication else "",
        authentication.password if authentication else "",
        None,
        request.timeout,
        _SWITCH_OFF,
        connect_timeout=request.connect_timeout,
    )


def _with_way(server: transport.HttpServer, request: HttpRequest) -> transport.HttpServer:
    """The server with the proxy that leads to it; the host's permission is asked for both."""
    host.require("network", f"{server.host}:{server.port}")
    own = request.proxy
    if own is None:
        proxy = system_proxy("https" if server.tls else "http", server.host)
    else:
        proxy = ProxyServer(own.host(), own.port(), own.user(), own.password)
    if proxy is None:
        return server
    host.require("network", proxy.name)
    return replace(server, proxy=proxy)


@contextmanager
def _sent(request: HttpRequest) -> Iterator[tuple[bytes | BinaryIO, int]]:
    """The body of the request and its length."""
    body = request.body
    if isinstance(body, File):
        require("read", body.path)
        with translating(body.path), open(body.path, "rb") as file:
            yield file, os.fstat(file.fileno()).st_size
    elif isinstance(body, ReadableStream):
        with closing(_Once(body)) as once:
            if request.size is None:
                yield cast("BinaryIO", once), transport.UNKNOWN_LENGTH
            else:
                data = body.read(max(request.size, 0))
                yield data, len(data)
    else:
        data = body.encode("utf-8", "replace") if isinstance(body, str) else body or b""
        yield data, len(data)


class _Once:
    """A stream as the transport reads files. What was sent cannot be sent again."""

    def __init__(self, stream: ReadableStream) -> None:
        self._stream = stream

    def read(self, count: int) -> bytes:
        return self._stream.read(count)

    def close(self) -> None:
        self._stream.release()


@contextmanager
def _told() -> Iterator[None]:
    """What the transport and the host raise inside becomes ИсключениеHttp."""
    try:
        yield
    except NetError as error:
        raise _exception(error.message, error.hint) from error
    except WireError as error:
        raise _exception(str(error), "") from error
    except OnecError as error:
        if error.__class__ is OnecError:
            raise _exception(error.message, error.hint) from error
        raise


def _exception(message: str, hint: str) -> HttpException:
    made = HttpException(message)
    if hint:
        made.hint = hint
    return made
