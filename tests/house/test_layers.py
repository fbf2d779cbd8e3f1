import subprocess
import sys
from pathlib import Path

from support.project import ROOT


def test_nobody_imports_what_the_contracts_forbid() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    finished = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stdout[-3000:]
