"""Universal and local time."""

from __future__ import annotations

from runtime.enterprise.date import Date
from runtime.enterprise.declare import function
from runtime.host import current
from stdlib.enterprise.dates.clock import EPOCH
from stdlib.enterprise.dates.time_zone import daylight_at, local_zone, offset_at, session_zone


@function("МестноеВремя(УниверсальноеВремя, [ЧасовойПояс]): Дата", "ToLocalTime(UniversalTime, [TimeZone])")
def to_local_time(universal: Date, zone: str | None = None) -> Date:
    """Переводит время по Гринвичу в местное время часового пояса (без параметра – пояса сеанса)."""
    return universal + offset_at(zone or session_zone(), universal.seconds - EPOCH)


@function("УниверсальноеВремя(МестноеВремя, [ЧасовойПояс]): Дата", "ToUniversalTime(LocalTime, [TimeZone])")
def to_universal_time(local: Date, zone: str | None = None) -> Date:
    """Переводит местное время часового пояса (без параметра – пояса сеанса) во время по Гринвичу."""
    zone = zone or session_zone()
    moment = local.seconds - EPOCH
    # The offset is known for universal time only: a second look mends the hours around a change of the clocks.
    moment -= offset_at(zone, moment - offset_at(zone, moment))
    return Date.of_seconds(moment + EPOCH)


@function("ЧасовойПояс(): Строка", "TimeZone()")
def time_zone() -> str:
    """Название часового пояса компьютера."""
    return local_zone()


@function("ЧасовойПоясСеанса(): Строка", "SessionTimeZone()")
def session_time_zone() -> str:
    """Название часового пояса сеанса: того, что задан УстановитьЧасовойПоясСеанса(), иначе пояса компьютера."""
    return session_zone() or local_zone()


@function(
    "СмещениеСтандартногоВремени([ЧасовойПояс], [УниверсальноеВремя]): Число",
    "StandardTimeOffset([TimeZone], [UniversalTime])",
)
def standard_time_offset(zone: str | None = None, universal: Date | None = None) -> int:
    """На сколько секунд зимнее время часового пояса опережает время по Гринвичу."""
    moment = _moment(universal)
    return offset_at(zone, moment) - daylight_at(zone, moment)


@function(
    "СмещениеЛетнегоВремени([ЧасовойПояс], [УниверсальноеВремя]): Число",
    "DaylightTimeOffset([TimeZone], [UniversalTime])",
)
def daylight_time_offset(zone: str | None = None, universal: Date | None = None) -> int:
    """На сколько секунд летнее время часового пояса опережает зимнее."""
    return daylight_at(zone, _moment(universal))


def _moment(universal: Date | None) -> int:
    return int(current().now()) if universal is None else universal.seconds - EPOCH
