"""Faults on demand, and what clients and servers said to each other."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from sandbox.fault import FaultError
from sandbox.web.exchange import Refusal, Request, Response, json_response

if TYPE_CHECKING:
    from sandbox.api import SandboxApi
    from sandbox.faults import OrderedFault


class TroubleApi:
    """Each method answers one request; LookupError: there is no such thing; Refusal when it cannot otherwise."""

    def __init__(self, api: SandboxApi) -> None:
        self._api = api

    def faults(self, request: Request) -> Response:
        presets = [{"name": name, "line": line} for name, line in self._api.presets().items()]
        return json_response({"faults": [_fault(each) for each in self._api.faults()], "presets": presets})

    def add_fault(self, request: Request) -> Response:
        line = request.json().get("line")
        if not isinstance(line, str):
            raise Refusal(HTTPStatus.BAD_REQUEST, 'Тело запроса пишут так: {"line": "smtp RCPT refuse 550"}')
        try:
            number = self._api.add_fault(line)
        except FaultError as error:
            raise Refusal(HTTPStatus.BAD_REQUEST, str(error)) from error
        return json_response({"number": number}, HTTPStatus.CREATED)

    def remove_fault(self, request: Request, number: int) -> Response:
        if not self._api.remove_fault(number):
            raise LookupError(number)
        return json_response({"removed": 1})

    def clear_faults(self, request: Request) -> Response:
        return json_response({"removed": self._api.clear_faults()})

    def connections(self, request: Request) -> Response:
        return json_response(
            [
                {
                    "number": each.number,
                    "protocol": each.protocol,
                    "peer": each.peer,
                    "user": each.user,
                    "tls": each.tls,
                    "started": each.started.isoformat(),
                    "ended": each.ended.isoformat() if each.ended else None,
                }
                for each in self._api.connections()
            ]
        )

    def conversation(self, request: Request, number: int) -> Response:
        said = self._api.conversation(number)
        return json_response([{"seconds": each.seconds, "who": each.who, "text": each.text} for each in said])

    def clear_log(self, request: Request) -> Response:
        self._api.clear_log()
        return json_response({})


def _fault(ordered: OrderedFault) -> dict[str, Any]:
    return {
        "number": ordered.number,
        "line": ordered.fault.line(),
        "happened": ordered.happened,
        "over": ordered.is_over,
    }
