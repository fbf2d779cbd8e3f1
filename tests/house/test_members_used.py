import pytest

from interpreter.cli.doc import LANGUAGES, catalog
from support.members import unnamed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_is_used_by_a_program(language: str) -> None:
    assert not sorted(unnamed(catalog(language))), "no program of tests/programs uses these"
