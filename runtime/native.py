"""CPython's own errors raised by compiled code, told as script errors; and where in a script an error arose.

Compiled code uses Python's operators and attributes bare, so a script's mistake may surface as a ZeroDivisionError or
an AttributeError. It is the script's mistake exactly when the innermost frame of the traceback is compiled code: then
the module's `1c.translate` says it in its language. The same error from deeper inside is our bug and stays what it is.
"""

from __future__ import annotations

from sys import _getframe

from runtime.errors import OnecError, Raised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, TracebackType

FILE = "1c.file"
"""The global of every compiled module that names its text; its presence marks a script's frame."""
TRANSLATE = "1c.translate"
SPELLINGS = "1c.spellings"
LIST = "<listcomp>"
"""What runs a function's list as a part of it; later versions of CPython have no frame of its own for that."""
OUTLINED = " ↓"
"""Ends the name of a function that is the innermost part of another, see enterprise.compiler.outlining."""


def script_error(error: BaseException) -> OnecError | None:
    """The error as the script sees it; None when it is not one (our bug, an interruption, an exit)."""
    if isinstance(error, OnecError):
        if error.__class__ is not Raised and "folded" in error.__dict__:
            _respell(error, error.__dict__.pop("folded"))
        return error
    known: OnecError | None = getattr(error, "onec_error", None)
    if known is None and isinstance(error, Exception) and (frame := _frame_at_fault(error)) is not None:
        translate = frame.f_globals.get(TRANSLATE)
        known = translate(error, frame) if translate else None
        if known is not None:
            known.__traceback__ = error.__traceback__
            error.onec_error = known  # type: ignore[attr-defined]
            if "folded" in known.__dict__:
                _respell(known, known.__dict__.pop("folded"))
    return known


def _frame_at_fault(error: Exception) -> FrameType | None:
    """The script's own code that raised it. Depth and memory run out anywhere, on the script's account."""
    innermost = error.__traceback__
    if innermost is None:
        return None
    while (inner := innermost.tb_next) is not None:
        innermost = inner
    if FILE in innermost.tb_frame.f_globals:
        return innermost.tb_frame
    if isinstance(error, RecursionError | MemoryError) or (isinstance(error, TypeError) and _is_of_callback(error)):
        return next((entry.tb_frame for entry in script_frames(error)), None)
    return None


def _is_of_callback(error: TypeError) -> bool:
    """Did the library call a script's function with as many arguments as that does not take?

    The call fails before the function runs, so CPython's message alone tells whose function it is: `Имя()() takes …`,
    `Имя().<locals>.<lambda>() missing …`.
    """
    called = str(error).partition("() ")[0]
    ours = called.endswith("()") or "().<locals>." in called
    return ours and "argument" in str(error) and any(True for _ in script_frames(error))


def script_frames(error: BaseException) -> Iterator[TracebackType]:
    """The traceback's entries of compiled code, innermost first."""
    found: list[TracebackType] = []
    traceback = error.__traceback__
    while traceback:
        if FILE in traceback.tb_frame.f_globals:
            name = traceback.tb_frame.f_code.co_name
            if found and (name == LIST or name.endswith(OUTLINED)):
                # It runs in the name of the one around it.
                found.pop()
            elif found and found[-1].tb_frame is traceback.tb_frame:
                # Thrown again by a handler: the call that is here already, not one more.
                found.pop()
            found.append(traceback)
        traceback = traceback.tb_next
    return reversed(found)


def script_place(error: BaseException) -> tuple[str, int] | None:
    """The module and the line where an error arose; None when no script was involved."""
    innermost = None
    traceback = error.__traceback__
    while traceback is not None:
        if FILE in traceback.tb_frame.f_globals:
            innermost = traceback
        traceback = traceback.tb_next
    return (innermost.tb_frame.f_code.co_filename, innermost.tb_lineno) if innermost is not None else None


def position(error: BaseException) -> tuple[str, int, str] | None:
    """Where it arose: module, line (from 1), the line's text; None when no script was involved."""
    place = script_place(error)
    return (*place, source_line(*place).strip()) if place else None


def source_line(file: str, number: int) -> str:
    """A line of a text that has been compiled (compiling registers it in linecache)."""
    from linecache import getline

    return getline(file, number).rstrip("\n")


def calling_spelling(folded: str) -> str:
    """How the innermost script that runs spells a member's name; nothing when it has none, or does not name it."""
    frame: FrameType | None = _getframe(1)
    while frame is not None and FILE not in frame.f_globals:
        frame = frame.f_back
    spelling: str = frame.f_globals.get(SPELLINGS, {}).get(folded, "") if frame is not None else ""
    return spelling


def _respell(error: OnecError, folded: str) -> None:
    """Put the author's spelling of a member's name in place of its folded form."""
    for entry in script_frames(error):
        spelling = entry.tb_frame.f_globals.get(SPELLINGS, {}).get(folded)
        if spelling:
            error.message = error.message.replace(f"({folded.strip('.()')})", f"({spelling})")
        return
