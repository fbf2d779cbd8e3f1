"""ЧасовойПояс."""

from __future__ import annotations

from runtime.element.declare import constructor, function, getter, method, onec_type
from stdlib.element.presentable import Presentable
from stdlib.element.time.calendar import DAY, EPOCH_DAYS, HOUR, LAST_DAY, MINUTE, bad
from stdlib.element.time.text import is_number


@onec_type("ЧасовойПояс", "TimeZone")
class TimeZone(Presentable):
    """Часовой пояс: UTC, постоянное смещение (UTC+3, +03:00) или имя (Europe/Moscow)."""

    __slots__ = ("_id", "_offset")

    @constructor("(Представление: Строка)", "(Text)")
    def __init__(self, text: str) -> None:
        """Создаёт часовой пояс по записи."""
        self._id = text.strip()
        self._offset = _fixed(self._id)
        if self._offset is None:
            _region(self._id)

    def offset(self, milliseconds: int) -> int:
        """What to add to UTC at this moment (milliseconds since 0001-01-01, UTC)."""
        if self._offset is not None:
            return self._offset
        from datetime import UTC, datetime, timedelta

        # Python's calendar has no day before the first one and after the last; the clocks are not changed there.
        milliseconds = min(max(milliseconds, DAY), (LAST_DAY - 1) * DAY)
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds - EPOCH_DAYS * DAY)
        shift = moment.astimezone(_region(self._id)).utcoffset()
        return round(shift.total_seconds() * 1000) if shift else 0

    def to_utc(self, milliseconds: int) -> int:
        """When the clocks of the zone show this (both in milliseconds since 0001-01-01)."""
        # The offset is that of a moment of UTC: a first guess is near enough but beside a change of clocks.
        guess = milliseconds - self.offset(milliseconds)
        return milliseconds - self.offset(guess)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeZone) and (self._offset, self._name()) == (other._offset, other._name())

    def __hash__(self) -> int:
        return hash((self._offset, self._name()))

    def _name(self) -> str:
        return self._id if self._offset is None else ""

    def as_text(self) -> str:
        return self._id

    @getter("Ид", "Id", "Строка")
    def id(self) -> str:
        """Запись часового пояса."""
        return self._id

    @method("Смещение(Момент: Момент): Длительность", "Offset(Instant)")
    def offset_at(self, moment: Instant) -> Duration:
        """Возвращает, на сколько часы пояса в этот момент впереди UTC (член не подтверждён)."""
        from stdlib.element.time.duration import Duration

        return Duration.of(self.offset(moment.milliseconds))


@function("ТекущийЧасовойПояс(): ЧасовойПояс", "CurrentTimeZone()")
def current_time_zone() -> TimeZone:
    """Возвращает часовой пояс компьютера."""
    from stdlib.element.time.clock import now_utc

    offset = local_offset(now_utc())
    minutes, sign = abs(offset) // MINUTE, "-" if offset < 0 else "+"
    return TimeZone(f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}" if minutes else "UTC")


def local_offset(milliseconds: int) -> int:
    """The same for the zone of the computer."""
    from time import localtime

    seconds = (milliseconds - EPOCH_DAYS * DAY) // 1000
    return localtime(seconds).tm_gmtoff * 1000


def _fixed(text: str) -> int | None:
    """Milliseconds of `Z`, `UTC`, `UTC+3`, `+03:00`; None for the name of a region."""
    if text in ("Z", "UTC", "GMT"):
        return 0
    body = text.removeprefix("UTC").removeprefix("GMT")
    if body[:1] not in ("+", "-"):
        return None
    hours, _, minutes = body[1:].partition(":")
    fits = is_number(hours) and (is_number(minutes) or not minutes) and not body.endswith(":")
    if not fits or int(hours) > 18 or int(minutes or 0) > 59:
        raise bad(f"Неверная запись часового пояса: {text}")
    offset = int(hours) * HOUR + int(minutes or 0) * MINUTE
    return -offset if body[0] == "-" else offset


def _region(text: str) -> ZoneInfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError):
        raise bad(f"Неизвестный часовой пояс: {text}") from None


TYPE_CHECKING = False
if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from stdlib.element.time.duration import Duration
    from stdlib.element.time.instant import Instant
