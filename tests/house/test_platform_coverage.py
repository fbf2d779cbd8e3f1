"""`python tests/coverage_of_platform.py` tells more."""

from functools import cache

from stdlib.enterprise.library import catalog
from support.platform_coverage import Coverage, Platform, measure


@cache
def coverage() -> Coverage:
    return measure(catalog(), Platform())


def test_every_name_of_the_platform_is_there_or_left_out_for_a_reason() -> None:
    assert not [name.ru for name in coverage().missing]


def test_names_and_parameters_are_those_of_the_platform() -> None:
    assert not coverage().differences


def test_no_line_of_left_out_toml_is_stale() -> None:
    assert not coverage().stale
