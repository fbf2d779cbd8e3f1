"""An uncaught script error as its author reads it: the platform's line, the place with a caret, the script's frames."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Style, draw, draw_json, excerpt, harmless, record
from interpreter.source import Source, Span
from runtime.native import FILE, LIST, script_error, script_frames, source_line

if TYPE_CHECKING:
    from types import TracebackType

    from runtime.errors import OnecError

_NAMELESS = {"<module>": "теле модуля", "<lambda>": "лямбда-функции", LIST: "лямбда-функции", "1c.result": "тексте"}
_SHOWN = 10
"""Frames shown at either end of a long call stack."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A call in a script; `span` is what was being evaluated."""

    source: Source
    span: Span
    method: str

    @property
    def place(self) -> str:
        line, column = self.source.position(self.span.start)
        return f"{self.source.name}({line},{column})"


def frames(error: BaseException) -> list[Frame]:
    """The script's frames, innermost first; none of ours."""
    return [_frame(entry) for entry in script_frames(error)]


def report(error: BaseException, style: Style = "full") -> str:
    """What to show for an error that no handler of the script caught.

    Raises the error itself when it is not a script's: then it is our bug and Python's traceback tells more.
    """
    known = script_error(error)
    if known is None:
        raise error
    stack = frames(error)
    if not stack and style == "json":
        return record(message=known.message, hint=known.hint)
    if not stack:
        hint = f"\n    {known.hint}" if known.hint and style == "full" else ""
        return harmless(f"Ошибка: {known.message}{hint}")
    first = stack[0]
    diagnostic = Diagnostic(first.source, first.span, known.message, known.hint)
    if style == "json":
        return draw_json(diagnostic, stack=[_fact(frame) for frame in stack])
    if style != "full":
        return draw(diagnostic, style)
    parts = [draw(diagnostic)]
    parts += _stack_lines(stack)
    parts += _cause_lines(known)
    return harmless("\n".join(parts))


def _fact(frame: Frame) -> dict[str, object]:
    line, column = frame.source.position(frame.span.start)
    return {"file": frame.source.name, "line": line, "column": column, "method": frame.method}


def _stack_lines(stack: list[Frame]) -> list[str]:
    if len(stack) == 1:
        return []
    shown = [f"    в {frame.method} {{{frame.place}}}" for frame in stack]
    if len(shown) > 2 * _SHOWN:
        hidden = len(shown) - 2 * _SHOWN
        shown = [*shown[:_SHOWN], f"    … ещё вызовов: {hidden} …", *shown[-_SHOWN:]]
    return ["    Стек вызовов (последний сверху):", *shown]


def _cause_lines(error: OnecError) -> list[str]:
    """Causes that have places of their own: an error raised anew in a handler with Причина."""
    lines = []
    cause = error.cause
    while cause is not None and cause.__traceback__ is not None:
        stack = frames(cause)
        if stack and cause.message not in error.message:
            lines += [
                "    по причине:",
                f"{{{stack[0].place}}}: {cause.message}",
                excerpt(stack[0].source, stack[0].span),
            ]
        cause = cause.cause
    return lines


def _frame(entry: TracebackType) -> Frame:
    code, file = entry.tb_frame.f_code, entry.tb_frame.f_globals[FILE]
    name = code.co_filename or file
    source = _source(name, entry.tb_lineno)
    line, end_line, column, end_column = next(islice(code.co_positions(), entry.tb_lasti // 2, None))
    line = line or entry.tb_lineno
    start = source.offset(line, _characters(source, line, column or 0) + 1)
    end = source.offset(end_line or line, _characters(source, end_line or line, end_column or 0) + 1)
    # A method declared anew in a session has marks behind its name.
    method = _NAMELESS.get(code.co_name, code.co_name.partition(" ")[0].rstrip("′"))
    return Frame(source, Span(start, max(start, end)), method)


def _source(name: str, line: int) -> Source:
    """The text as it was registered when compiled, or the file when it came from the cache."""
    import linecache

    if name not in linecache.cache:
        from interpreter.modules import register
        from interpreter.source import decode

        try:
            with open(name, "rb") as file:
                register(Source(name, decode(file.read())))
        except (OSError, UnicodeDecodeError):
            return Source(name, "\n" * line)
    lines = linecache.getlines(name)
    text = "".join(lines)
    return Source(name, text if source_line(name, line) or line <= len(lines) else text + "\n" * line)


def _characters(source: Source, line: int, column: int) -> int:
    """A column in UTF-8 bytes as one in characters."""
    return len(source.line(line).encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))
