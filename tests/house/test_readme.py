import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.project import ROOT

READMES = ("README.md", "README.ru.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DATE = re.compile(r"\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d [+-]\d{4}")
LINK = re.compile(r"\]\(([^)#:]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    text: str


def blocks(readme: str) -> list[Block]:
    return [Block(kind, text) for kind, text in BLOCK.findall((ROOT / readme).read_text("utf-8"))]


@pytest.mark.parametrize("readme", READMES)
def test_commands_do_what_the_readme_says(readme: str, tmp_path: Path) -> None:
    programs = str(Path(sys.executable).parent)
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "ONECS_HOME": str(tmp_path)}
    found = blocks(readme)
    for block, following in zip(found, [*found[1:], Block("", "")], strict=True):
        if block.kind != "sh":
            continue
        # A target of make is only looked up: `make test` would run this test again.
        command = re.sub(r"^make ", "make --dry-run ", block.text, flags=re.MULTILINE)
        finished = subprocess.run(
            ["sh", "-ec", command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
        if following.kind == "text":
            shown = finished.stdout.replace("\u00a0", " ")
            assert DATE.sub("(date)", shown) == DATE.sub("(date)", following.text)


@pytest.mark.parametrize("readme", READMES)
def test_samples_are_scripts_of_the_project(readme: str) -> None:
    scripts = {path.read_text("utf-8").rstrip() for path in (ROOT / "scripts").rglob("*.1cs")}
    samples = [block.text for block in blocks(readme) if block.kind in ("bsl", "sbsl")]
    assert samples
    assert not [sample for sample in samples if sample.rstrip() not in scripts]


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme: str) -> None:
    links = LINK.findall((ROOT / readme).read_text("utf-8"))
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_both_languages_have_the_same_samples_and_commands() -> None:
    english, russian = map(blocks, READMES)
    assert english == russian
