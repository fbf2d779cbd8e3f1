"""Lines of listings → FtpEntry. Names come from the server: they are text and never a path of this machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

_UNIX = re.compile(
    r"(?P<kind>[-dlbcps])\S{9,}\s+(?:\d+\s+)?\S+\s+(?:\S+\s+)?(?P<size>\d+)\s+"
    r"(?P<date>[A-Z][a-z]{2}\s+\d{1,2}\s+(?:\d{4}|\d{1,2}:\d{2})|\d{4}-\d{2}-\d{2}\s+\d{2}:\d{2})\s(?P<name>.+)"
)
_DOS = re.compile(
    r"(?P<date>\d{2}-\d{2}-(?:\d{4}|\d{2})\s+\d{2}:\d{2}(?:[AP]M)?)\s+(?:(?P<folder><DIR>)|(?P<size>\d+))\s+(?P<name>.+)"
)
_DOS_DATES = ("%m-%d-%y %I:%M%p", "%m-%d-%Y %I:%M%p", "%m-%d-%y %H:%M", "%m-%d-%Y %H:%M")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LONGEST_LINE = 4096


@dataclass(frozen=True, slots=True)
class FtpEntry:
    """What stands in a folder of the server. `moment`: of its last change, UTC or (naive) by the server's clock."""

    name: str
    is_folder: bool
    size: int = 0
    moment: datetime | None = None
    is_link: bool = False


def of_mlsd(lines: Iterable[str]) -> list[FtpEntry]:
    """RFC 3659: `type=file;size=1; name`."""
    found = []
    for line in lines:
        facts, _, name = line.partition(" ")
        known = dict(fact.lower().partition("=")[::2] for fact in facts.split(";") if "=" in fact)
        kind = known.get("type", "file")
        if kind in ("cdir", "pdir") or not _is_name(name):
            continue
        size = known.get("size", "0")
        moment = _moment(known.get("modify", "")[:14], "%Y%m%d%H%M%S")
        found.append(
            FtpEntry(
                name,
                kind == "dir",
                int(size) if size.isascii() and size.isdigit() and len(size) < 20 else 0,
                moment and moment.replace(tzinfo=UTC),
                kind.startswith(("os.unix=slink", "os.unix=symlink")),
            )
        )
    return found


def of_list(lines: Iterable[str], now: datetime) -> list[FtpEntry]:
    """What LIST of Unix or Windows prints; lines that are neither are left out."""
    found = []
    for line in lines:
        entry = _of_line(line, now) if len(line) <= _LONGEST_LINE else None
        if entry is not None and _is_name(entry.name):
            found.append(entry)
    return found


def _of_line(line: str, now: datetime) -> FtpEntry | None:
    if match := _UNIX.fullmatch(line):
        name, kind = match["name"], match["kind"]
        if kind == "l":
            name = name.partition(" -> ")[0]
        return FtpEntry(name, kind == "d", int(match["size"][:19]), _unix_moment(match["date"], now), kind == "l")
    if match := _DOS.fullmatch(line):
        text = " ".join(match["date"].split())
        moment = next((made for form in _DOS_DATES if (made := _moment(text, form))), None)
        return FtpEntry(match["name"], match["folder"] is not None, int((match["size"] or "0")[:19]), moment)
    return None


def _unix_moment(text: str, now: datetime) -> datetime | None:
    if "-" in text:
        return _moment(" ".join(text.split()), "%Y-%m-%d %H:%M")
    month, day, last = text.split()
    if month not in _MONTHS:
        return None
    number = _MONTHS.index(month) + 1
    if ":" not in last:
        return _moment(f"{last} {number} {day}", "%Y %m %d")
    made = _moment(f"{now.year} {number} {day} {last}", "%Y %m %d %H:%M")
    # Without a year it is one of the last twelve months.
    if made and (made - now).days > 1:
        return _moment(f"{now.year - 1} {number} {day} {last}", "%Y %m %d %H:%M")
    return made


def _moment(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)
    except ValueError:
        return None


def _is_name(name: str) -> bool:
    """Not a way out of the folder."""
    return name not in ("", ".", "..") and not any(c in name for c in "/\\\r\n\0")
