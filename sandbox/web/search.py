"""What is typed into the search field: words that a letter must hold, `from:` and other marks narrow a word down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sandbox.api import SandboxApi
from sandbox.boxes import LetterSummary
from sandbox.imap.mime_part import MimePart, parse_letter
from stdlib.mail.mime.headers import decode_header
from stdlib.mail.mime.read import read_letter

_AT_ONCE = 200
_WORD = re.compile(r'(?:(?P<mark>\w+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S+))')


class Looked:
    """A letter that is looked through: its bytes, tree and texts are made when a condition asks for them."""

    def __init__(self, summary: LetterSummary, api: SandboxApi) -> None:
        self.summary = summary
        self._api = api

    @cached_property
    def raw(self) -> bytes:
        """Empty when it was removed a moment ago."""
        try:
            return self._api.raw(self.summary.number)
        except LookupError:
            return b""

    @cached_property
    def part(self) -> MimePart:
        return parse_letter(self.raw)

    @cached_property
    def headers(self) -> str:
        """Of the letter and of all that is inside it: names of files are in those."""
        fields = (field for part in self.part.walk() for field in part.header.fields)
        return "\n".join(f"{name.decode('ascii')}: {decode_header(value)}" for name, value in fields).casefold()

    @cached_property
    def texts(self) -> str:
        return "\n".join(self.part.texts()).casefold()

    def field(self, name: bytes) -> str:
        return "\n".join(decode_header(value) for value in self.part.header.all(name)).casefold()


Condition = Callable[[Looked], bool]

_FIELDS = {
    "from": b"from",
    "to": b"to",
    "cc": b"cc",
    "subject": b"subject",
    "от": b"from",
    "кому": b"to",
    "копия": b"cc",
    "тема": b"subject",
}
_STATES: dict[tuple[str, str], Condition] = {
    ("is", "unread"): lambda one: not one.summary.seen,
    ("is", "read"): lambda one: one.summary.seen,
    ("has", "file"): lambda one: bool(read_letter(one.raw).attachments),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letters: of one account, in one folder, older than number `before`, and what must be in them."""

    address: str | None = None
    folder: str | None = None
    before: int | None = None
    search: str = ""


def newest(api: SandboxApi, wanted: Wanted, most: int) -> list[LetterSummary]:
    """The newest of the wanted letters, so many at most; ValueError when the address cannot be one."""
    conditions = [_condition(match) for match in _WORD.finditer(wanted.search)]
    if not conditions:
        return api.letters(wanted.address, wanted.folder, wanted.before, most)
    found = []
    for summary in _all(api, wanted):
        looked = Looked(summary, api)
        if all(condition(looked) for condition in conditions):
            found.append(summary)
            if len(found) == most:
                break
    return found


def _all(api: SandboxApi, wanted: Wanted) -> Iterator[LetterSummary]:
    before = wanted.before
    while portion := api.letters(wanted.address, wanted.folder, before, _AT_ONCE):
        yield from portion
        before = portion[-1].number


def _condition(match: re.Match[str]) -> Condition:
    mark = (match["mark"] or "").casefold()
    value = (match["quoted"] if match["plain"] is None else match["plain"]).casefold()
    field = _FIELDS.get(mark)
    if field is not None:
        return lambda one: value in one.field(field)
    state = _STATES.get((mark, value))
    if state is not None:
        return state
    word = f"{mark}:{value}" if mark else value
    return lambda one: word in one.headers or word in one.texts
