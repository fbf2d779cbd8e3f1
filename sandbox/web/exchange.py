"""What an HTTP client asked, and what it gets."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

Headers = tuple[tuple[str, str], ...]


class Refusal(Exception):
    """The client gets this status and text."""

    def __init__(self, status: HTTPStatus, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


@dataclass(frozen=True, slots=True)
class Request:
    """Names of header fields are in lower case; the path is decoded, of several values of a name the last counts."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""

    def json(self) -> dict[str, Any]:
        """The object in the body; Refusal."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        # Forms of other sites cannot send this type without asking first.
        if kind != "application/json":
            raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Тело запроса – JSON, Content-Type: application/json")
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise Refusal(HTTPStatus.BAD_REQUEST, "Тело запроса – не JSON") from error
        if not isinstance(found, dict):
            raise Refusal(HTTPStatus.BAD_REQUEST, "Тело запроса – не объект JSON")
        return found

    def number(self, name: str, usual: int, most: int) -> int:
        """A whole number of the query, not below 0 and not above `most`; Refusal."""
        text = self.query.get(name, "")
        if not text:
            return usual
        if not (text.isascii() and text.isdecimal() and len(text) < 16):
            raise Refusal(HTTPStatus.BAD_REQUEST, f"{name} – не целое число")
        return min(int(text), most)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer; a body that comes in pieces ends when its generator does."""

    body: bytes | AsyncGenerator[bytes, None]
    content_type: str
    status: HTTPStatus = HTTPStatus.OK
    headers: Headers = ()


def json_response(value: object, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Cyrillic as it is, for people with curl; halves of characters, which letters may hold, as JSON escapes them."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode("utf-8", "backslashreplace"), "application/json", status)


def refusal_response(refusal: Refusal) -> Response:
    return json_response({"error": refusal.text}, refusal.status)
