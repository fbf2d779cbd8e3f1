"""Russian words that change with a number."""

from __future__ import annotations


def counted(number: int, one: str, few: str, many: str) -> str:
    """«1 письмо», «2 письма», «5 писем»."""
    last, last_two = number % 10, number % 100
    if last == 1 and last_two != 11:
        return f"{number} {one}"
    if last in (2, 3, 4) and last_two not in (12, 13, 14):
        return f"{number} {few}"
    return f"{number} {many}"
