"""`1cs check`: what is wrong in scripts, without running them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from interpreter.cache import Cache
from interpreter.cli.host import ConsoleHost
from interpreter.cli.running import REFUSED, USAGE, context_beside, read, tell
from interpreter.cli.words import counted
from interpreter.diagnostics import Diagnostic, draw
from interpreter.folders import cache_folder
from interpreter.session import Session
from interpreter.source import Source, Span, decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.diagnostics import Style

SUFFIXES = (".1cs", ".os", ".bsl", ".sbsl", ".xbsl")


def check(
    paths: Sequence[str], *, language: str | None = None, errors: Style = "full", syntax_only: bool = False
) -> int:
    """Diagnostics of all files to stderr, by file and place; 0, or 65 with an error, or 2 when a file was missing.

    `syntax_only`: names are not looked up, so that modules of a configuration can be checked without it.
    """
    files = [file for path in paths for file in scripts_below(path)]
    mistakes = warnings = unread = 0
    for file in files:
        data = read(file)
        if data is None:
            unread += 1
            continue
        found = _diagnostics(file, data, language, syntax_only)
        mistakes += sum(each.severity == "error" for each in found)
        warnings += sum(each.severity == "warning" for each in found)
        tell(*(draw(each, errors) for each in found))
    if not files:
        tell(f"Нет сценариев: {', '.join(paths)}")
    elif errors != "json" and unread < len(files):
        tell(_total(len(files) - unread, mistakes, warnings))
    if unread or not files:
        return USAGE
    return REFUSED if mistakes else 0


def scripts_below(path: str) -> Iterator[str]:
    """The path itself, or every script in that folder and below it, in order of names."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(SUFFIXES))


def _diagnostics(file: str, data: bytes, language: str | None, syntax_only: bool) -> list[Diagnostic]:
    try:
        source = Source(file, decode(data))
    except UnicodeDecodeError:
        return [Diagnostic(Source(file, ""), Span(0, 0), "Кодировка не распознана", "Сохраните файл в UTF-8")]
    # Libraries that the script uses are read, and found in the cache.
    session = Session(language=language, host=ConsoleHost(), cache=Cache(cache_folder()))
    found = session.check_syntax(source) if syntax_only else session.check(source, context=_context_of(file))
    return sorted(found, key=lambda each: (each.span.start, each.span.end, each.message))


def _context_of(file: str) -> Source | None:
    """The context that is found by itself; what is wrong in it is told where it is checked."""
    beside = context_beside(file)
    try:
        data = read(beside) if beside else None
        return Source(beside, decode(data)) if beside and data is not None else None
    except UnicodeDecodeError:
        return None


def _total(files: int, mistakes: int, warnings: int) -> str:
    parts = [f"Проверено: {counted(files, 'файл', 'файла', 'файлов')}"]
    parts.append(counted(mistakes, "ошибка", "ошибки", "ошибок") if mistakes else "ошибок нет")
    if warnings:
        parts.append(counted(warnings, "предупреждение", "предупреждения", "предупреждений"))
    return ", ".join(parts)
