"""What literals mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

CONTINUATION = re.compile(r"\n(?:[^\S\n]*+(?://[^\n]*+)?\n)*+[^\S\n]*+\|")
"""A string goes on where the next line that is neither blank nor a comment begins with a bar."""


def number_value(text: str) -> int | str:
    """The int of an integral literal, else its decimal text without idle zeros."""
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{fraction}" if fraction else int(whole)


def string_value(texts: Iterable[str]) -> str:
    """The value of literals that stand side by side: quotes undoubled, their lines joined with LF."""
    return "\n".join(CONTINUATION.sub("\n", text[1:-1]).replace('""', '"') for text in texts)


def date_digits(text: str) -> str | None:
    """Fourteen digits of a date literal `'2017.03.23 10:45'`, or None when there is no such time."""
    digits = "".join(c for c in text if c in "0123456789")
    if len(digits) not in (8, 12, 14):
        return None
    from calendar import monthrange

    digits = digits.ljust(14, "0")
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    hour, minute, second = int(digits[8:10]), int(digits[10:12]), int(digits[12:])
    return digits if hour < 24 and minute < 60 and second < 60 else None
