"""What the store hands out: boxes and letters as they were at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

SEEN, ANSWERED, FLAGGED, DELETED, DRAFT = "\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft"
SYSTEM_FLAGS = (SEEN, ANSWERED, FLAGGED, DELETED, DRAFT)


@dataclass(frozen=True, slots=True)
class Box:
    """A mailbox of an account: a folder, in the words of the script."""

    id: int
    account: int
    name: str
    uidvalidity: int
    uidnext: int
    modseq: int
    expunged: int
    """The modseq of the last removal of letters."""
    special: str
    """The SPECIAL-USE attribute (RFC 6154), or an empty string."""
    selectable: bool
    """False: it was deleted, and only its inner boxes hold the name."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in a box, without its bytes."""

    number: int
    """Small, never used twice: the name of the letter in `1cs mail show`."""
    box: int
    uid: int
    modseq: int
    flags: frozenset[str]
    moment: int
    """The internal date: seconds since 1970."""
    zone: int
    """Minutes east of Greenwich."""
    size: int
    content: int

    @property
    def date(self) -> datetime:
        return datetime.fromtimestamp(self.moment, timezone(timedelta(minutes=self.zone)))
