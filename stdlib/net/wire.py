"""Connections on which a whole exchange has a deadline: a server that sends a byte a second does not hold a script."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from time import monotonic
from typing import Any

import httpcore

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
    def __init__(self, deadline: Deadline, longest_connect: float) -> None:
        self._inner, self._deadline = httpcore.SyncBackend(), deadline
        self._longest_connect = longest_connect

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left()
        seconds = self._longest_connect if left is None else min(left, self._longest_connect)
        return _Stream(self._inner.connect_tcp(host, port, seconds, local_address, socket_options), self._deadline)


def pool(
    context: ssl.SSLContext | None, proxy: ProxyServer | None, deadline: Deadline, connect_timeout: float = 0.0
) -> httpcore.ConnectionPool:
    """Connections by way of the proxy; their errors are those of httpcore and, past the deadline, TimeoutError."""
    backend = _Backend(deadline, connect_timeout or _LONGEST_CONNECT)
    if proxy is None:
        return httpcore.ConnectionPool(ssl_context=context, keepalive_expiry=5, network_backend=backend)
    return httpcore.HTTPProxy(
        proxy_url=httpcore.URL(scheme="http", host=proxy.host, port=proxy.port, target="/"),
        proxy_auth=(proxy.user.encode(), proxy.password.encode()) if proxy.user else None,
        ssl_context=context,
        keepalive_expiry=5,
        network_backend=backend,
    )
