import importlib
import re
from collections.abc import Iterator
from functools import cache

import pytest

from interpreter.cli.doc import LANGUAGES, catalog
from runtime.declare import marks_of
from runtime.names import split_top
from runtime.typeinfo import Member
from support.members import declared

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
catalog_of = cache(catalog)
CHECKED_BY_NAME = {
    "str",
    "int",
    "Number",
    "bool",
    "bytes",
    "Date",
    "TypeValue",
    "None",
    "object",
    "Any",
    "Callable",
    "Value",
}
MADE_BY_US = {"OnecError"}
"""Types of what no script hands over."""


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


def annotations_of(cls: type) -> Iterator[tuple[str, str]]:
    """Parameters of what scripts can call, with their annotations."""
    for attribute in vars(cls).values():
        function = getattr(attribute, "__func__", attribute)
        if marks_of(attribute) or marks_of(function):
            yield from getattr(function, "__annotations__", {}).items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_arguments_are_checked_against_types_that_there_are(language: str) -> None:
    # A name that nothing is declared by would refuse every value.
    declared(catalog_of(language))
    classes = importlib.import_module(f"runtime.{language}.declare").dialect.classes
    known = CHECKED_BY_NAME | MADE_BY_US | set(classes)
    wrong = [
        f"{cls.__name__}: {parameter}: {annotation}"
        for cls in set(classes.values())
        for parameter, annotation in annotations_of(cls)
        if parameter != "return"
        for name in split_top(annotation, "|")
        if name.strip().partition("[")[0] not in known
    ]
    assert not wrong
