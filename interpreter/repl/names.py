"""Names that fit the beginning of a word: in either language, ё for е, and typed on the wrong keyboard layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtime.spelling import KEYBOARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BACK = {letter: key for key, letter in KEYBOARD.items()}
_LATIN = re.compile(r"[a-z_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """Something that may be typed: its two spellings, and what the menu says of it beside.

    `near` names, the session's and the value's own, come before those of the library.
    """

    ru: str
    en: str
    about: str = ""
    near: bool = False


def other_layouts(text: str) -> Iterator[str]:
    """What the same keys give on the other keyboard layout, Russian for Latin and back."""
    for variant in (text.translate(KEYBOARD), text.translate(_BACK)):
        if variant != text:
            yield variant


def fitting(beginning: str, names: Iterable[Name]) -> list[tuple[str, str]]:
    """The spellings that begin so, each with what the menu says; near ones first, else in alphabetical order.

    A beginning in Latin letters finds English spellings; an empty one the Russian.
    """
    key = _key(beginning)
    latin = bool(_LATIN.match(beginning))
    found: dict[str, Name] = {}
    for name in names:
        for spelling in (name.en, name.ru) if latin else (name.ru, name.en):
            if _key(spelling).startswith(key):
                found.setdefault(spelling, name)
                break
    ordered = sorted(found.items(), key=lambda each: (not each[1].near, _key(each[0])))
    return [(spelling, name.about) for spelling, name in ordered]


def _key(name: str) -> str:
    return name.casefold().replace("ё", "е")
