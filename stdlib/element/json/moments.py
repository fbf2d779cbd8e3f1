"""Dates, times, durations and instants as JSON writes them."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.element.time.calendar import DAY, HOUR, MINUTE, SECOND, bad, date_text
from stdlib.element.time.text import read_date, read_date_time, read_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.json.json_instant_format import JsonInstantFormat
    from stdlib.element.time.duration import Duration
    from stdlib.element.time.instant import Instant

_DURATION = "([+-])?P(?:(N)D)?(?:T(?:(N)H)?(?:(N)M)?(?:(N)(?:[.]([0-9]{1,9}))?S)?)?".replace("N", "[0-9]{1,15}")


def time_text(milliseconds: int) -> str:
    """As short as it is exact: `00:00`, `00:00:01`, `00:00:01.500`."""
    seconds, rest = divmod(milliseconds, SECOND)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    if seconds % 60 or rest:
        text += f":{seconds % 60:02}"
    return f"{text}.{rest:03}" if rest else text


def date_time_text(milliseconds: int) -> str:
    days, clock = divmod(milliseconds, DAY)
    seconds, rest = divmod(clock, SECOND)
    return f"{date_text(days)}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def instant_value(instant: Instant, form: JsonInstantFormat) -> str | int:
    """A text, or for JavaScript a number."""
    if form.ru == "Iso":
        return date_time_text(instant.milliseconds) + "Z"
    since_epoch = instant.to_milliseconds()
    return since_epoch if form.ru == "JavaScript" else f"/Date({since_epoch})/"


def duration_text(duration: Duration) -> str:
    """ISO 8601: `P1DT2H3M4.005S`, zero is `PT0S`."""
    rest = abs(duration.milliseconds)
    days, rest = divmod(rest, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds, rest = divmod(rest, SECOND)
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if rest:
        clock += f"{seconds}.{rest:03}".rstrip("0") + "S"
    elif seconds or not (days or clock):
        clock += f"{seconds}S"
    return (
        ("-" if duration.milliseconds < 0 else "") + "P" + (f"{days}D" if days else "") + ("T" + clock if clock else "")
    )


def read_duration(text: str) -> int:
    """Milliseconds; ИсключениеНедопустимыйАргумент for what is no duration."""
    from re import fullmatch

    found = fullmatch(_DURATION, text)
    if found is None or not any(found.groups()[1:]) or text.endswith("T"):
        raise bad(f"Неверная запись длительности: {text}")
    sign, *parts, fraction = found.groups()
    units = (DAY, HOUR, MINUTE, SECOND)
    total = sum(int(part or 0) * unit for part, unit in zip(parts, units, strict=True))
    total += int((fraction or "").ljust(3, "0")[:3])
    return -total if sign == "-" else total


def read_instant(value: Any) -> Instant:
    """A text of ISO 8601, a number of milliseconds, or `/Date(…)/`."""
    from re import fullmatch

    from stdlib.element.time.instant import Instant

    if value.__class__ is int:
        return Instant.from_milliseconds(value)
    text = str(value)
    inside = text.removeprefix("/Date(").removesuffix(")/")
    if len(inside) + 8 == len(text) and fullmatch("-?[0-9]{1,15}", inside):
        return Instant.from_milliseconds(int(inside))
    return Instant(text)


def read_day(text: str, *, ignore_time: bool) -> int:
    """Days of a date; with a time beside it only when that may be ignored."""
    try:
        return read_date(text)
    except OnecError:
        if not ignore_time:
            raise
        return read_date_time(_without_zone(text)) // DAY


def read_clock(text: str, *, ignore_date: bool) -> int:
    """Milliseconds of a time; with a date before it only when that may be ignored."""
    try:
        return read_time(text)
    except OnecError:
        if not ignore_date:
            raise
        return read_date_time(_without_zone(text)) % DAY


def _without_zone(text: str) -> str:
    return text.removesuffix("Z")
