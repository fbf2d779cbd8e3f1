"""Functions of numbers and dates, called as scripts call them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.dialect import bound
from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.errors import OnecError
from runtime.host import Host, using
from stdlib.enterprise.dates import clock, parts, periods, zones
from stdlib.enterprise.numbers import bits, extremes, roots, rounding, trigonometry
from stdlib.enterprise.numbers.random_number_generator import RandomNumberGenerator
from stdlib.enterprise.numbers.round_mode import RoundMode

D = Decimal
MOMENT = Date(2024, 5, 15, 10, 20, 30)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((D("2.5"),), 3),
        ((D("3.5"),), 4),
        ((D("-2.5"),), -3),
        ((D("2.5"), 0, RoundMode.round15as10), 2),
        ((D("2.5"), 0, RoundMode.round15as20), 3),
        ((D("2.6"), 0, RoundMode.round15as10), 3),
        ((D("2.5"), 0, 0), 2),
        ((D("1.005"), 2), D("1.01")),
        ((1250, -2), 1300),
        ((5, 2), 5),
        (("2.5",), 3),
    ],
)
def test_a_number_is_rounded_as_its_mode_says(arguments: tuple[Any, ...], expected: Any) -> None:
    result = bound(rounding.round_number)(*arguments)
    assert (result, type(result)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("function", "arguments", "expected"),
    [
        (rounding.int_number, (D("-1.9"),), -1),
        (rounding.int_number, ("7",), 7),
        (extremes.maximum, (1, D("2.5"), 2), D("2.5")),
        (extremes.maximum, ("а", "б"), "б"),
        (extremes.minimum, (Date(2024, 1, 2), Date(2024, 1, 1)), Date(2024, 1, 1)),
        (extremes.minimum, (5,), 5),
        (roots.power, (10, 30), 10**30),
        (roots.power, (2, -1), D("0.5")),
        (roots.power, (D("1.5"), 2), D("2.25")),
        (roots.sqrt, (2,), D("1.4142135623731")),
        (roots.sqrt, (D("0.02"),), D("0.141421356237309")),
        (roots.sqrt, (16,), 4),
        (roots.exp, (0,), 1),
        (roots.log, (1,), 0),
        (roots.log10, (1000,), 3),
        (trigonometry.sin, (0,), 0),
        (trigonometry.cos, (0,), 1),
        (trigonometry.atan, (0,), 0),
        (bits.bitwise_and, (6, 3), 2),
        (bits.bitwise_or, (6, 3), 7),
        (bits.bitwise_xor, (6, 3), 5),
        (bits.bitwise_and_not, (6, 3), 4),
        (bits.bitwise_not, (0,), 4294967295),
        (bits.bitwise_shift_left, (1, 31), 2147483648),
        (bits.bitwise_shift_right, (8, 3), 1),
        (bits.check_bit, (4, 2), True),
        (bits.set_bit, (0, 3, True), 8),
        (bits.check_by_bit_mask, (7, 5), True),
        (parts.year, (MOMENT,), 2024),
        (parts.month, (MOMENT,), 5),
        (parts.day, (MOMENT,), 15),
        (parts.hour, (MOMENT,), 10),
        (parts.minute, (MOMENT,), 20),
        (parts.second, (MOMENT,), 30),
        (parts.week_day, (MOMENT,), 3),
        (parts.week_day, (Date(2024, 5, 19),), 7),
        (parts.day_of_year, (Date(2024, 12, 31),), 366),
        (parts.week_of_year, (Date(2024, 1, 1),), 1),
        (parts.week_of_year, (Date(2023, 1, 2),), 2),
        (periods.beg_of_year, (MOMENT,), Date(2024, 1, 1)),
        (periods.end_of_year, (MOMENT,), Date(2024, 12, 31, 23, 59, 59)),
        (periods.beg_of_quarter, (MOMENT,), Date(2024, 4, 1)),
        (periods.end_of_quarter, (MOMENT,), Date(2024, 6, 30, 23, 59, 59)),
        (periods.beg_of_month, (MOMENT,), Date(2024, 5, 1)),
        (periods.end_of_month, (Date(2024, 2, 10),), Date(2024, 2, 29, 23, 59, 59)),
        (periods.beg_of_week, (MOMENT,), Date(2024, 5, 13)),
        (periods.end_of_week, (MOMENT,), Date(2024, 5, 19, 23, 59, 59)),
        (periods.beg_of_day, (MOMENT,), Date(2024, 5, 15)),
        (periods.end_of_day, (MOMENT,), Date(2024, 5, 15, 23, 59, 59)),
        (periods.beg_of_hour, (MOMENT,), Date(2024, 5, 15, 10)),
        (periods.end_of_hour, (MOMENT,), Date(2024, 5, 15, 10, 59, 59)),
        (periods.beg_of_minute, (MOMENT,), Date(2024, 5, 15, 10, 20)),
        (periods.end_of_minute, (MOMENT,), Date(2024, 5, 15, 10, 20, 59)),
        (periods.add_month, (Date(2024, 1, 31), 1), Date(2024, 2, 29)),
        (periods.add_month, (Date(2024, 1, 31, 5), -2), Date(2023, 11, 30, 5)),
        (periods.add_month, (MOMENT, 12), Date(2025, 5, 15, 10, 20, 30)),
        (zones.to_local_time, (MOMENT, "GMT+3"), Date(2024, 5, 15, 13, 20, 30)),
        (zones.to_universal_time, (MOMENT, "GMT-02:30"), Date(2024, 5, 15, 12, 50, 30)),
        (zones.to_local_time, (Date(2024, 7, 1), "Europe/Berlin"), Date(2024, 7, 1, 2)),
        (zones.to_universal_time, (Date(2024, 1, 1, 1), "Europe/Berlin"), Date(2024, 1, 1)),
        (zones.standard_time_offset, ("Europe/Berlin", Date(2024, 7, 1)), 3600),
        (zones.daylight_time_offset, ("Europe/Berlin", Date(2024, 7, 1)), 3600),
        (zones.daylight_time_offset, ("Europe/Berlin", Date(2024, 1, 1)), 0),
    ],
)
def test_functions_of_numbers_and_dates(function: Any, arguments: tuple[Any, ...], expected: Any) -> None:
    result = bound(function)(*arguments)
    assert (result, type(result)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (roots.sqrt, (-1,)),
        (roots.log, (0,)),
        (roots.power, (-1, D("0.5"))),
        (roots.power, (0, -1)),
        (roots.exp, (10**6,)),
        (trigonometry.asin, (2,)),
        (extremes.maximum, (1, "2")),
        (bits.bitwise_not, (-1,)),
        (bits.check_bit, (1, 32)),
        (zones.to_local_time, (MOMENT, "Марс/Олимп")),
        (parts.year, ("вчера",)),
    ],
)
def test_arguments_without_a_result_are_script_errors(function: Any, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(OnecError):
        bound(function)(*arguments)


class _Stopped(Host):
    def now(self) -> float:
        return 86400.5


def test_the_clock_is_the_hosts() -> None:
    with using(_Stopped()):
        assert bound(clock.current_universal_date)() == Date(1970, 1, 2)
        since_epoch = bound(clock.current_universal_date_in_milliseconds)() - 62135596800000
        assert since_epoch == 86400500
        local = bound(clock.current_date)()
        assert bound(zones.to_universal_time)(local) == Date(1970, 1, 2)
        assert bound(clock.current_session_date)() == local


def test_a_seeded_generator_repeats_itself() -> None:
    make = getattr(RandomNumberGenerator, "новый()")
    rolls = [[getattr(g, "случайноечисло()")(1, 6) for _ in range(20)] for g in (make(5), make(5))]
    assert rolls[0] == rolls[1]
    assert set(rolls[0]) <= set(range(1, 7))


def test_the_empty_date_is_the_beginning_of_its_year() -> None:
    assert bound(periods.beg_of_year)(EMPTY_DATE) == EMPTY_DATE
