"""What is wrong in a text, before it runs, and how that is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.source import Source, Span

Severity = Literal["error", "warning"]
Style = Literal["short", "full", "json"]
_WIDTH = 240
"""Characters shown of a line that is longer."""
_TURNING = (0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = dict.fromkeys((*range(9), *range(10, 32), *range(127, 160), *_TURNING), "�")
"""Control characters would move the carets or drive the terminal; marks of direction would show another text."""
_UNSEEN_IN_LINES = {code: mark for code, mark in _UNSEEN.items() if code != ord("\n")}


@dataclass(frozen=True, slots=True)
class Note:
    """Another place that explains a diagnostic: «конструкция начата здесь»."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake at one place. `message` is the platform's text, `hint` is ours and may be empty."""

    source: Source
    span: Span
    message: str
    hint: str = ""
    severity: Severity = "error"
    notes: tuple[Note, ...] = ()

    @property
    def line(self) -> int:
        return self.source.position(self.span.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.span.start)[1]


class Refused(Exception):
    """The text was refused before it ran; carries at least one diagnostic."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics[0].message)


def draw(diagnostic: Diagnostic, style: Style = "full") -> str:
    """The diagnostic as text, without a final newline.

    short: the header line. full: header, source lines with carets, notes, hint. json: one JSON object.
    """
    if style == "json":
        return draw_json(diagnostic)
    mark = "Предупреждение: " if diagnostic.severity == "warning" else ""
    header = f"{{{diagnostic.source.name}({diagnostic.line},{diagnostic.column})}}: {mark}{diagnostic.message}"
    if style == "short":
        return harmless(header)
    parts = [header, excerpt(diagnostic.source, diagnostic.span)]
    for note in diagnostic.notes:
        parts += [f"    {note.message}:", excerpt(diagnostic.source, note.span)]
    if diagnostic.hint:
        parts.append(f"    {diagnostic.hint}")
    return harmless("\n".join(part for part in parts if part))


def harmless(text: str) -> str:
    """Lines for a terminal: messages and names of files may hold what strangers have written."""
    return text.replace("\r\n", "\n").translate(_UNSEEN_IN_LINES)


def excerpt(source: Source, span: Span) -> str:
    """The first line of a span with carets below it; empty for a blank line, a window of a very long one."""
    number, column = source.position(span.start)
    line = source.line(number)
    if not line.strip():
        return ""
    start, end = column - 1, min(column - 1 + span.end - span.start, len(line))
    shown, start, end = _window(line.translate(_UNSEEN), start, max(start + 1, end))
    gutter = f"{number:>5} │ "
    lead = "".join("\t" if c == "\t" else " " * cell_width(c) for c in shown[:start])
    carets = "^" * max(1, sum(cell_width(c) for c in shown[start:end]))
    return f"{gutter}{shown.rstrip()}\n{' ' * (len(gutter) - 2)}│ {lead}{carets}"


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """What to show of a line, and where in it the stretch from `start` to `end` is."""
    if len(line) <= _WIDTH:
        return line, start, end
    first = max(0, start - _WIDTH // 3)
    last = min(len(line), first + _WIDTH)
    left, right = "…" if first else "", "…" if last < len(line) else ""
    return f"{left}{line[first:last]}{right}", start - first + len(left), min(end, last) - first + len(left)


def cell_width(character: str) -> int:
    """Terminal cells that a character takes: 0, 1 or 2."""
    from prompt_toolkit.utils import get_cwidth

    return get_cwidth(character) if character > "\u02ff" else 1


def draw_json(diagnostic: Diagnostic, **more: object) -> str:
    """The diagnostic as one JSON object, with more facts."""
    end_line, end_column = diagnostic.source.position(diagnostic.span.end)
    if diagnostic.notes:
        more["notes"] = [_noted(diagnostic.source, note) for note in diagnostic.notes]
    return record(
        file=diagnostic.source.name,
        line=diagnostic.line,
        column=diagnostic.column,
        end_line=end_line,
        end_column=end_column,
        severity=diagnostic.severity,
        message=diagnostic.message,
        hint=diagnostic.hint,
        **more,
    )


def _noted(source: Source, note: Note) -> dict[str, object]:
    line, column = source.position(note.span.start)
    return {"file": source.name, "line": line, "column": column, "message": note.message}


def record(*, severity: Severity = "error", **facts: object) -> str:
    """One JSON object on one line; a message without a place has no other facts."""
    import json

    return json.dumps({**facts, "severity": severity}, ensure_ascii=False)
