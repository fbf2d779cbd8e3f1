"""Offsets of time zones from universal time. A zone is named as in the IANA base, or like GMT+3, or by nothing."""

from __future__ import annotations

from contextvars import ContextVar

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_session_zone: ContextVar[str] = ContextVar("session_zone", default="")


def choose_session_zone(zone: str) -> None:
    """Let the script that is running live in this zone; an empty name stands for the computer's."""
    _session_zone.set(zone)


def session_zone() -> str:
    """The zone that the script chose; empty when it is the computer's."""
    return _session_zone.get()


def local_offset(moment: float) -> int:
    """Seconds by which local time is ahead at a moment, in seconds of the epoch."""
    from time import localtime

    return localtime(moment).tm_gmtoff


def offset_at(zone: str | None, moment: int) -> int:
    """Seconds by which a zone's time is ahead at a moment of universal time, in seconds of the epoch."""
    if not zone:
        return local_offset(moment)
    fixed = _fixed(zone)
    return fixed if fixed is not None else _seconds(_in_zone(zone, moment).utcoffset())


def daylight_at(zone: str | None, moment: int) -> int:
    """Seconds of daylight saving time in a zone at a moment of universal time."""
    if not zone:
        from time import altzone, localtime, timezone

        return timezone - altzone if localtime(moment).tm_isdst > 0 else 0
    return 0 if _fixed(zone) is not None else _seconds(_in_zone(zone, moment).dst())


def local_zone() -> str:
    """The name of the local zone in the IANA base where it can be told, else its offset like GMT+03:00."""
    import os
    import time

    named = os.environ.get("TZ", "").lstrip(":")
    if not named:
        target = os.path.realpath("/etc/localtime")
        _, mark, name = target.partition("zoneinfo/")
        named = name if mark else ""
    if named:
        return named
    hours, minutes = divmod(abs(local_offset(time.time())) // 60, 60)
    return f"GMT{'-' if local_offset(time.time()) < 0 else '+'}{hours:02}:{minutes:02}"


def _fixed(zone: str) -> int | None:
    name = zone.upper()
    for prefix in ("GMT", "UTC"):
        rest = name.removeprefix(prefix)
        if name.startswith(prefix) and rest[:1] in ("", "+", "-"):
            hours, _, minutes = rest[1:].partition(":")
            if not (hours + minutes).isdigit():
                return 0 if not rest else None
            seconds = int(hours or 0) * 3600 + int(minutes or 0) * 60
            return -seconds if rest[0] == "-" else seconds
    return None


def _in_zone(zone: str, moment: int) -> datetime:
    from datetime import UTC, datetime, timedelta
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise OnecError(f"Неизвестный часовой пояс ({zone})") from error
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment)).astimezone(known)


def _seconds(offset: object) -> int:
    total = getattr(offset, "total_seconds", None)
    return int(total()) if total else 0
