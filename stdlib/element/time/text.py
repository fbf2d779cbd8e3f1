"""Reading literals of dates and times."""

from __future__ import annotations

from stdlib.element.time.calendar import DAY, LAST_DAY, bad, to_days, to_milliseconds

_LEAST = ("Минимум", "Min")
_GREATEST = ("Максимум", "Max")


def is_number(text: str) -> bool:
    """Digits as programs write them, not more than any part of a date or a time has."""
    return text.isascii() and text.isdecimal() and len(text) < 10


def read_date(text: str) -> int:
    """`2020-03-01`, nothing, `Минимум`, `Максимум` → days."""
    text = text.strip()
    if not text or text in _LEAST:
        return 0
    if text in _GREATEST:
        return LAST_DAY
    parts = text.split("-")
    if len(parts) != 3 or not all(map(is_number, parts)):
        raise bad(f"Неверная запись даты: {text}")
    year, month, day = map(int, parts)
    return to_days(year, month, day)


def read_time(text: str) -> int:
    """`9:15`, `9:15:0`, `9:15:0.0`, nothing, `Минимум`, `Максимум` → milliseconds."""
    text = text.strip()
    if not text or text in _LEAST:
        return 0
    if text in _GREATEST:
        return DAY - 1
    clock, _, fraction = text.partition(".")
    parts = clock.split(":")
    numbers = [*parts, fraction] if fraction else parts
    wrong = len(parts) not in (2, 3) or len(fraction) > 3 or (fraction and len(parts) == 2)
    if wrong or text.endswith(".") or not all(map(is_number, numbers)):
        raise bad(f"Неверная запись времени: {text}")
    hour, minute, second = (*map(int, parts), 0)[:3]
    return to_milliseconds(hour, minute, second, int(fraction.ljust(3, "0")))


def read_date_time(text: str) -> int:
    """`2021-03-31 22:50:47`, with a blank or `T`; the time may be missing → milliseconds."""
    text = text.strip()
    if text in _LEAST:
        return 0
    if text in _GREATEST:
        return (LAST_DAY + 1) * DAY - 1
    date, separator, time = text.replace("T", " ").partition(" ")
    if separator and not time.strip():
        raise bad(f"Неверная запись даты и времени: {text}")
    return read_date(date) * DAY + read_time(time)
