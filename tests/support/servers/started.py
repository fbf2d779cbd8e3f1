"""Servers that a program asks for: `// http:`, `// https:`, `// ftp:`, `// ftps:`.

The script gets as further arguments the port of each; after the ports of https and ftps also the file of the authority
to trust.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = ("http", "https", "ftp", "ftps")


class Started(ExitStack):
    """`with Started(["http", "ftp"]) as servers: … servers.arguments`."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self.arguments: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        super().__enter__()
        for name in self._names:
            self.arguments += self._start(name)
        return self

    def _start(self, name: str) -> tuple[str, ...]:
        from support.servers.certificates import folder
        from support.servers.ftp_folder import FtpFolder
        from support.servers.http_echo import EchoServer

        tls = name.endswith("s")
        server = self.enter_context(EchoServer(tls=tls) if name.startswith("http") else FtpFolder(tls=tls))
        return (str(server.port), str(folder() / "certificate.pem")) if tls else (str(server.port),)
