"""Dates of letters as programs really write them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from stdlib.mail.mime.dates import parse_date

MOMENT = datetime(2026, 11, 22, 10, tzinfo=timezone(timedelta(hours=3)))
LAWFUL = "Sun, 22 Nov 2026 10:00:00 "


@pytest.mark.parametrize(
    "written",
    [
        LAWFUL + "+0300",
        LAWFUL + "+0300 (MSK)",
        LAWFUL + "+0300 ;",
        LAWFUL + "MSK",
        LAWFUL + "+03:00",
        LAWFUL + "GMT+3",
        LAWFUL + "GMT +0300",
        LAWFUL + "UTC+03:00",
        "22 Nov 2026 10:00 +0300",
        "Sun 22 Nov 26 10:00:00 +0300",
        "Sun, 22 Nov 126 10:00:00 +0300",
        "Sun,22-NOV-2026 10:00:00 +0300",
        "Вс, 22 Nov 2026 10:00:00 +0300",
        "2026-11-22T10:00:00+03:00",
        "2026-11-22 07:00:00",
        "2026-11-22T07:00:00Z",
        "Sun Nov 22 07:00:00 2026",
    ],
)
def test_date_is_understood(written: str) -> None:
    assert parse_date(written) == MOMENT


@pytest.mark.parametrize(
    ("zone", "hours"), [("+0300", 3), ("MSK", 3), ("GMT-5", -5), ("EET", 2), ("GMT", 0), ("", 0), ("nowhere", 0)]
)
def test_offset_of_the_sender_is_kept(zone: str, hours: int) -> None:
    date = parse_date(LAWFUL + zone)
    assert date is not None
    assert date.utcoffset() == timedelta(hours=hours)
    assert (date.day, date.hour) == (22, 10)


def test_leap_second_is_the_second_before() -> None:
    date = parse_date("Sat, 31 Dec 2016 23:59:60 +0000")
    assert date is not None and date.second == 59


@pytest.mark.parametrize(
    "written", ["", "yesterday", "22.11.2026", "31 Nov 2026 10:00:00", LAWFUL + "+9999", "(" * 100_000, "9" * 100_000]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_date(written) is None
