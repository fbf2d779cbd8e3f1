"""The current moment, as the host's clock shows it."""

from __future__ import annotations

from runtime.enterprise.date import Date
from runtime.enterprise.declare import function
from runtime.host import current

EPOCH = 62_135_596_800
"""Seconds from 01.01.0001 to 01.01.1970."""


@function("ТекущаяДата(): Дата", "CurrentDate()")
def current_date() -> Date:
    """Текущие дата и время компьютера."""
    from stdlib.enterprise.dates.time_zone import local_offset

    moment = current().now()
    return Date.of_seconds(EPOCH + int(moment) + local_offset(moment))


@function("ТекущаяДатаСеанса(): Дата", "CurrentSessionDate()")
def current_session_date() -> Date:
    """Текущие дата и время по часовому поясу сеанса; его задаёт УстановитьЧасовойПоясСеанса()."""
    from stdlib.enterprise.dates.time_zone import offset_at, session_zone

    moment = int(current().now())
    return Date.of_seconds(EPOCH + moment + offset_at(session_zone(), moment))


@function("ТекущаяУниверсальнаяДата(): Дата", "CurrentUniversalDate()")
def current_universal_date() -> Date:
    """Текущие дата и время по Гринвичу."""
    return Date.of_seconds(EPOCH + int(current().now()))


@function("ТекущаяУниверсальнаяДатаВМиллисекундах(): Число", "CurrentUniversalDateInMilliseconds()")
def current_universal_date_in_milliseconds() -> int:
    """Количество миллисекунд от 01.01.0001 по Гринвичу."""
    return EPOCH * 1000 + int(current().now() * 1000)
