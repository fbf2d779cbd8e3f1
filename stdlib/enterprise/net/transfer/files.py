"""FTPСоединение: its client, files and streams, what is found."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import RawIOBase
from typing import TYPE_CHECKING, BinaryIO, cast

from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.files.disk import access
from stdlib.enterprise.net.ftp_file import FTPFile
from stdlib.enterprise.net.transfer.failures import told
from stdlib.enterprise.net.transfer.servers import ftp_server
from stdlib.net.ftp import FtpClient

if TYPE_CHECKING:
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.net.ftp_connection import FTPConnection


@contextmanager
def asking(connection: FTPConnection) -> Iterator[FtpClient]:
    """The connection's client; its errors are the script's."""
    server = ftp_server(connection)
    client = connection.client
    if client is None or client.server != server:
        if client is not None:
            client.close()
        client = connection.client = FtpClient(server)
        weakref.finalize(connection, client.close)
    with told():
        yield client


def send_file(connection: FTPConnection, path: str, address: str) -> None:
    with access("read", path), open(path, "rb") as file, asking(connection) as client:
        client.store(address, file)


def send_stream(connection: FTPConnection, source: Stream, address: str) -> None:
    with asking(connection) as client:
        client.store(address, cast("BinaryIO", _Source(source)))


def receive_file(connection: FTPConnection, address: str, path: str) -> None:
    """What has stood in the file stays until the server sends something."""
    with access("write", path), ExitStack() as stack, asking(connection) as client:
        opened: list[BinaryIO] = []

        def put(piece: bytes) -> None:
            if not opened:
                opened.append(stack.enter_context(open(path, "wb")))
            opened[0].write(piece)

        client.fetch(address, put)
        if not opened:
            put(b"")


def receive_stream(connection: FTPConnection, address: str, target: Stream) -> None:
    with asking(connection) as client:
        client.fetch(address, target.put)


def found_files(connection: FTPConnection, path: str, mask: str | None, recursive: bool) -> Array:
    with asking(connection) as client:
        return Array.of(FTPFile(folder, entry) for folder, entry in client.find(path, mask, recursive=recursive))


class _Source(RawIOBase):
    """A stream of the script as the transport reads it."""

    def __init__(self, stream: Stream) -> None:
        super().__init__()
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        return self._stream.take(size)
