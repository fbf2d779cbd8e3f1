"""Words that were meant to be keywords."""

from __future__ import annotations

from collections.abc import Set
from difflib import get_close_matches

from interpreter.enterprise.keywords import KINDS, SPELLINGS
from runtime.names import fold

_LATIN = "ABCEHKMOPTXaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХасеорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_SHORTEST = 4
"""Shorter words are near to too many others."""

_LONGEST = 40
"""Twice the longest keyword: longer words are near to none, and cost too much to compare."""


def nearest_keyword(word: str, kinds: Set[str]) -> tuple[str, str]:
    """The kind among `kinds` that a word was meant to be, and a hint that says so; both empty when there is none."""
    if len(word) > _LONGEST:
        return "", ""
    if KINDS.get(fold(word)) == "AWAIT" and "AWAIT" in kinds:
        return "AWAIT", f"{word} можно только внутри процедуры или функции, которая начинается словом Асинх."
    for table, alphabet in ((_TO_CYRILLIC, "латинские"), (_TO_LATIN, "русские")):
        meant = word.translate(table)
        kind = KINDS.get(fold(meant), "")
        if meant != word and kind in kinds:
            letters = ", ".join(dict.fromkeys(a for a, b in zip(word, meant, strict=True) if a != b))
            return kind, f"В слове «{word}» {alphabet} буквы: {letters}. Возможно, вы имели в виду «{meant}»?"
    if len(word) < _SHORTEST:
        return "", ""
    words = [one for one, kind in KINDS.items() if kind in kinds]
    near = get_close_matches(fold(word), words, n=1, cutoff=0.75)
    if not near:
        return "", ""
    kind = KINDS[near[0]]
    meant = SPELLINGS[kind][1 if near[0].isascii() else 0]
    return kind, f"Возможно, вы имели в виду «{meant}»?"
