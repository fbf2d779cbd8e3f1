"""«Возможно, вы имели в виду»: the name the author probably meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LATIN = "ABCEHKMOPTXaceopxy"
_TO_CYRILLIC = str.maketrans(_LATIN, "АВСЕНКМОРТХасеорху")
KEYBOARD = str.maketrans(
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~",
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
)
"""Latin keys → the letters of the Russian layout on them."""


def hint(name: str, known: Iterable[str]) -> str:
    """A sentence to show under an error, or nothing when no known name is near."""
    by_fold = {_fold(candidate): candidate for candidate in known}
    twin = by_fold.get(_fold(name))
    if twin and twin.casefold() != name.casefold():
        letters = ", ".join(
            sorted({f"«{a}»" for a, b in zip(name, twin, strict=False) if a.casefold() != b.casefold()})
        )
        return f"В имени «{name}» латинские буквы среди русских: {letters}. Верно так: «{twin}»"
    near = nearest(name, by_fold.values())
    return f"Возможно, вы имели в виду «{near}»?" if near else ""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one: same letters on another layout, or few letters apart."""
    from difflib import get_close_matches

    by_fold = {_fold(candidate): candidate for candidate in known}
    for variant in (_fold(name), name.translate(KEYBOARD).casefold()):
        if close := get_close_matches(variant, by_fold, n=1, cutoff=0.7):
            return by_fold[close[0]]
    return None


def _fold(name: str) -> str:
    return name.translate(_TO_CYRILLIC).casefold() if any("а" <= c.lower() <= "я" for c in name) else name.casefold()
