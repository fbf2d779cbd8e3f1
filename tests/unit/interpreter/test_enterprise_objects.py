"""The text of an object's file is compiled in a way of its own; what it does is the same as in a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import support.running
from interpreter.enterprise.libraries.script import Script
from interpreter.session import Session
from runtime.host import using
from support.programs import read_cases
from support.project import ROOT
from support.remarks import differences

if TYPE_CHECKING:
    from interpreter.source import Source
    from support.programs import Case

AREAS = ("procedures", "parameters", "scopes", "loops", "dynamic", "exceptions", "labels", "conditions")


def programs() -> list[Case]:
    files = (path for area in AREAS for path in sorted((ROOT / "tests/programs/enterprise" / area).glob("*.1cs")))
    return [case for path in files for case in read_cases(path) if not case.directives]


class OfObject(Session):
    """Runs a text as the body of an object."""

    def run(self, source: Source) -> Any:
        return self._context.run(self._run_as_object, source)

    def _run_as_object(self, source: Source) -> Any:
        libraries = self._module.libraries
        with using(self.host):
            script = Script(libraries, "class", "Сценарий", source.name, source.text.encode())
            libraries.compile_alone(script)
            return script.loaded()


@pytest.mark.parametrize("case", programs(), ids=lambda case: f"{case.path.stem}-{case.first_line}")
def test_a_program_does_the_same_as_the_text_of_an_object(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(support.running, "Session", OfObject)
    outcome = support.running.run_case(case)
    assert not [*differences(case.expected, outcome.remarks, case.code), *outcome.problems(case)]
