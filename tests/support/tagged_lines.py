"""IMAP as lines: for answers without literals."""

from __future__ import annotations

import socket
from typing import Self

_SECONDS = 60


class TaggedLines:
    """A client that is logged in; every command has the tag `t`."""

    def __init__(self, address: tuple[str, int], user: str, password: str) -> None:
        self._socket = socket.create_connection(address, timeout=_SECONDS)
        self._lines = self._socket.makefile("rb")
        self.greeting = self._lines.readline().decode().rstrip()
        assert self.ask(f"LOGIN {user} {password}")[-1].startswith("t OK")

    def ask(self, command: str | bytes) -> list[str]:
        """The lines of the answer, the tagged one last."""
        self._socket.sendall(b"t " + (command.encode() if isinstance(command, str) else command) + b"\r\n")
        lines = []
        while not lines or not lines[-1].startswith("t "):
            line = self._lines.readline()
            assert line, f"the connection ended behind {lines}"
            lines.append(line.decode().rstrip("\r\n"))
        return lines

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.close()
        self._socket.close()
