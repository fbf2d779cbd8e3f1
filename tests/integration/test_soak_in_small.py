"""What `make soak` does with a hundred thousand letters, with a few hundred."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from support.project import ROOT


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system where a process can be killed")
def test_letters_survive_faults_and_kills() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "soak.run", "--letters", "600", "--kills", "1"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "tests")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "letters acknowledged   600 in" in done.stdout
    assert "server killed 1 times" in done.stdout
    assert done.stdout.endswith("nothing is wrong\n")
