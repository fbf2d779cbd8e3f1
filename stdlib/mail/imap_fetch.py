"""FETCH of a letter's flags, size, date and bytes.

The library's parser reads the answer octet by octet, which takes longer than the server and the network together: the
lines that servers do send are read here, any other answer is left to the library.
"""

from __future__ import annotations

import imaplib
import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from imapclient.response_parser import parse_fetch_response  # type: ignore[import-untyped]

Answers = dict[int, dict[bytes, Any]]

_LINE = re.compile(
    rb"\d+ \((?: ?(?:UID (?P<uid>\d{1,10})|FLAGS \((?P<flags>[^()\"{]*)\)|RFC822\.SIZE (?P<size>\d{1,18})"
    rb"|INTERNALDATE \"(?P<date>[^\"\\]*)\"|MODSEQ \(\d+\)|(?P<body>BODY\[(?:HEADER)?\]) \{\d+\}))+\)"
)
_DATE = re.compile(
    rb"([ \d]\d)-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"
)
_MONTHS = b"JanFebMarAprMayJunJulAugSepOctNovDec"


def fetch(client: Any, uids: Sequence[int], items: Sequence[str]) -> Answers:
    """Answers by uid; errors are those of the library."""
    status, answer = client._imap.uid("FETCH", ",".join(map(str, uids)), f"({' '.join(items)})")
    if status != "OK":
        raise imaplib.IMAP4.error(f"fetch failed: {_text(answer)}")
    found = read_answers(answer)
    if found is None:
        found = parse_fetch_response(answer, False, True)
    return found


def _text(answer: Sequence[Any]) -> str:
    said = answer[0] if answer else b""
    return said.decode("utf-8", "surrogateescape") if isinstance(said, bytes) else ""


def read_answers(answer: Sequence[Any]) -> Answers | None:
    """Answers by uid; None: there is something that only the library can read."""
    found: Answers = {}
    place = 0
    while place < len(answer):
        part = answer[place]
        literal = None
        if isinstance(part, tuple):
            place += 1
            line, literal = part
            if place == len(answer) or isinstance(answer[place], tuple):
                return None
            # The rest of the line, behind the literal.
            part = line + answer[place]
        place += 1
        if part is None:
            continue
        match = _LINE.fullmatch(part)
        if match is None or (literal is None) != (match["body"] is None):
            return None
        # What is told unasked, of other letters or without a UID, does no harm.
        if match["uid"] is None:
            continue
        try:
            _take(found.setdefault(int(match["uid"]), {}), match, literal)
        except ValueError:
            return None
    return found


def _take(letter: dict[bytes, Any], match: re.Match[bytes], literal: bytes | None) -> None:
    flags, size, date, body = match.group("flags", "size", "date", "body")
    if flags is not None:
        letter[b"FLAGS"] = tuple(flags.split())
    if size is not None:
        letter[b"RFC822.SIZE"] = int(size)
    if date is not None:
        letter[b"INTERNALDATE"] = _moment(date)
    if body is not None:
        letter[body] = literal


def _moment(text: bytes) -> datetime:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    day, name, year, hour, minute, second, sign, hours, minutes = match.groups()
    month = _MONTHS.index(name) // 3 + 1
    offset = (60 * int(hours) + int(minutes)) * (-1 if sign == b"-" else 1)
    return datetime(int(year), month, int(day), int(hour), int(minute), int(second), tzinfo=_zone(offset))


@lru_cache(maxsize=64)
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))
