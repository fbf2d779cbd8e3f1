"""What a module's body does, it does as the body of an asynchronous method, too, which waits before each statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

import support.running
from interpreter.diagnostics import Refused
from interpreter.enterprise import nodes, parser
from interpreter.session import Session
from interpreter.source import Source
from support.programs import Case, read_cases
from support.project import ROOT
from support.remarks import differences

AREAS = ("procedures", "parameters", "loops", "dynamic", "exceptions", "labels", "conditions", "operators", "tables")


def programs() -> list[Case]:
    files = (path for area in AREAS for path in sorted((ROOT / "tests/programs/enterprise" / area).glob("*.1cs")))
    return [case for path in files for case in read_cases(path) if not case.directives and _fits(case)]


def _fits(case: Case) -> bool:
    """Can its body be that of a method?"""
    try:
        tree = parser.parse_module(Source(case.path.name, case.text))
    except Refused:
        return False
    return bool(tree.body) and not tree.directives and not any(isinstance(node, nodes.Return) for node in tree.body)


class OfMethod(Session):
    """Moves a text's body into an asynchronous method."""

    def run(self, source: Source) -> object:
        tree = parser.parse_module(source)
        first = tree.body[0].span.start
        text = source.text
        moved = f"{text[:first]}Асинх Процедура ТелоМодуля() {_waiting(tree, text)[first:]}\nКонецПроцедуры\n"
        return super().run(replace(source, text=moved + "ТелоМодуля();\n"))


def _waiting(tree: nodes.Module, text: str) -> str:
    """The text with a wait before every statement of the body's own level, from the last to the first."""
    for node in reversed(tree.body):
        if not isinstance(node, nodes.LocalVar):
            text = text[: node.span.start] + "Ждать ПриостановитьАсинх(0); " + text[node.span.start :]
    return text


@pytest.mark.parametrize("case", programs(), ids=lambda case: f"{case.path.stem}-{case.first_line}")
def test_a_program_does_the_same_as_the_body_of_an_async_method(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(support.running, "Session", OfMethod)
    outcome = support.running.run_case(case)
    assert not [*differences(case.expected, outcome.remarks, case.code), *outcome.problems(case)]
