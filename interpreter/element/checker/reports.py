"""What is wrong, collected: a place is complained of once."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interpreter.diagnostics import Note
    from interpreter.source import Source, Span


class Reports:
    """Errors and warnings of one text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.errors: dict[Span, Diagnostic] = {}
        self.warnings: dict[tuple[Span, str], Diagnostic] = {}
        self._lines: set[int] = set()
        self._counted = 0

    def error(self, span: Span, message: str, hint: str = "", notes: tuple[Note, ...] = ()) -> None:
        self.errors.setdefault(span, Diagnostic(self.source, span, message, hint, notes=notes))

    def has_error_beside(self, span: Span) -> bool:
        """Whether an error was found on a line of a place: the place may be in its wake."""
        self._lines.update(one.line for one in islice(self.errors.values(), self._counted, None))
        self._counted = len(self.errors)
        first, last = (self.source.position(offset)[0] for offset in (span.start, span.end))
        return not self._lines.isdisjoint(range(first, last + 1))

    def warning(self, span: Span, message: str, hint: str = "") -> None:
        self.warnings.setdefault((span, message), Diagnostic(self.source, span, message, hint, "warning"))

    def in_order(self) -> list[Diagnostic]:
        """The errors."""
        return _sorted(self.errors.values())

    def warnings_in_order(self) -> list[Diagnostic]:
        return _sorted(self.warnings.values())


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda one: (one.span.start, one.span.end))
