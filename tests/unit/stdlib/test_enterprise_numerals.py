from __future__ import annotations

from decimal import Decimal

import pytest

from runtime.enterprise.date import Date
from stdlib.enterprise.numerals.east_slavic import BELARUSIAN, RUSSIAN, UKRAINIAN, Words
from stdlib.enterprise.numerals.english import spell
from stdlib.enterprise.numerals.plurals import cardinal, ordinal
from stdlib.enterprise.periods.spans import beginning, end, same_day
from stdlib.enterprise.periods.standard_period import dates_of


@pytest.mark.parametrize(
    ("number", "gender", "text"),
    [
        (0, 0, "ноль"),
        (1, 1, "одна"),
        (12, 1, "двенадцать"),
        (22, 2, "двадцать два"),
        (100, 0, "сто"),
        (1_000, 0, "одна тысяча"),
        (11_011, 1, "одиннадцать тысяч одиннадцать"),
        (2_000_000, 1, "два миллиона"),
        (999_999, 0, "девятьсот девяносто девять тысяч девятьсот девяносто девять"),
        (1_000_000_000_000, 0, "один триллион"),
    ],
)
def test_a_number_is_spelled_in_russian(number: int, gender: int, text: str) -> None:
    assert RUSSIAN.spell(number, gender) == text


@pytest.mark.parametrize("words", [RUSSIAN, UKRAINIAN, BELARUSIAN], ids=["ru", "uk", "be"])
def test_different_numbers_are_spelled_differently(words: Words) -> None:
    assert len({words.spell(number, 0) for number in range(2_000)}) == 2_000
    assert all(len(forms) == 3 for forms in words.thousands)


def test_a_number_is_spelled_in_english() -> None:
    assert spell(0) == "zero"
    assert spell(115) == "one hundred fifteen"
    assert spell(1_000_042) == "one million forty-two"
    assert len({spell(number) for number in range(2_000)}) == 2_000


@pytest.mark.parametrize(
    ("language", "categories"),
    [
        ("ru", "many one few many many one few many"),
        ("pl", "many one few many many many few many"),
        ("en", "other one other other other other other other"),
        ("fr", "one one other other other other other other"),
        ("lt", "other one few few other one few other"),
        ("lv", "zero one other other zero one other zero"),
        ("cs", "other one few other other other other other"),
        ("ro", "few one few few few other other other"),
        ("zh", "other other other other other other other other"),
    ],
)
def test_plural_categories_are_those_of_unicode(language: str, categories: str) -> None:
    assert [cardinal(language, number) for number in (0, 1, 2, 5, 11, 21, 22, 100)] == categories.split()


def test_fractions_have_categories_of_their_own() -> None:
    assert cardinal("ru", Decimal("1.5")) == "other"
    assert cardinal("cs", Decimal("1.5")) == "many"
    assert [ordinal("en", number) for number in (1, 2, 3, 4, 11, 13, 23)] == "one two few other other other few".split()


TODAY = Date(2024, 3, 31, 10)


@pytest.mark.parametrize(
    ("variant", "start", "finish"),
    [
        ("ThisTenDays", "20240321", "20240331"),
        ("LastTenDays", "20240311", "20240320"),
        ("NextTenDays", "20240401", "20240410"),
        ("ThisWeek", "20240325", "20240331"),
        ("LastMonth", "20240201", "20240229"),
        ("LastMonthTillSameDate", "20240201", "20240229"),
        ("LastTenDaysTillSameDayNumber", "20240311", "20240320"),
        ("LastWeekTillSameWeekDay", "20240318", "20240324"),
        ("NextQuarterTillSameDate", "20240401", "20240630"),
        ("LastHalfYearTillSameDate", "20230701", "20230930"),
        ("LastYearTillSameDate", "20230101", "20230331"),
        ("FromBeginningOfThisQuarter", "20240101", "20240331"),
        ("TillEndOfThisHalfYear", "20240331", "20240630"),
        ("Month", "20240301", "20240331"),
        ("Next7Days", "20240331", "20240406"),
        ("Tomorrow", "20240401", "20240401"),
    ],
)
def test_a_standard_period_has_its_dates(variant: str, start: str, finish: str) -> None:
    first, last = dates_of(variant, TODAY)
    assert (first, last) == (Date.literal(start), Date.literal(finish + "235959"))


def test_units_of_the_calendar_at_the_ends_of_years() -> None:
    assert beginning("Quarter", Date(2024, 1, 1), -1) == Date(2023, 10, 1)
    assert end("TenDays", Date(2024, 12, 31)) == Date(2024, 12, 31, 23, 59, 59)
    assert same_day("Year", Date(2024, 2, 29), -1) == Date(2023, 2, 28, 23, 59, 59)
