"""Which members of the library are named by a test program."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from runtime.typeinfo import Member, TypeInfo
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtime.catalog import Catalog

_WORD = re.compile(r"[^\W\d]\w*")
_COMMENT = re.compile(r"//[^\n]*")


def declared(found: Catalog) -> dict[str, TypeInfo | Member]:
    """Everything with a 1C name: `Тип`, `Тип.Член`, `Функция`, `Свойство`."""
    from runtime.catalog import entries

    everything: dict[str, TypeInfo | Member] = {}
    for table in (found.types, found.functions, found.properties):
        for entry in entries(table):
            everything[entry.ru] = entry.declaration
            if isinstance(entry.declaration, TypeInfo):
                members = entry.declaration.members.values()
                everything |= {f"{entry.ru}.{member.ru}": member for member in members}
    return everything


@cache
def words(language: str) -> frozenset[str]:
    """Every name in the programs of a language, small letters; comments do not count."""
    texts = (path.read_text("utf-8") for path in (ROOT / "tests/programs" / language).rglob("*.1cs"))
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(_COMMENT.sub("", text)))


def unnamed(found: Catalog) -> Iterator[str]:
    """What no program names, in Russian or in English. A name that two types share counts for both."""
    known = words(found.dialect.name)
    for name, each in declared(found).items():
        if not {each.ru.casefold(), each.en.casefold()} & known:
            yield name
