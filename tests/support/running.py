"""One case run in this process."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from interpreter.diagnostics import Refused
from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import ScriptExit
from runtime.host import Host
from runtime.native import position, script_error
from support.letters import Postbox, letter_problems
from support.remarks import COMPILE_ERROR, ERROR, HINT, OUTPUT, WARNING, Remark, visible
from support.servers.started import Started

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

    from interpreter.diagnostics import Diagnostic
    from runtime.errors import OnecError
    from runtime.host import MailAccount
    from support.programs import Case

PATIENCE = 20
"""Seconds after which a program is taken for one that never ends."""


@dataclass(slots=True)
class Outcome:
    """What a case did: remarks by line, and what no line can be blamed for."""

    remarks: dict[int, list[Remark]] = field(default_factory=dict)
    exit_code: int = 0
    letters: tuple[dict[str, str], ...] = ()

    def add(self, line: int, kind: str, text: str) -> None:
        self.remarks.setdefault(line, []).append(Remark(kind, text))

    def add_text(self, line: int, kind: str, text: str) -> None:
        """A remark for each line of a text."""
        for part in text.split("\n"):
            self.add(line, kind, visible(part))

    def problems(self, case: Case) -> Iterator[str]:
        if self.exit_code != case.exit_code:
            yield f"код возврата: ждали {case.exit_code}, был {self.exit_code}"
        if wanted := case.values("почта"):
            yield from letter_problems(wanted, self.letters)


class RecordingHost(Host):
    """Puts what a program writes beside the line that wrote it; starts a mail server when asked for an account."""

    def __init__(self, case: Case, source: Source, outcome: Outcome, postbox: Postbox) -> None:
        self.arguments, self.locale = case.arguments, case.locale
        self._input = iter(case.values("ввод"))
        self._starts_processes = "да" in case.values("процессы")
        self._source, self._outcome, self._postbox = source, outcome, postbox
        self._pending = ""
        self._files = case.files

    @property
    def _names(self) -> set[str]:
        return {self._source.name, *(os.path.normpath(name) for name in self._files)}

    def write(self, text: str) -> None:
        *whole, self._pending = (self._pending + text).split("\n")
        if whole:
            self._outcome.add_text(_line_of(sys._getframe(1), self._names), OUTPUT, "\n".join(whole))

    def read_line(self, prompt: str = "") -> str | None:
        return next(self._input, None)

    def allows(self, what: str, detail: str) -> bool:
        return what != "process" or self._starts_processes

    def mail_account(self) -> MailAccount:
        return self._postbox.account()

    def close(self) -> None:
        """Note what was written without a line break."""
        if self._pending:
            self._outcome.add_text(0, OUTPUT, self._pending)


def run_case(case: Case) -> Outcome:
    source = Source(case.path.name, case.text)
    outcome = Outcome()
    with Postbox(case.values("сбой")) as postbox, Started(case.servers) as servers, _beside(case.files):
        host = RecordingHost(case, source, outcome, postbox)
        host.arguments += servers.arguments
        session = Session(language=case.language, host=host)
        try:
            with _stopped_after(PATIENCE):
                # A run tells no warnings.
                _add_diagnostics(outcome, [each for each in session.check(source) if each.severity == "warning"])
                session.run(source)
        except Refused as refused:
            _add_diagnostics(outcome, refused.diagnostics)
        except ScriptExit as leaving:
            outcome.exit_code = leaving.code
        except Exception as error:
            known = script_error(error)
            if known is None:
                raise
            _add_error(outcome, known)
        finally:
            session.close()
        host.close()
        # A program that says nothing about mail may have removed its letters again.
        if case.values("почта"):
            outcome.letters = postbox.letters()
    return outcome


def _add_diagnostics(outcome: Outcome, diagnostics: Iterable[Diagnostic]) -> None:
    for diagnostic in diagnostics:
        kind = COMPILE_ERROR if diagnostic.severity == "error" else WARNING
        outcome.add_text(diagnostic.line, kind, diagnostic.message)
        if diagnostic.hint:
            outcome.add_text(diagnostic.line, HINT, diagnostic.hint)


def _add_error(outcome: Outcome, error: OnecError) -> None:
    place = position(error)
    line = place[1] if place else 0
    outcome.add_text(line, ERROR, error.message)
    if error.hint:
        outcome.add_text(line, HINT, error.hint)


def _line_of(frame: FrameType | None, names: set[str]) -> int:
    """The last line of the expression that the innermost frame of the program, or of a file of its, is at."""
    while frame and frame.f_code.co_filename not in names:
        frame = frame.f_back
    if frame is None:
        return 0
    instruction = list(frame.f_code.co_positions())[frame.f_lasti // 2]
    return max(frame.f_lineno, instruction[1] or 0)


@contextmanager
def _beside(files: dict[str, str]) -> Iterator[None]:
    """The current folder is one with these files; nothing changes when there are none."""
    if not files:
        yield
        return
    with TemporaryDirectory() as folder, chdir(folder):
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        yield


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise TimeoutError(f"программа не остановилась за {seconds} с")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
