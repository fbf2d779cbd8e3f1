"""What `make soak` does with a hundred thousand letters, with a few hundred."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from soak.ledger import Ledger
from soak.letters import letter_of, number_of
from soak.memory import Samples
from support.project import ROOT


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system where a process can be killed")
def test_letters_survive_faults_and_kills() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "soak.run", "--letters", "600", "--kills", "1"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "tests")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "letters acknowledged   600 in" in done.stdout
    assert "server killed 1 times" in done.stdout
    assert done.stdout.endswith("nothing is wrong\n")


def test_a_letter_that_was_promised_and_did_not_come_is_lost() -> None:
    ledger = Ledger(3)
    ledger.acknowledge(0)
    ledger.acknowledge(1)
    ledger.doubt(2)
    ledger.arrive(0, "")
    assert (ledger.lost(), ledger.excess()) == ([1], [])


def test_a_letter_may_come_as_often_as_its_sender_was_left_in_doubt_and_no_oftener() -> None:
    ledger = Ledger(3)
    for number in range(3):
        ledger.acknowledge(number)
        ledger.arrive(number, "")
        ledger.arrive(number, "")
    ledger.doubt(0)
    ledger.doubt(1)
    ledger.arrive(1, "")
    assert (ledger.lost(), ledger.excess(), ledger.twice()) == ([], [1, 2], 3)


@pytest.mark.parametrize("number", [0, 1, 2, 39])
def test_a_letter_with_another_octet_is_not_the_one_that_was_sent(number: int) -> None:
    raw = letter_of(number)
    assert number_of(raw) == number
    header, end, body = raw.partition(b"\r\n\r\n")
    assert number_of(header + end + body[: len(body) // 2]) is None


@pytest.mark.parametrize(("growth", "is_flat"), [(0, True), (10, True), (1000, False)])
def test_memory_that_grows_is_noticed(growth: int, is_flat: bool) -> None:
    samples = Samples()
    for second in range(100):
        samples.add(40_000 + growth * second)
    assert samples.is_flat is is_flat
