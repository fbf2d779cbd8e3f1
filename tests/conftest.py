"""Every `*.1cs` below tests/programs is a test; `--rewrite` makes its remarks say what happens."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import hypothesis
import pytest

from support.programs import Case, read_cases
from support.remarks import Remark, differences
from support.rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

hypothesis.settings.register_profile("dev", max_examples=25, deadline=None, derandomize=True)
hypothesis.settings.register_profile("ci", max_examples=1000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

_RECURSION_LIMIT = sys.getrecursionlimit()
_REWRITTEN = pytest.StashKey[dict["Path", list[tuple[Case, dict[int, list[Remark]]]]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="rewrite the remarks of tests/programs to what happens")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_REWRITTEN] = {}
    # A job in the background starts with SIGINT ignored, and so would the programs that tests interrupt.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_teardown() -> None:
    # The command raises it for its whole process.
    sys.setrecursionlimit(_RECURSION_LIMIT)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".1cs" and "programs" in file_path.parts:
        return ProgramFile.from_parent(parent, path=file_path)
    return None


def pytest_sessionfinish(session: pytest.Session) -> None:
    for path, happened in session.config.stash[_REWRITTEN].items():
        path.write_text(rewritten(path.read_text("utf-8"), happened), "utf-8")


class ProgramFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        sentence = self.path.stem.replace("_", " ")
        for case in read_cases(self.path):
            name = sentence if case.first_line == 1 else f"{sentence} ({case.first_line})"
            yield ProgramItem.from_parent(self, name=name, case=case)


class Unexpected(Exception):
    """A program did something else than its remarks say."""


class ProgramItem(pytest.Item):
    def __init__(self, *, case: Case, **keywords: object) -> None:
        super().__init__(**keywords)
        self.case = case

    def runtest(self) -> None:
        from support.running import run_case

        outcome = run_case(self.case)
        if self.config.getoption("--rewrite"):
            self.config.stash[_REWRITTEN].setdefault(self.path, []).append((self.case, outcome.remarks))
            return
        problems = [*differences(self.case.expected, outcome.remarks, self.case.code), *outcome.problems(self.case)]
        if problems:
            raise Unexpected("\n".join(problems))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> object:
        if isinstance(excinfo.value, Unexpected):
            return f"{self.path}\n{excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.case.first_line - 1, self.name
