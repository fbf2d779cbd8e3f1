"""What a program asks the sandbox's page, by the HTTP client of Python."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    """Names of header fields are in lower case."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    def json(self) -> Any:
        return json.loads(self.content)


class WebClient:
    """One connection to the server of `url`, made anew when it was closed."""

    def __init__(self, url: str) -> None:
        place = urlsplit(url)
        self._connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=70)

    def close(self) -> None:
        self._connection.close()

    def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None = None,
        *,
        value: object = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """`value` is sent as JSON; what `headers` names is sent instead of what would be."""
        sent = dict(headers or {})
        if value is not None:
            body = json.dumps(value).encode()
            sent.setdefault("Content-Type", "application/json")
        self._connection.request(method, f"{path}?{urlencode(query)}" if query else path, body, sent)
        answer = self._connection.getresponse()
        return Answer(answer.status, {name.lower(): found for name, found in answer.getheaders()}, answer.read())

    def get(self, path: str, **query: Any) -> Answer:
        return self.request("GET", path, query)

    def post(self, path: str, value: object) -> Answer:
        return self.request("POST", path, value=value)

    def delete(self, path: str, **query: Any) -> Answer:
        return self.request("DELETE", path, query)


@contextmanager
def web_client(url: str) -> Iterator[WebClient]:
    client = WebClient(url)
    try:
        yield client
    finally:
        client.close()


@contextmanager
def event_names(url: str) -> Iterator[Iterator[str]]:
    """The names of the events of a stream, as they come."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=70)
    try:
        connection.request("GET", place.path)
        answer = connection.getresponse()
        yield (line[7:].decode().strip() for line in answer if line.startswith(b"event: "))
    finally:
        connection.close()
