import re
from functools import cache

import pytest

from interpreter.cli.doc import LANGUAGES, catalog
from runtime.typeinfo import Member
from support.members import declared

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
catalog_of = cache(catalog)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_russian_and_an_english_name(language: str) -> None:
    wrong = [
        name
        for name, each in declared(catalog_of(language)).items()
        if not each.ru or not re.fullmatch(r"\w+", each.en, re.A)
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_described_in_russian(language: str) -> None:
    # A value of an enumeration may leave the description to its enumeration.
    wrong = [name for name, each in declared(catalog_of(language)).items() if not CYRILLIC.search(each.doc)]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_parameters_have_names_in_both_languages(language: str) -> None:
    wrong = [
        f"{name}({parameter.ru})"
        for name, each in declared(catalog_of(language)).items()
        if isinstance(each, Member)
        for signature in each.signatures
        for parameter in signature.parameters
        if not re.fullmatch(r"\w+", parameter.en, re.A)
    ]
    assert not wrong
