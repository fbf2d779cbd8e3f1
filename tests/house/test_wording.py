import re
from pathlib import Path

import pytest

from support.project import ROOT, project_files

FORBIDDEN = {
    "unfinished work": re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"),
    "a path outside the project": re.compile(
        r"/work/|\bshared/(design|reference|prototypes|seeds|benchmarks)|/tmp/brief"
    ),
    "a secret": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"),
}
TEXTS = frozenset((".py", ".md", ".toml", ".1cs", ".os", ".bsl", ".sbsl", ".lark", ".sh", ".html", ".js", ".css", ""))
NAMES = re.compile(r"(utils?|helpers?|common|misc|manager)\.py")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_contains(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert not found


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert not [str(path.relative_to(ROOT)) for path in project_files() if NAMES.fullmatch(path.name)]


def texts() -> list[Path]:
    # This file names what it forbids.
    return [path for path in project_files() if path.suffix in TEXTS and path != Path(__file__)]
