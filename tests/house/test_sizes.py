import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from support.project import ROOT, project_files

LONGEST_FILE, LONGEST_FUNCTION = 400, 60
REASONS = tomllib.loads((ROOT / "tests/house/sizes.toml").read_text("utf-8"))


def sources(*, tests: bool) -> list[Path]:
    return [path for path in project_files() if path.suffix == ".py" and (tests or "tests" not in path.parts)]


def test_long_files_have_a_reason() -> None:
    # Files of tests are left out: a table may be long.
    long = {
        str(path.relative_to(ROOT))
        for path in sources(tests=False)
        if path.read_text("utf-8").count("\n") > LONGEST_FILE
    }
    assert long == set(REASONS["files"]), "tests/house/sizes.toml"


def test_long_functions_have_a_reason() -> None:
    long = {f"{path.relative_to(ROOT)}:{name}" for path in sources(tests=True) for name in long_functions(path)}
    assert long == set(REASONS["functions"]), "tests/house/sizes.toml"


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield node.name
