"""One request of HTTPСоединение and its answer."""

from __future__ import annotations

import os
import weakref
from contextlib import closing, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from runtime.enterprise.convert import is_number
from runtime.errors import OnecError
from stdlib.enterprise.files.disk import access
from stdlib.enterprise.net.http_response import HTTPResponse
from stdlib.enterprise.net.response_headers import ResponseHeaders
from stdlib.enterprise.net.transfer.failures import told
from stdlib.enterprise.net.transfer.servers import http_server, with_way
from stdlib.net.http import HttpClient, HttpRequest, HttpResponse
from stdlib.net.redirect import MOST_REDIRECTS, redirected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdlib.enterprise.net.http_connection import HTTPConnection
    from stdlib.enterprise.net.http_request import HTTPRequest

_ADDRESS_HINT = "Сервер называют в HTTPСоединение, а здесь пишут путь: /путь?параметр=значение"


def exchange(connection: HTTPConnection, method: str, request: HTTPRequest, output: str) -> HTTPResponse:
    """Send and receive; the body goes into the file `output` unless that is empty."""
    address = request.resource_address
    if address.lower().startswith(("http://", "https://")):
        raise OnecError("В адресе ресурса указан сервер", hint=_ADDRESS_HINT)
    headers = _headers(request)
    path = request.body_file
    if path is None:
        made = HttpRequest(method, address, headers, request.body_bytes)
        with _client(connection) as client:
            return _response(_answer(connection, client, made, output), output)
    with _client(connection) as client, access("read", path), open(path, "rb") as file:
        length = os.fstat(file.fileno()).st_size
        made = HttpRequest(method, address, headers, file, length)
        return _response(_answer(connection, client, made, output), output)


@contextmanager
def _client(connection: HTTPConnection) -> Iterator[HttpClient]:
    """A client of the connection's that nobody else uses now. It keeps what it has opened until the settings change or
    nobody needs it; requests that overlap have one each."""
    server = http_server(connection)
    client = connection.idle_clients.pop() if connection.idle_clients else None
    if client is None or client.server != server:
        if client is not None:
            client.close()
        with told():
            client = HttpClient(server)
        weakref.finalize(connection, client.close)
    try:
        yield client
    finally:
        connection.idle_clients.append(client)


def _answer(connection: HTTPConnection, client: HttpClient, request: HttpRequest, output: str) -> HttpResponse:
    """The answer, after the redirects that the connection allows."""
    answer = _received(client, request, output)
    if not connection.allow_auto_redirect:
        return answer
    server = client.server
    for _ in range(MOST_REDIRECTS):
        onward = redirected(server, request, answer)
        if onward is None:
            return answer
        server, request = onward
        if not isinstance(request.body, bytes):
            request.body.seek(0)
        if server == client.server:
            answer = _received(client, request, output)
            continue
        server = with_way(server, connection)
        with told(), closing(HttpClient(server)) as other:
            answer = _received(other, request, output)
    raise OnecError("Слишком много перенаправлений")


def _received(client: HttpClient, request: HttpRequest, output: str) -> HttpResponse:
    def sink() -> BinaryIO:
        return open(output, "wb")

    with told(), access("write", output) if output else nullcontext():
        return client.send(request, sink if output else None)


def _response(answer: HttpResponse, output: str) -> HTTPResponse:
    return HTTPResponse(answer.status, ResponseHeaders.of(answer.headers), answer.body, output or None)


def _headers(request: HTTPRequest) -> tuple[tuple[str, str], ...]:
    # Iterating a Соответствие gives objects of the script.
    pairs = cast("dict[Any, Any]", request.headers).items()
    return tuple((str(name), _text(str(name), value)) for name, value in pairs)


def _text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if is_number(value):
        # Without the groups of digits that Строка() writes.
        return str(value)
    raise OnecError(f"Значение заголовка «{name}» должно быть строкой")
