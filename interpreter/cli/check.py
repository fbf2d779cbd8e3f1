"""`1cs check`: what is wrong in scripts, without running them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from interpreter.cli.script_files import REFUSED, USAGE, FileProblem, read_script, scripts_below
from interpreter.cli.words import counted
from interpreter.diagnostics import draw
from interpreter.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.diagnostics import Diagnostic, Style


def check(paths: Sequence[str], *, language: str | None = None, errors: Style = "full") -> int:
    """Diagnostics of all files to stderr, by file and place; 0, or 65 with an error, or 2 with an unreadable file."""
    files = [file for path in paths for file in scripts_below(path)]
    code, mistakes = 0, 0
    for file in files:
        try:
            found = _diagnostics(file, language)
        except FileProblem as problem:
            print(problem, file=sys.stderr)
            code = max(code, problem.code) if code != USAGE else USAGE
            code = USAGE if problem.code == USAGE else code
            continue
        mistakes += sum(each.severity == "error" for each in found)
        for diagnostic in found:
            print(draw(diagnostic, errors), file=sys.stderr)
    if not files:
        print(f"Нет сценариев: {', '.join(paths)}", file=sys.stderr)
        return USAGE
    if errors != "json":
        print(_total(len(files), mistakes), file=sys.stderr)
    return code or (REFUSED if mistakes else 0)


def _diagnostics(file: str, language: str | None) -> list[Diagnostic]:
    found = Session(language=language).check(read_script(file))
    return sorted(found, key=lambda each: (each.span.start, each.span.end, each.message))


def _total(files: int, mistakes: int) -> str:
    checked = f"Проверено: {counted(files, 'файл', 'файла', 'файлов')}"
    return f"{checked}, {counted(mistakes, 'ошибка', 'ошибки', 'ошибок')}" if mistakes else f"{checked}, ошибок нет"
