"""The date of a letter, however its program wrote it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 300
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COLON_IN_ZONE = re.compile(r"([+-][0-9]{2}):([0-9]{2})\Z")
_BESIDE_GREENWICH = re.compile(r"(?:GMT|UTC) ?([+-])([0-9]{1,2})(?::?([0-9]{2}))?\Z", re.IGNORECASE)
_COMMENT = re.compile(r"\s*\([^()]*\)\s*\Z")
_LEAP_SECOND = re.compile(r"(:[0-9]{2}):60\b")
_NAMED_ZONE = re.compile(r"\b(MSK|MSD|EET|EEST|CET|CEST|BST)\Z")
_ZONES = {
    "MSK": "+0300", "MSD": "+0400", "EET": "+0200", "EEST": "+0300", "CET": "+0100", "CEST": "+0200", "BST": "+0100",
}  # fmt: skip


def parse_date(text: str) -> datetime | None:
    """An aware moment (UTC where no zone is told), None when this is no date."""
    text = _COMMENT.sub("", text[:_LONGEST]).strip(" ;")
    try:
        date = datetime.fromisoformat(text) if _ISO.match(text) else parsedate_to_datetime(_usual(text))
        # Programs that count years from 1900 (RFC 5322, 4.3).
        date = date.replace(year=date.year + 1900) if 100 <= date.year < 1000 else date
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _usual(text: str) -> str:
    """With the zone as RFC 5322 writes it."""
    text = _LEAP_SECOND.sub(r"\1:59", _COLON_IN_ZONE.sub(r"\1\2", text))
    if found := _BESIDE_GREENWICH.search(text):
        return f"{text[: found.start()]}{found[1]}{found[2]:0>2}{found[3] or '00'}"
    return _NAMED_ZONE.sub(lambda zone: _ZONES[zone[1]], text)
