"""What the server is, and letters sent on to a real one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from sandbox.web.exchange import Refusal, Request, Response, json_response
from sandbox.web.live import events

if TYPE_CHECKING:
    from sandbox.api import SandboxApi

_MOST_RECIPIENTS = 100


class ReleaseError(Exception):
    """The letter was not sent on; the text is for the user."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page tells and does beside the letters; none of it need be there.

    `servers`: where programs connect, by protocol. `release` sends the bytes of a letter to these addresses through
    the real account, and raises ReleaseError; `sender` is that account's address. `folder`: where the letters are kept.
    `any_password`: nobody is fixed who may log in.
    """

    servers: Mapping[str, str]
    sender: str = ""
    release: Callable[[bytes, list[str]], None] | None = None
    folder: str = ""
    any_password: bool = True


class ServiceApi:
    """Each method answers one request."""

    def __init__(self, api: SandboxApi, surroundings: Surroundings) -> None:
        self._api = api
        self._around = surroundings

    def about(self, request: Request) -> Response:
        return json_response(
            {
                "server": "1cs",
                "version": _version(),
                "servers": dict(self._around.servers),
                "folder": self._around.folder,
                "any_password": self._around.any_password,
                "release": self._around.sender if self._around.release else None,
            }
        )

    def events(self, request: Request) -> Response:
        return Response(events(self._api), "text/event-stream")

    def release(self, request: Request, number: int) -> Response:
        recipients = request.json().get("to")
        if not isinstance(recipients, list) or not 0 < len(recipients) <= _MOST_RECIPIENTS:
            raise Refusal(HTTPStatus.BAD_REQUEST, 'Тело запроса пишут так: {"to": ["адрес", …]}')
        if not all(isinstance(each, str) and "@" in each and each.isprintable() for each in recipients):
            raise Refusal(HTTPStatus.BAD_REQUEST, "Не адрес")
        if self._around.release is None:
            raise Refusal(HTTPStatus.CONFLICT, "Настоящая почта не настроена (1cs mail account set) или отключена")
        raw = self._api.raw(number)
        try:
            self._around.release(raw, recipients)
        except ReleaseError as error:
            raise Refusal(HTTPStatus.BAD_GATEWAY, str(error)) from error
        return json_response({"sent": recipients})


def _version() -> str:
    try:
        return version("1cs")
    except PackageNotFoundError:
        return ""
