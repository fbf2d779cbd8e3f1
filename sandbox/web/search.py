"""What is typed into the search field: words that a letter must hold, `from:` and other marks narrow a word down.

    отчёт "счёт за ноябрь" -черновик      all of these words, and not that one
    from: to: cc: bcc: subject: reply-to: id: file:     от: кому: копия: тема: файл:
    is:unread is:read is:flagged is:answered has:file
    before:2026-11-22 after:2026-11-01    до: после:     the day it came; that of `after` belongs to it
    larger:100k smaller:2m                больше: меньше:

What only looks like a mark is a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sandbox.api import SandboxApi
from sandbox.boxes import LetterSummary
from sandbox.imap.mime_part import MimePart, parse_letter
from stdlib.mail.mime.read import read_letter

_AT_ONCE = 200
_WORD = re.compile(r'(?P<no>-(?=\S))?(?:(?P<mark>\w[\w-]*):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S+))')
_SIZE = re.compile(r"(\d{1,12})([kmкм]?)[bб]?")
_UNITS = {"": 1, "k": 1 << 10, "к": 1 << 10, "m": 1 << 20, "м": 1 << 20}


class SearchedLetter:
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
        """Of the letter and of all that is inside it."""
        return self.part.headers_text().casefold()

    @cached_property
    def texts(self) -> str:
        return "\n".join(self.part.texts()).casefold()

    @cached_property
    def files(self) -> list[str]:
        return [file.name.casefold() for file in read_letter(self.raw).attachments]

    def field(self, name: bytes) -> str:
        return "\n".join(self.part.header.texts(name)).casefold()


Condition = Callable[[SearchedLetter], bool]

_FIELDS = {
    "from": b"from",
    "to": b"to",
    "cc": b"cc",
    "bcc": b"bcc",
    "subject": b"subject",
    "reply-to": b"reply-to",
    "id": b"message-id",
    "от": b"from",
    "кому": b"to",
    "копия": b"cc",
    "тема": b"subject",
}
_STATES: dict[tuple[str, str], Condition] = {
    ("is", "unread"): lambda one: not one.summary.seen,
    ("is", "read"): lambda one: one.summary.seen,
    ("is", "flagged"): lambda one: one.summary.flagged,
    ("is", "answered"): lambda one: one.summary.answered,
    ("has", "file"): lambda one: bool(one.files),
}
_DAYS = {"before": "before", "до": "before", "after": "after", "после": "after"}
_SIZES = {"larger": "larger", "больше": "larger", "smaller": "smaller", "меньше": "smaller"}
_FILES = frozenset(("file", "файл"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letters: of one account, in one folder, older than number `before`, and what must be in them."""

    address: str | None = None
    folder: str | None = None
    before: int | None = None
    search: str = ""


def newest(api: SandboxApi, wanted: Wanted, most: int) -> list[LetterSummary]:
    """The newest of the wanted letters, so many at most; ValueError when the address cannot be one."""
    if not wanted.search.strip():
        return api.letters(wanted.address, wanted.folder, wanted.before, most)
    conditions = [_condition(match) for match in _WORD.finditer(wanted.search)]
    found = []
    for summary in _all(api, wanted):
        letter = SearchedLetter(summary, api)
        if all(condition(letter) for condition in conditions):
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
    condition = _marked(mark, value)
    return (lambda one: not condition(one)) if match["no"] else condition


def _marked(mark: str, value: str) -> Condition:
    field = _FIELDS.get(mark)
    if field is not None:
        return lambda one: value in one.field(field)
    if mark in _FILES:
        return lambda one: any(value in name for name in one.files)
    special = _STATES.get((mark, value)) or _day(mark, value) or _size(mark, value)
    if special is not None:
        return special
    word = f"{mark}:{value}" if mark else value
    return lambda one: word in one.headers or word in one.texts


def _day(mark: str, value: str) -> Condition | None:
    kind = _DAYS.get(mark)
    if kind is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    if kind == "before":
        return lambda one: one.summary.date.date() < day
    return lambda one: one.summary.date.date() >= day


def _size(mark: str, value: str) -> Condition | None:
    kind, found = _SIZES.get(mark), _SIZE.fullmatch(value)
    if kind is None or found is None:
        return None
    octets = int(found[1]) * _UNITS[found[2]]
    if kind == "larger":
        return lambda one: one.summary.size > octets
    return lambda one: one.summary.size < octets
