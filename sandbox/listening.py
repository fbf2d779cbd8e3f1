"""Listening sockets of the sandbox: on the loopback only, unless somebody insists."""

from __future__ import annotations

import socket

Address = tuple[str, int]

_LOCAL_NAMES = frozenset(("localhost", "::1"))
_BACKLOG = 128


def refuse_remote(host: str) -> None:
    """Raises ValueError when others could reach a server on this host: it lets anybody in with any password."""
    if host not in _LOCAL_NAMES and not _is_loopback(host):
        raise ValueError(
            f"Почтовый сервер принимает любые пароли, поэтому слушает только 127.0.0.1, а не «{host}»: "
            "чтобы открыть его для других, передайте allow_remote=True"
        )


def _is_loopback(host: str) -> bool:
    try:
        return socket.inet_aton(host)[0] == 127 and host.count(".") == 3
    except OSError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """A bound socket that clients can connect to already; port 0 takes a free one. OSError names the place."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol must be named: asyncio sets TCP_NODELAY only on sockets that say they are TCP.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(_BACKLOG)
        bound.setblocking(False)
    except OSError as error:
        bound.close()
        raise OSError(error.errno, error.strerror, f"{host}:{port}") from error
    return bound


def address_of(bound: socket.socket) -> Address:
    host, port, *_ = bound.getsockname()
    return host, port
