"""Dates, times, durations and their texts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.element import operators
from runtime.element.exceptions import IllegalArgumentException, IllegalFormatException, TypeCheckException
from runtime.element.members import call, member
from runtime.element.presentation import present, to_string
from runtime.host import Host, using
from stdlib.element.time import calendar, date, date_time, duration, instant, time
from stdlib.element.time.time_zone import TimeZone

BIRTH = datetime(2025, 5, 1, 20, 30, 40, 345_000, UTC)


class Clock(Host):
    def now(self) -> float:
        return BIRTH.timestamp()


def new(cls: Any, *arguments: Any) -> Any:
    return getattr(cls, "новый()")(*arguments)


@given(st.dates())
def test_days_are_counted_as_python_counts_them(day: Any) -> None:
    days = calendar.to_days(day.year, day.month, day.day)
    assert days == day.toordinal() - 1
    assert calendar.from_days(days) == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date.literal("2020-03-01"), "2020-03-01"),
        (date.literal(""), "0001-01-01"),
        (date.literal("Максимум"), "9999-12-31"),
        (time.literal("9:15:0.0"), "09:15:00"),
        (time.literal("9:15"), "09:15:00"),
        (time.literal("9:15:0.5"), "09:15:00.500"),
        (time.literal("Максимум"), "23:59:59.999"),
        (date_time.literal("2021-03-31 22:50:47"), "2021-03-31 22:50:47"),
        (date_time.literal("2021-03-31T22:50"), "2021-03-31 22:50:00"),
        (date_time.literal("2021-03-31"), "2021-03-31 00:00:00"),
        (date_time.literal("Максимум"), "9999-12-31 23:59:59.999"),
        (duration.literal("1ч30м5с"), "1ч30м5с"),
        (duration.literal("90m"), "1ч30м"),
        (duration.literal("1д5мс"), "1д5мс"),
        (duration.literal("0мс"), "0мс"),
        (-duration.literal("5с"), "-5с"),
        (instant.literal("2019-05-01 23:30:40.345 UTC+3"), "2019-05-01 20:30:40.345 Z"),
        (instant.literal("2019-05-01 23:30:40 +03:00"), "2019-05-01 20:30:40.000 Z"),
        (instant.literal("2019-05-01 23:30:40 Europe/Moscow"), "2019-05-01 20:30:40.000 Z"),
        (instant.literal(""), "0001-01-01 00:00:00.000 Z"),
        (instant.literal("Минимум"), "0000-12-31 06:00:00.000 Z"),
        (instant.literal("Максимум"), "4000-01-01 17:59:59.999 Z"),
    ],
)
def test_a_literal_becomes_text(value: Any, text: str) -> None:
    assert to_string(value) == text


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (date.literal, "2020-13-01"),
        (date.literal, "2021-02-29"),
        (date.literal, "01.02.2020"),
        (date.literal, "0000-01-01"),
        (time.literal, "24:00"),
        (time.literal, "9"),
        (time.literal, "9:15:61"),
        (date_time.literal, "2020-01-01  x"),
        (duration.literal, "5с1м"),
        (duration.literal, ""),
        (duration.literal, "1ч1ч"),
        (duration.literal, "9999999999999999мс"),
        (TimeZone, "Луна/Море"),
        (TimeZone, "UTC+x"),
    ],
)
def test_bad_literals_are_illegal_arguments(read: Any, text: str) -> None:
    with pytest.raises(IllegalArgumentException):
        read(text)


def test_constructors_take_texts_or_parts() -> None:
    assert to_string(new(date.Date, 2020, 3, 1)) == to_string(new(date.Date, "2020-03-01")) == "2020-03-01"
    assert to_string(new(time.Time, 9, 15)) == "09:15:00"
    day, clock = new(date.Date, 2020, 3, 1), new(time.Time, 9, 15, 1, 7)
    assert to_string(new(date_time.DateTime, day, clock)) == "2020-03-01 09:15:01.007"
    assert to_string(new(date_time.DateTime, 2020, 3, 1, 9, 15, 1)) == "2020-03-01 09:15:01"
    assert to_string(new(duration.Duration, 0, 1, 30)) == "1ч30м"


def test_a_moment_and_a_duration_tell_their_parts() -> None:
    moment = date_time.literal("2021-03-31 22:50:47.008")
    names = ("Год", "Месяц", "День", "Час", "Минута", "Секунда", "Миллисекунда")
    assert [member(moment, name) for name in names] == [2021, 3, 31, 22, 50, 47, 8]
    length = duration.literal("1д2ч3м4с5мс")
    assert [member(length, name) for name in ("Дни", "Часы", "Минуты", "Секунды", "Миллисекунды")] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("left", "sign", "right", "expected"),
    [
        (date_time.literal("2020-02-28 23:00"), operators.add, duration.literal("2ч"), "2020-02-29 01:00:00"),
        (date_time.literal("2020-03-01 01:00"), operators.subtract, duration.literal("2ч"), "2020-02-29 23:00:00"),
        (
            date_time.literal("2020-03-01"),
            operators.subtract,
            date_time.literal("2020-02-28 23:00"),
            "1д1ч",
        ),
        (duration.literal("1ч"), operators.add, duration.literal("30м"), "1ч30м"),
        (duration.literal("1ч"), operators.multiply, 3, "3ч"),
        (2, operators.multiply, duration.literal("1ч"), "2ч"),
        (duration.literal("1ч"), operators.divide, 2, "30м"),
        (duration.literal("1ч"), operators.divide, duration.literal("30м"), "2"),
        (instant.literal("2020-01-02"), operators.subtract, instant.literal("2020-01-01"), "1д"),
        (date.literal("2020-03-01"), operators.subtract, date.literal("2020-02-28"), "2д"),
    ],
)
def test_moments_and_durations_are_added_and_subtracted(left: Any, sign: Any, right: Any, expected: str) -> None:
    assert to_string(sign(left, right)) == expected


@pytest.mark.parametrize(
    ("left", "right"), [(date_time.literal(""), 1), (date.literal(""), date.literal("")), (duration.literal("1с"), 1)]
)
def test_what_cannot_be_added_is_a_type_error(left: Any, right: Any) -> None:
    with pytest.raises(TypeCheckException):
        operators.add(left, right)


def test_values_of_different_types_are_unequal() -> None:
    assert operators.equal(date.literal("2020-01-01"), date.literal("2020-01-01"))
    assert not operators.equal(date.literal("2020-01-01"), date_time.literal("2020-01-01"))
    assert operators.less(date.literal("2020-01-01"), date.literal("2020-01-02"))


@pytest.mark.parametrize(
    ("value", "format_", "text"),
    [
        (date_time.literal("2025-05-01 23:30:40"), "дд ММММ гггг ЧЧ:мм:сс", "01 мая 2025 23:30:40"),
        (date_time.literal("2025-05-01 23:30:40"), "дд ММММ гггг', 'ЧЧ:мм:сс", "01 мая 2025, 23:30:40"),
        (date_time.literal("2025-05-01 23:30:40"), "d.M.yy H", "1.5.25 23"),
        (date_time.literal("2025-05-01 00:05:00.070"), "чч:мм ССС", "12:05 070"),
        (date.literal("2025-05-01"), "дддд, д МММ", "четверг, 1 мая"),
        (date.literal("2025-05-01"), None, "01.05.2025"),
        (time.literal("01:02:03"), None, "01:02:03"),
        (date_time.literal("2025-05-01 01:02"), None, "01.05.2025 01:02:00"),
    ],
)
def test_a_moment_is_shown_by_a_format(value: Any, format_: str | None, text: str) -> None:
    assert present(value, format_) == text


@pytest.mark.parametrize(
    ("value", "format_"),
    [
        (date.literal(""), "ЧЧ:мм"),
        (time.literal(""), "дд"),
        (date.literal(""), "хх"),
        (date.literal(""), "'незакрыто"),
        (date.literal(""), "ддддд"),
    ],
)
def test_a_bad_format_is_refused(value: Any, format_: str) -> None:
    with pytest.raises(IllegalFormatException):
        call(value, "Представление", format_)


def test_days_of_the_week() -> None:
    day = call(date.literal("2025-05-02"), "ДеньНедели")
    assert call(day, "Представление") == "Пятница"
    assert call(call(date.literal("0001-01-01"), "ДеньНедели"), "ВСтроку") == "Понедельник"


def test_a_date_is_moved_by_days_months_and_years() -> None:
    day = date.literal("2020-01-31")
    assert to_string(call(day, "ДобавитьДни", 30)) == "2020-03-01"
    assert to_string(call(day, "ДобавитьМесяцы", 1)) == "2020-02-29"
    assert to_string(call(day, "ДобавитьГоды", -1)) == "2019-01-31"
    with pytest.raises(IllegalArgumentException):
        call(date.literal("Максимум"), "ДобавитьДни", 1)


def test_now_is_told_by_the_host_in_a_time_zone() -> None:
    with using(Clock()):
        assert to_string(call(date_time.DateTime, "Сейчас", TimeZone("UTC+3"))) == "2025-05-01 23:30:40.345"
        assert to_string(call(date.Date, "Сейчас", TimeZone("UTC+4"))) == "2025-05-02"
        assert to_string(call(time.Time, "Сейчас", TimeZone("Z"))) == "20:30:40.345"
        assert to_string(call(instant.Instant, "Сейчас")) == "2025-05-01 20:30:40.345 Z"


def test_time_zones_are_equal_when_their_offsets_always_are() -> None:
    assert operators.equal(TimeZone("UTC+3"), TimeZone("+03:00"))
    assert not operators.equal(TimeZone("UTC+3"), TimeZone("Europe/Moscow"))
