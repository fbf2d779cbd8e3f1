"""What ПривестиЗначение gives is allowed, stays as it is when adjusted again, and is what a typed cell holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.enterprise.date import Date
from runtime.enterprise.null import NULL
from runtime.enterprise.types import type_of
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.dates.date_fractions import DateFractions
from stdlib.enterprise.values.allowed_length import AllowedLength
from stdlib.enterprise.values.allowed_sign import AllowedSign
from stdlib.enterprise.values.date_qualifiers import DateQualifiers
from stdlib.enterprise.values.number_qualifiers import NumberQualifiers
from stdlib.enterprise.values.string_qualifiers import StringQualifiers
from stdlib.enterprise.values.type_description import TypeDescription

VALUES = st.one_of(
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-10_000, max_value=10_000),
    st.text(max_size=8),
    st.sampled_from([None, NULL, True, False, "12,5", "Да", "20240115", Date(2024, 1, 15, 10, 30), Array()]),
)
TYPES = st.lists(st.sampled_from(["Число", "Строка", "Булево", "Дата", "Массив"]), min_size=1, max_size=3)
NUMBERS = st.builds(
    lambda whole, fraction, sign: NumberQualifiers(whole + fraction if whole else 0, fraction, sign),
    st.integers(0, 5),
    st.integers(0, 3),
    st.sampled_from([AllowedSign.any, AllowedSign.nonnegative]),
)
STRINGS = st.builds(StringQualifiers, st.integers(0, 5), st.sampled_from([AllowedLength.fixed, AllowedLength.variable]))
DATES = st.builds(DateQualifiers, st.sampled_from([DateFractions.date, DateFractions.time, DateFractions.date_time]))
DESCRIPTIONS = st.builds(
    lambda types, *qualifiers: TypeDescription(", ".join(types), *qualifiers), TYPES, NUMBERS, STRINGS, DATES
)


@given(DESCRIPTIONS, VALUES)
@settings(max_examples=150, deadline=None)
def test_an_adjusted_value_is_allowed_and_stays(description: TypeDescription, value: Any) -> None:
    adjusted = description.adjust_value(value)
    several = len(description.types()) > 1
    assert description.contains_type(type_of(adjusted)) or (adjusted is None and (several or nothing_else(description)))
    assert description.adjust_value(adjusted) == adjusted
    assert fits(description, adjusted)


def nothing_else(description: TypeDescription) -> bool:
    """Objects have no empty value."""
    return bool(description.types()[0].ru == "Массив")


def fits(description: TypeDescription, value: Any) -> bool:
    if isinstance(value, str):
        length = description.string_qualifiers().length()
        fixed = description.string_qualifiers().allowed_length() is AllowedLength.fixed
        return not length or (len(value) <= length and (not fixed or len(value) == length))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        numbers = description.number_qualifiers()
        limit: Any = Decimal(10) ** (numbers.digits() - numbers.fraction_digits())
        signed: bool = numbers.allowed_sign() is AllowedSign.any or value >= 0
        return signed and bool(not numbers.digits() or abs(value) < limit)
    return True


@given(DESCRIPTIONS, VALUES)
@settings(max_examples=60, deadline=None)
def test_a_typed_cell_holds_the_adjusted_value(description: TypeDescription, value: Any) -> None:
    table = ValueTable()
    table.columns().add("Ячейка", description)
    row: Any = table.add()
    assert row[0] == description.adjust_value(None)
    setattr(row, ".ячейка", value)
    adjusted = description.adjust_value(value)
    assert (row[0], type(row[0])) == (adjusted, type(adjusted))


@given(DESCRIPTIONS)
@settings(max_examples=30, deadline=None)
def test_descriptions_of_the_same_are_equal(description: TypeDescription) -> None:
    same = TypeDescription(description)
    assert (same, hash(same)) == (description, hash(description))
    assert same != TypeDescription(description, "ТаблицаЗначений")
