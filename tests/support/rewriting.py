"""Remarks rewritten to say what happened, for a person to read the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.remarks import HINT, Line, Remark, read_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.programs import Case


def rewritten(text: str, happened: list[tuple[Case, dict[int, list[Remark]]]]) -> str:
    """The text of a file with the remarks of the cases that ran replaced; other cases stay as they are."""
    ran = {line.number for case, _ in happened for line in case.lines}
    remarks = {number: each for _, outcome in happened for number, each in outcome.items()}
    with_hints = {number for case, _ in happened for number, each in case.expected.items() if _has_hint(each)}
    made: list[str] = []
    for number, written in enumerate(text.split("\n"), 1):
        line = read_line(number, written)
        if number not in ran:
            made.append(written)
        elif not line.remark_only:
            kept = (r for r in remarks.get(number, ()) if r.kind != HINT or number in with_hints)
            made += _remarked(line, list(kept))
    return "\n".join(made)


def _has_hint(remarks: list[Remark]) -> bool:
    return any(remark.kind == HINT for remark in remarks)


def _remarked(line: Line, remarks: list[Remark]) -> Iterator[str]:
    if not remarks:
        yield line.code
        return
    yield f"{line.code.rstrip()}{line.gap or ' '}{remarks[0]}"
    indent = line.code[: len(line.code) - len(line.code.lstrip())]
    yield from (f"{indent}{remark}" for remark in remarks[1:])
