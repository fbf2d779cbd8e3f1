"""One HTTP/1.1 client: requests by h11, one after another, within limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote_to_bytes

import h11

from sandbox.web.exchange import Headers, Refusal, Request, Response, refusal_response
from sandbox.web.guard import USUAL_HEADERS

Admit = Callable[[Request], int]
"""Of a request without its body: how many octets that may have; Refusal."""
Answer = Callable[[Request], Awaitable[Response]]

_LONGEST_HEAD = 16 * 1024
_IDLE_SECONDS = 75.0
_READING_SECONDS = 30.0
_WRITING_SECONDS = 30.0
_PARTING_SECONDS = 1.0
_PIECE = 64 * 1024
_NO_HTTP = "Это не HTTP/1.1 (в адресе все буквы, кроме латинских, пишут через %)"


class Conversation:
    """Serves until the client leaves, is silent for too long or sends what is not HTTP."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, admit: Admit, answer: Answer
    ) -> None:
        self._reader, self._writer = reader, writer
        self._admit, self._answer = admit, answer
        self._connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_LONGEST_HEAD)

    async def run(self) -> None:
        """Raises OSError and TimeoutError: the client's trouble."""
        while True:
            try:
                request = await self._request()
                if request is None:
                    return
                response = await self._answered(request)
            except Refusal as refusal:
                # The rest of the request is still on its way: nobody can tell where the next one begins.
                await self._send_last(refusal)
                return
            except h11.RemoteProtocolError as error:
                if self._connection.our_state is h11.IDLE or self._connection.our_state is h11.SEND_RESPONSE:
                    status = HTTPStatus(error.error_status_hint)
                    await self._send_last(Refusal(status, _NO_HTTP))
                return
            await self._send(response, request.method)
            if self._connection.our_state is h11.MUST_CLOSE:
                return
            self._connection.start_next_cycle()

    async def _answered(self, request: Request) -> Response:
        try:
            return await self._answer(request)
        except Refusal as refusal:
            return refusal_response(refusal)

    async def _request(self) -> Request | None:
        """The next one, None when the client has gone."""
        head = await self._event(_IDLE_SECONDS)
        if not isinstance(head, h11.Request):
            return None
        request = _request_of(head)
        longest = self._admit(request)
        if int(request.headers.get("content-length", "0")) > longest:
            raise _too_large()
        body = bytearray()
        while isinstance(event := await self._event(_READING_SECONDS), h11.Data):
            body += event.data
            if len(body) > longest:
                raise _too_large()
        return replace(request, body=bytes(body)) if isinstance(event, h11.EndOfMessage) else None

    async def _event(self, seconds: float) -> object:
        async with asyncio.timeout(seconds):
            while (event := self._connection.next_event()) is h11.NEED_DATA:
                if self._connection.they_are_waiting_for_100_continue:
                    self._write(h11.InformationalResponse(status_code=100, headers=[]))
                self._connection.receive_data(await self._reader.read(_PIECE))
        return event

    async def _send(self, response: Response, method: str) -> None:
        body = response.body
        fields = [("Content-Type", response.content_type), *_with_usual(response.headers)]
        if isinstance(body, bytes):
            fields.append(("Content-Length", str(len(body))))
        self._write(h11.Response(status_code=response.status.value, reason=response.status.phrase, headers=fields))
        if method == "HEAD":
            body = b""
        if isinstance(body, bytes):
            for start in range(0, len(body), _PIECE):
                self._write(h11.Data(data=body[start : start + _PIECE]))
                await self._flush()
        else:
            await self._stream(body)
        self._write(h11.EndOfMessage())
        await self._flush()

    async def _send_last(self, refusal: Refusal) -> None:
        await self._send(replace(refusal_response(refusal), headers=(("Connection", "close"),)), "GET")
        # What it has sent and nobody reads would make the kernel reset the connection, and the answer be lost.
        self._writer.write_eof()
        with suppress(TimeoutError):
            async with asyncio.timeout(_PARTING_SECONDS):
                while await self._reader.read(_PIECE):
                    pass

    async def _stream(self, body: AsyncGenerator[bytes, None]) -> None:
        async with aclosing(body) as pieces:
            async for piece in pieces:
                self._write(h11.Data(data=piece))
                await self._flush()

    def _write(self, event: h11.Event) -> None:
        data = self._connection.send(event)
        if data:
            self._writer.write(data)

    async def _flush(self) -> None:
        async with asyncio.timeout(_WRITING_SECONDS):
            await self._writer.drain()


def _too_large() -> Refusal:
    return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Тело запроса слишком велико")


def _request_of(head: h11.Request) -> Request:
    path, _, query = head.target.partition(b"?")
    try:
        text = unquote_to_bytes(path).decode("utf-8")
        pairs = parse_qsl(query.decode("ascii"), keep_blank_values=True, max_num_fields=50, errors="replace")
    except ValueError as error:
        raise Refusal(HTTPStatus.BAD_REQUEST, "Адрес запроса не читается") from error
    headers = {name.decode("ascii"): value.decode("latin-1") for name, value in head.headers}
    return Request(head.method.decode("ascii"), text, dict(pairs), headers)


def _with_usual(own: Headers) -> Headers:
    named = {name.lower() for name, _ in own}
    return (*own, *((name, value) for name, value in USUAL_HEADERS if name.lower() not in named))
