"""The order of strings: blanks, marks, digits, Latin, Cyrillic; case and the dots of ё decide between equals only."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    Key = tuple[str, str, str]

# Marks in the order of the Unicode root collation, moved before the digits; ё beside е.
_MARKS = " \u00a0_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_PRIMARY = {ord(mark): index + 1 for index, mark in enumerate(_MARKS)} | {ord("ё"): "е"}


def key(text: str) -> Key:
    """What to compare instead of the string."""
    folded = text.casefold()
    return _primary(folded), folded, text.swapcase()


def caseless_key(text: str) -> tuple[str, str]:
    """What to compare instead of the string where case does not matter."""
    folded = text.casefold()
    return _primary(folded), folded


def _primary(folded: str) -> str:
    # Among letters and digits the order of code points is right but for ё.
    return folded if "ё" not in folded and folded.isalnum() else folded.translate(_PRIMARY)
