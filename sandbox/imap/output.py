"""Values as the server writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone

from sandbox.imap.failures import BadCommand

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBER_OF_MONTH = {month.lower(): number for number, month in enumerate(_MONTHS, 1)}
_DATE = re.compile(r"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4})")
_TIME = re.compile(r"\s+(\d\d):(\d\d):(\d\d)\s+([+-])(\d\d)(\d\d)\s*")
_NEEDS_LITERAL = re.compile(rb"[\r\n\0\x80-\xff]")
_LONGEST_QUOTED = 900


def string(value: bytes) -> bytes:
    """A quoted string, or a literal when quotes cannot hold the value."""
    if len(value) > _LONGEST_QUOTED or _NEEDS_LITERAL.search(value):
        return literal(value)
    return b'"' + value.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'


def nstring(value: bytes | None) -> bytes:
    """A string, or NIL for None."""
    return b"NIL" if value is None else string(value)


def literal(value: bytes) -> bytes:
    return b"{%d}\r\n%b" % (len(value), value)


def flags(names: Iterable[str]) -> bytes:
    return b"(" + " ".join(names).encode() + b")"


def date_time(moment: datetime) -> bytes:
    """INTERNALDATE: names of months are English whatever the locale."""
    month = _MONTHS[moment.month - 1]
    return f'"{moment.day:2}-{month}-{moment.year:04} {moment:%H:%M:%S %z}"'.encode()


def parse_date(text: str) -> date:
    """A day of SEARCH; raises BadCommand."""
    return _day(_DATE.fullmatch(text))


def parse_date_time(text: str) -> datetime:
    """The date of APPEND; raises BadCommand."""
    day = _DATE.match(text)
    clock = _TIME.fullmatch(text, day.end()) if day else None
    if clock is None:
        raise BadCommand("not a date")
    hours, minutes, seconds, sign, zone_hours, zone_minutes = clock.groups()
    zone = timedelta(hours=int(zone_hours), minutes=int(zone_minutes)) * (-1 if sign == "-" else 1)
    try:
        return datetime.combine(_day(day), time(int(hours), int(minutes), int(seconds), tzinfo=timezone(zone)))
    except ValueError as error:
        raise BadCommand("no such time") from error


def _day(match: re.Match[str] | None) -> date:
    if match is None or match[2].lower() not in _NUMBER_OF_MONTH:
        raise BadCommand("not a date")
    try:
        return date(int(match[3]), _NUMBER_OF_MONTH[match[2].lower()], int(match[1]))
    except ValueError as error:
        raise BadCommand("no such day") from error
