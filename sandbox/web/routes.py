"""What answers at which path."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sandbox.database import StoreError
from sandbox.web.exchange import Refusal, Request, Response
from sandbox.web.letters_api import LettersApi
from sandbox.web.service_api import ServiceApi, Surroundings
from sandbox.web.trouble_api import TroubleApi

if TYPE_CHECKING:
    from sandbox.api import SandboxApi

_ASSETS = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
    **{
        f"/{name}.js": (f"{name}.js", "text/javascript; charset=utf-8")
        for name in ("page", "requests", "words", "elements", "boxes", "letter", "connections", "faults", "keys")
    },
}
"""Nothing else is given out, whatever the path says."""

Handler = Callable[..., Response | Awaitable[Response]]


class Routes:
    """Finds what answers a request, and turns what it raises into refusals."""

    def __init__(self, api: SandboxApi, surroundings: Surroundings) -> None:
        letters, trouble, service = LettersApi(api), TroubleApi(api), ServiceApi(api, surroundings)
        self._table: list[tuple[re.Pattern[str], dict[str, Handler]]] = [
            _row("/api/about", GET=service.about),
            _row("/api/events", GET=service.events),
            _row("/api/boxes", GET=letters.boxes),
            _row("/api/letters", GET=letters.letters, POST=letters.put, PATCH=letters.mark_all, DELETE=letters.clear),
            _row("/api/letters/wait", GET=letters.wait),
            _row("/api/letters/N", GET=letters.letter, PATCH=letters.mark, DELETE=letters.delete),
            _row("/api/letters/N/source", GET=letters.source),
            _row("/api/letters/N/html", GET=letters.html),
            _row("/api/letters/N/check", GET=letters.check),
            _row("/api/letters/N/files/N", GET=letters.file),
            _row("/api/letters/N/release", POST=service.release),
            _row("/api/connections", GET=trouble.connections, DELETE=trouble.clear_log),
            _row("/api/connections/N", GET=trouble.conversation),
            _row("/api/faults", GET=trouble.faults, POST=trouble.add_fault, DELETE=trouble.clear_faults),
            _row("/api/faults/N", DELETE=trouble.remove_fault),
        ]

    async def answer(self, request: Request) -> Response:
        """Refusal when there is nothing, or it cannot be had."""
        handler, numbers = self._found(request)
        try:
            if inspect.iscoroutinefunction(handler):
                response: Response = await handler(request, *numbers)
                return response
            # The store may wait for other processes, and a search takes its time: others are served meanwhile.
            return await asyncio.to_thread(handler, request, *numbers)
        except LookupError as error:
            if type(error) is not LookupError:
                # A KeyError or IndexError is a mistake of ours.
                raise
            raise Refusal(HTTPStatus.NOT_FOUND, "Такого здесь нет") from error
        except StoreError as error:
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, str(error)) from error

    def _found(self, request: Request) -> tuple[Callable[..., Any], list[int]]:
        method = "GET" if request.method == "HEAD" else request.method
        if request.path in _ASSETS and method == "GET":
            return _asset, []
        for pattern, handlers in self._table:
            match = pattern.fullmatch(request.path)
            if match is not None:
                if method not in handlers:
                    raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "Такого здесь не делают")
                return handlers[method], [int(number) for number in match.groups()]
        raise Refusal(HTTPStatus.NOT_FOUND, "Такого здесь нет")


def _row(path: str, **handlers: Handler) -> tuple[re.Pattern[str], dict[str, Handler]]:
    return re.compile(path.replace("/N", r"/([0-9]{1,18})")), handlers


def _asset(request: Request) -> Response:
    name, kind = _ASSETS[request.path]
    return Response((files("sandbox.web") / "assets" / name).read_bytes(), kind)
