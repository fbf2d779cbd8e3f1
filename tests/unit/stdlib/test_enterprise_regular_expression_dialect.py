"""What programs cannot show: hostile expressions, and that nothing is translated twice."""

import re

import pytest

from stdlib.enterprise.strings.regular_expression_dialect import Unknown, pattern_of


@pytest.mark.parametrize("expression", ["[" * 5000, "[a" * 60 + "]" * 60, "\\", "[", "[]", "\\p", "\\x{zz}", "[a&&["])
def test_a_broken_expression_is_refused(expression: str) -> None:
    with pytest.raises(re.error):
        pattern_of(expression, 0)


@pytest.mark.parametrize("expression", ["\\p{}", "\\p{Nope}", "[[:nope:]]", "[\\P{Is}]"])
def test_an_unknown_property_is_refused(expression: str) -> None:
    with pytest.raises(Unknown):
        pattern_of(expression, 0)


@pytest.mark.parametrize(
    "expression", ["abc", r"(\d+)-(\d+)", "[a-z]+", r"[^\s]", "(?<=a)b", "(?<!a)b", r"\bа\b", "[.*]"]
)
def test_what_both_dialects_share_stays_as_it_is(expression: str) -> None:
    assert pattern_of(expression, 0).pattern == expression


def test_an_expression_is_translated_once() -> None:
    assert pattern_of(r"\p{L}", 0) is pattern_of(r"\p{L}", 0)
