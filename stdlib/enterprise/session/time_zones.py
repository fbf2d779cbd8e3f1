"""Time zones by name."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.host import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.array import Array


@function("УстановитьЧасовойПоясСеанса([ЧасовойПояс])", "SetSessionTimeZone([TimeZone])")
def set_session_time_zone(zone: str = "") -> None:
    """Задаёт часовой пояс, по которому идут ТекущаяДатаСеанса() и МестноеВремя(); без параметра – пояс компьютера."""
    from stdlib.enterprise.dates.time_zone import choose_session_zone, offset_at

    if zone:
        # A zone that nobody knows is refused now, not when it is first used.
        offset_at(zone, int(current().now()))
    choose_session_zone(zone)


@function("ПолучитьДопустимыеЧасовыеПояса(): Массив", "GetAvailableTimeZones()")
def get_available_time_zones() -> Array:
    """Массив названий часовых поясов."""
    from zoneinfo import available_timezones

    from stdlib.enterprise.collections.array import Array

    return Array.of(sorted(available_timezones()))


@function("ПредставлениеЧасовогоПояса(ЧасовойПояс): Строка", "TimeZonePresentation(TimeZone)")
def time_zone_presentation(zone: str) -> str:
    """Часовой пояс со смещением от времени по Гринвичу: «(GMT+03:00) Europe/Moscow»."""
    from stdlib.enterprise.dates.time_zone import daylight_at, offset_at

    moment = int(current().now())
    offset = offset_at(zone, moment) - daylight_at(zone, moment)
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"(GMT{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}) {zone}"


@function("НачалоСтолетияСеанса(): Число", "SessionBeginningOfCentury()")
def session_beginning_of_century() -> int:
    """Год, с которого отсчитываются годы, записанные двумя цифрами."""
    return 1930
