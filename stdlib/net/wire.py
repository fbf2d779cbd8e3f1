"""Connections on which a whole exchange has a deadline: a server that sends a byte a second does not hold a script."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Any

import httpcore
import httpx

from stdlib.net.proxy import ProxyServer

# A name may have many addresses, each of which would be waited for.
_LONGEST_CONNECT = 60.0


class Deadline:
    """When the exchange under way must be over."""

    def __init__(self) -> None:
        self._end: float | None = None

    def start(self, seconds: float) -> None:
        """A new exchange begins; 0 = it may take as long as it wants."""
        self._end = monotonic() + seconds if seconds else None

    def left(self) -> float | None:
        """Seconds left; TimeoutError when it is over."""
        if self._end is None:
            return None
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._inner, self._deadline = httpcore.SyncBackend(), deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left()
        seconds = _LONGEST_CONNECT if left is None else min(left, _LONGEST_CONNECT)
        return _Stream(self._inner.connect_tcp(host, port, seconds, local_address, socket_options), self._deadline)


class Wire(httpx.BaseTransport):
    """A pool of connections for httpx; errors are those of httpcore and TimeoutError."""

    def __init__(self, context: ssl.SSLContext | None, proxy: ProxyServer | None) -> None:
        self.deadline = Deadline()
        self._pool = _pool(context, proxy, _Backend(self.deadline))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme,
                    host=url.raw_host,
                    port=url.port,
                    # httpx writes some targets in its own way.
                    target=request.extensions.get("target", url.raw_path),
                ),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        body = answer.stream
        assert isinstance(body, Iterable)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(body))

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


def _pool(
    context: ssl.SSLContext | None, proxy: ProxyServer | None, backend: httpcore.NetworkBackend
) -> httpcore.ConnectionPool:
    if proxy is None:
        return httpcore.ConnectionPool(ssl_context=context, keepalive_expiry=5, network_backend=backend)
    return httpcore.HTTPProxy(
        proxy_url=httpcore.URL(scheme="http", host=proxy.host, port=proxy.port, target="/"),
        proxy_auth=(proxy.user.encode(), proxy.password.encode()) if proxy.user else None,
        ssl_context=context,
        keepalive_expiry=5,
        network_backend=backend,
    )
