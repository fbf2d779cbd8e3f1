"""«Возможно, вы имели в виду»: the name the author probably meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LATIN = "ABCEHKMOPTXaceopxykmt"
_TO_CYRILLIC = str.maketrans(_LATIN, "АВСЕНКМОРТХасеорхукмт")
KEYBOARD = str.maketrans(
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~",
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
)
"""Latin keys → the letters of the Russian layout on them."""


def hint(name: str, known: Iterable[str]) -> str:
    """A sentence to show under an error, or nothing when no known name is near."""
    by_fold = {_fold(candidate): candidate for candidate in known}
    if mixed := mixed_alphabets(name, by_fold.get(_fold(name), "")):
        return mixed
    near = nearest(name, by_fold.values())
    return f"Возможно, вы имели в виду «{near}»?" if near else ""


def mixed_alphabets(written: str, known: str, kind: str = "имени") -> str:
    """What to say of two names that only look alike: which of them mixes the alphabets; nothing of other names.

    `kind` is what both are called, after «в». A name with a Latin letter that no Russian one looks like («ПортSMTP»)
    is meant to be so.
    """
    if len(written) != len(known) or written.casefold() == known.casefold() or _fold(written) != _fold(known):
        return ""
    is_meant = any(letter.isascii() and letter.isalpha() and letter not in _LATIN for letter in known)
    if not is_meant and (strange := [letter for letter in known if letter in _LATIN]):
        return f"Объявлено имя «{known}»: в нём {_latin(strange)} {_quoted(strange)}"
    differing = [(a, b) for a, b in zip(written, known, strict=True) if a.casefold() != b.casefold()]
    if strange := [a for a, _ in differing if a in _LATIN]:
        return f"В {kind} «{written}» {_latin(strange)} среди русских: {_quoted(strange)}. Верно так: «{known}»"
    russian = [a for a, _ in differing]
    counted = "русские буквы" if len(set(russian)) > 1 else "русская буква"
    return f"В {kind} «{written}» {counted} среди латинских: {_quoted(russian)}. Верно так: «{known}»"


def _latin(letters: list[str]) -> str:
    return "латинские буквы" if len(set(letters)) > 1 else "латинская буква"


def _quoted(letters: list[str]) -> str:
    return ", ".join(f"«{letter}»" for letter in sorted(set(letters)))


def nearest(name: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known name most like this one: same letters on another layout, or few letters apart."""
    from difflib import get_close_matches

    by_fold = {_fold(candidate): candidate for candidate in known}
    for variant in (_fold(name), name.translate(KEYBOARD).casefold()):
        if close := get_close_matches(variant, by_fold, n=1, cutoff=cutoff):
            return by_fold[close[0]]
    return None


def to_cyrillic(name: str) -> str:
    """The name with Russian letters in the place of the Latin ones that look like them."""
    return name.translate(_TO_CYRILLIC)


def _fold(name: str) -> str:
    return to_cyrillic(name).casefold() if any("а" <= c.lower() <= "я" for c in name) else name.casefold()
