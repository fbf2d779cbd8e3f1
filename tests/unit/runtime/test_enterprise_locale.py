from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest

from interpreter.session import Session
from interpreter.source import Source
from runtime.enterprise.convert import to_number
from runtime.enterprise.date import Date
from runtime.enterprise.locale import locale, locale_named
from runtime.enterprise.locales import COUNTRIES, HABITS
from runtime.enterprise.presentation import text_of
from runtime.host import Host, using

EVENING = Date(2024, 1, 15, 21, 5, 7)


class Abroad(Host):
    def __init__(self, code: str) -> None:
        self.locale = code
        self.written = ""

    def write(self, text: str) -> None:
        self.written += text


@pytest.mark.parametrize("code", HABITS)
def test_a_locale_has_all_months_and_days(code: str) -> None:
    habits = locale_named(code)
    assert habits is not None
    assert [len(row) for row in (habits.months, habits.genitive, habits.weekdays, habits.short_days)] == [12, 12, 7, 7]
    assert len(habits.decimal + habits.group) == 2


@pytest.mark.parametrize("code", HABITS)
def test_what_is_shown_can_be_read_again(code: str) -> None:
    habits = locale(code)
    for number in (0, 1000, -1234567, Decimal("1000.5"), Decimal("-0.25"), Decimal("1234567.891")):
        assert habits.number(habits.text_of(number)) == number
    for date in (EVENING, Date(2024, 12, 31), Date(2024, 1, 1, 12), Date(1, 1, 1)):
        parts = habits.date_parts(habits.text_of(date))
        assert parts is not None
        assert Date(*parts) == date


def test_countries_are_known_by_their_languages() -> None:
    for language, place in COUNTRIES.items():
        habits = locale_named(place.partition(" ")[0])
        assert habits is not None
        assert habits.months == locale(language).months


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("en", "1,234", 1234),
        ("en", "4,5", None),
        ("en", "12,34", None),
        ("en", "1,234.5", Decimal("1234.5")),
        ("en", "1.5.5", None),
        ("de", "1.234", 1234),
        ("de", "1,234", Decimal("1.234")),
        ("fr", "1\u00a0234,5", Decimal("1234.5")),
        ("en", ",123", None),
        ("en", "", None),
    ],
)
def test_groups_have_three_digits(code: str, text: str, number: object) -> None:
    assert locale(code).number(text) == number


def test_a_time_of_twelve_hours_is_told_by_its_noon() -> None:
    english = locale("en_US")
    assert english.date_parts("1/15/2024 12:00:00 AM") == (2024, 1, 15, 0, 0, 0)
    assert english.date_parts("1/15/2024 12:00:00 PM") == (2024, 1, 15, 12, 0, 0)
    assert english.date_parts("1/15/2024 13:00:00 PM") is None
    assert english.date_parts("January 15, 2024") is None


def test_an_unknown_code_means_the_habits_of_the_script() -> None:
    assert locale_named("xx") is None
    with using(Abroad("de_DE")):
        assert locale("xx").yes == "Ja"
    assert locale("xx").yes == "Да"


def test_a_script_abroad_does_not_change_those_at_home() -> None:
    with using(Abroad("en_US")):
        assert text_of(1000) == "1,000"
        assert to_number("1,000") == 1000
        with using(Host()):
            assert text_of(True) == "Да"
    assert text_of(1000) == "1\u00a0000"
    assert to_number("1,000") == 1


def test_an_embedder_gives_the_locale_by_its_host() -> None:
    host = Abroad("en_US")
    Session(language="enterprise", host=host).run(Source("a", 'Сообщить(1000.5); Сообщить("" + Истина);'))
    assert host.written == "1,000.5\nYes\n"


def test_very_long_texts_are_read_in_no_time() -> None:
    english = locale("en_US")
    start = process_time()
    english.number("1," * 200_000)
    english.number(",".join(["123"] * 100_000))
    english.date_parts("1/" * 200_000)
    english.text_of(10**20_000)
    assert process_time() - start < 5
