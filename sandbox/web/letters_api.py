"""Boxes, letters and files for the page and for programs."""

from __future__ import annotations

import asyncio
import re
import time
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from sandbox.accounts import account_address
from sandbox.boxes import MARKS
from sandbox.web.exchange import Headers, Refusal, Request, Response, json_response
from sandbox.web.html_view import html_response
from sandbox.web.letter_check import check_letter
from sandbox.web.letter_view import letter_details, letter_line
from sandbox.web.live import changes
from sandbox.web.search import Wanted, newest
from stdlib.mail.mime.read import read_letter

if TYPE_CHECKING:
    from sandbox.api import SandboxApi
    from stdlib.mail.mime.read import ParsedAttachment

_USUAL_PAGE, _LONGEST_PAGE = 50, 500
_USUAL_WAIT, _LONGEST_WAIT = 10, 60
_LARGEST = 1 << 53
# What a browser draws without running anything.
_SHOWN = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"))
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_ASCII_NAME = re.compile(r"[^A-Za-z0-9._ -]")


class LettersApi:
    """Each method answers one request; LookupError: there is no such letter; Refusal when it cannot otherwise."""

    def __init__(self, api: SandboxApi) -> None:
        self._api = api

    def boxes(self, request: Request) -> Response:
        return json_response(
            [
                {"address": box.address, "folder": box.folder, "letters": box.letters, "unseen": box.unseen}
                for box in self._api.folders()
            ]
        )

    def letters(self, request: Request) -> Response:
        most = request.number("limit", _USUAL_PAGE, _LONGEST_PAGE)
        page = newest(self._api, _wanted(request), most + 1)
        shown = page[:most]
        before = shown[-1].number if shown and len(page) > most else None
        return json_response({"letters": [letter_line(each) for each in shown], "before": before})

    async def wait(self, request: Request) -> Response:
        """The oldest wanted letter above `after`: at once, or when it arrives within `seconds`."""
        after = request.number("after", 0, _LARGEST)
        seconds = request.number("seconds", _USUAL_WAIT, _LONGEST_WAIT)
        wanted, deadline = _wanted(request), time.monotonic() + seconds
        version = None
        with changes(self._api) as new:
            while True:
                if version != (version := await asyncio.to_thread(self._api.version)):
                    page = await asyncio.to_thread(newest, self._api, wanted, _LONGEST_PAGE)
                    if found := [each for each in page if each.number > after]:
                        return json_response(letter_line(found[-1]))
                if time.monotonic() > deadline:
                    raise Refusal(HTTPStatus.NOT_FOUND, "Такое письмо не пришло")
                await new.nap()

    def letter(self, request: Request, number: int) -> Response:
        summary = self._api.letter(number)
        return json_response(letter_line(summary) | letter_details(read_letter(self._api.raw(number))))

    def source(self, request: Request, number: int) -> Response:
        raw = self._api.raw(number)
        if "download" in request.query:
            return Response(raw, "application/octet-stream", headers=_as_file(f"{number}.eml"))
        return Response(raw, "text/plain; charset=utf-8", headers=_SHUT_IN)

    def check(self, request: Request, number: int) -> Response:
        return json_response(check_letter(self._api.raw(number)))

    def html(self, request: Request, number: int) -> Response:
        response = html_response(read_letter(self._api.raw(number)), remote=request.query.get("remote") == "1")
        if response is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "В письме нет HTML")
        return response

    def file(self, request: Request, number: int, place: int) -> Response:
        files = read_letter(self._api.raw(number)).attachments
        if place >= len(files):
            raise Refusal(HTTPStatus.NOT_FOUND, "Такого файла в письме нет")
        file = files[place]
        kind = file.content_type.lower()
        if "show" in request.query and kind in _SHOWN:
            return Response(file.data, kind, headers=_SHUT_IN)
        return Response(file.data, "application/octet-stream", headers=_as_file(_file_name(file)))

    def mark(self, request: Request, number: int) -> Response:
        if not self._api.mark_all([number], _marks(request)):
            raise LookupError(number)
        return json_response(letter_line(self._api.letter(number)))

    def mark_all(self, request: Request) -> Response:
        """Those that are chosen, or all there are."""
        return json_response({"marked": self._api.mark_all(_chosen(self._api, request), _marks(request))})

    def delete(self, request: Request, number: int) -> Response:
        if not self._api.remove([number]):
            raise LookupError(number)
        return json_response({"removed": 1})

    def clear(self, request: Request) -> Response:
        """Those that are chosen, or all there are: then numbers start from 1 again."""
        if not request.query.keys() - {"address"}:
            return json_response({"removed": self._api.clear(_address(request))})
        return json_response({"removed": self._api.remove(_chosen(self._api, request))})

    def put(self, request: Request) -> Response:
        """A letter laid into boxes, as if it had come: the body is the letter."""
        recipients = [_checked(each) for each in request.query.get("to", "").split(",") if each.strip()]
        if request.headers.get("content-type", "") != "message/rfc822" or not recipients or not request.body:
            raise Refusal(
                HTTPStatus.BAD_REQUEST, "Нужны ?to=АДРЕС и тело запроса – письмо, Content-Type: message/rfc822"
            )
        numbers = [self._api.put(each, request.body) for each in recipients]
        return json_response({"numbers": numbers}, HTTPStatus.CREATED)


def _wanted(request: Request) -> Wanted:
    query = request.query
    return Wanted(
        _address(request),
        query.get("folder") or None,
        request.number("before", 0, _LARGEST) or None,
        query.get("search", ""),
    )


def _chosen(api: SandboxApi, request: Request) -> list[int]:
    """Numbers of the letters that the query is about."""
    unknown = request.query.keys() - {"address", "folder", "search", "numbers"}
    if unknown:
        # A slip of the pen must not be taken for "all of them".
        raise Refusal(HTTPStatus.BAD_REQUEST, f"Неизвестно: {min(unknown)}; есть address, folder, search, numbers")
    numbers = request.query.get("numbers")
    if numbers is None:
        return [each.number for each in newest(api, _wanted(request), _LARGEST)]
    if not re.fullmatch(r"\d{1,15}(?:,\d{1,15})*", numbers, re.ASCII):
        raise Refusal(HTTPStatus.BAD_REQUEST, "numbers пишут так: 1,2,3")
    return [int(each) for each in numbers.split(",")]


def _marks(request: Request) -> dict[str, bool]:
    wish = request.json()
    if not wish or wish.keys() - MARKS or not all(isinstance(each, bool) for each in wish.values()):
        raise Refusal(HTTPStatus.BAD_REQUEST, f'Тело запроса пишут так: {{"seen": true}}; есть {", ".join(MARKS)}')
    return wish


def _address(request: Request) -> str | None:
    address = request.query.get("address")
    return _checked(address) if address else None


def _checked(address: str) -> str:
    try:
        return account_address(address)
    except ValueError as error:
        raise Refusal(HTTPStatus.BAD_REQUEST, "Не адрес") from error


_SHUT_IN: Headers = (("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'; sandbox"),)


def _file_name(file: ParsedAttachment) -> str:
    name = _CONTROLS.sub("", file.name).strip()
    if name:
        return name
    return "letter.eml" if file.letter is not None else "file.bin"


def _as_file(name: str) -> Headers:
    """RFC 6266: a name in ASCII for old clients, the true one in percent."""
    plain = _NOT_ASCII_NAME.sub("_", name)
    return (
        ("Content-Disposition", f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"),
        *_SHUT_IN,
    )
