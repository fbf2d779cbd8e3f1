"""What is wrong with a malformed document, with the place."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.xml.reasons import reason_of

__all__ = ["malformed", "reason_of"]


def malformed(reason: str, line: int, column: int) -> OnecError:
    """`line` and `column` count from 1."""
    return OnecError(f"Ошибка разбора XML: - [{line},{column}]\nФатальная ошибка: {reason}")
