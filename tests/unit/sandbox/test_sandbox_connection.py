"""What the servers say to a client that is no longer there."""

from __future__ import annotations

import asyncio

import pytest

from sandbox.connection import Connection

CLIENTS = 10


async def a_client_is_lost_and_the_next_is_heard(said: list[bytes], heard: list[bytes]) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(reader, writer)
        heard.append(await reader.readline())
        writer.transport.abort()
        connection.write(*said)
        # The socket is closed in the next turn of the loop; the number is given to the next client.
        await asyncio.sleep(0)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    try:
        for number in range(CLIENTS):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(b"client %d\r\n" % number)
            assert await asyncio.wait_for(reader.read(), 20) == b""
            writer.close()
    finally:
        server.close()


@pytest.mark.parametrize("said", [[b"too late\r\n"], [b"too ", b"late\r\n"]], ids=["one piece", "pieces"])
def test_an_answer_to_a_lost_client_does_not_deafen_the_server(
    said: list[bytes], caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[bytes] = []
    asyncio.run(a_client_is_lost_and_the_next_is_heard(said, heard))
    assert heard == [b"client %d\r\n" % number for number in range(CLIENTS)]
    assert caplog.records == []
