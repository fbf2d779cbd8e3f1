"""The lists untested_*.txt may only become shorter: what is new in the library comes with a program that uses it.

`pytest tests/house/test_members_used.py --rewrite` writes them anew.
"""

import pytest

from interpreter.cli.doc import LANGUAGES, catalog
from support.members import unnamed
from support.project import ROOT


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_is_used_by_a_program(language: str, request: pytest.FixtureRequest) -> None:
    file = ROOT / f"tests/house/untested_{language}.txt"
    unused = sorted(unnamed(catalog(language)))
    if request.config.getoption("--rewrite"):
        file.write_text("".join(f"{name}\n" for name in unused), "utf-8")
    listed = file.read_text("utf-8").split()
    new, gone = sorted(set(unused) - set(listed)), sorted(set(listed) - set(unused))
    assert not new, "no program of tests/programs uses these"
    assert not gone, f"used or gone: strike these out of {file.name}"
