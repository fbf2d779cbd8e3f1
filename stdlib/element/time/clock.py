"""The host's clock in milliseconds since 0001-01-01."""

from __future__ import annotations

from runtime import host
from stdlib.element.time.calendar import DAY, EPOCH_DAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.time.time_zone import TimeZone


def now_utc() -> int:
    return EPOCH_DAYS * DAY + int(host.current().now() * 1000)


def now_in(zone: TimeZone | None) -> int:
    """Local time in a zone; without one, in that of the computer."""
    moment = now_utc()
    if zone is not None:
        return moment + zone.offset(moment)
    from stdlib.element.time.time_zone import local_offset

    return moment + local_offset(moment)
