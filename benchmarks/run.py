"""1C programs beside the same work in idiomatic Python: `python benchmarks/run.py [--only 04] [--runs 5] [--check]`.

Every `NAME.py` has a twin `NAME.os` or `NAME.1cs` (a variant `NAME_more.py` shares it). Both print what they computed
and, on the last line, their own milliseconds. They run in turn, each in a process of its own; the fastest of n runs
counts. The outputs must be equal. `--record` keeps the ratios in recorded.toml, `--check` fails when one became a
quarter worse. `--limits` fails when 1cs is slower than it promises to be at all; what looks so is measured again first.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from math import exp, log
from os import environ
from pathlib import Path
from typing import TypeVar

from compiling import LANGUAGES, measure_compiling

T = TypeVar("T")

HERE = Path(__file__).parent
RECORDED = HERE / "recorded.toml"
ONECS = str(Path(sys.executable).with_name("1cs"))
WORSE = 1.25
MEAN_LIMIT = 2.0
EACH_LIMIT = 5.0
UNLIKE = frozenset({"15_mandelbrot"})
"""Twins that do other work: binary fractions, where 1C's are decimal (15_mandelbrot_decimal does the same)."""
START_UP_LIMIT = 2.0
SANDBOX_LIMIT_MS = 150
PATIENCE = 4
"""Measurements until a limit is said to be passed: a busy minute of the machine is no slower program."""
_TIME = re.compile(r"\S+ (?:ms|мс)=(\d+)")
_GROUPS = re.compile(r"(?<=\d)\u00a0(?=\d{3})")
_COMMA = re.compile(r"(?<=\d),(?=\d)")


@dataclass(frozen=True, slots=True)
class Pair:
    name: str
    onec: Path
    python: Path


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    onec_ms: float
    python_ms: float

    @property
    def ratio(self) -> float:
        return self.onec_ms / max(self.python_ms, 1)

    @property
    def is_beyond_limit(self) -> bool:
        return self.ratio > EACH_LIMIT and self.name not in UNLIKE


class Broken(Exception):
    """A program failed or computed something else than its twin."""


def main() -> int:
    options = _options()
    pairs = [pair for pair in find_pairs() if not options.only or any(part in pair.name for part in options.only)]
    rows, failed = [], []
    for pair in pairs:
        try:
            row = patiently(partial(measure, pair, options.runs), lambda row: options.limits and row.is_beyond_limit)
        except Broken as broken:
            failed.append(pair.name)
            print(f"{pair.name:<24} {broken}", flush=True)
            continue
        rows.append(row)
        print(
            f"{row.name:<24} 1cs {row.onec_ms:7.0f} ms   Python {row.python_ms:7.0f} ms   {row.ratio:6.2f}", flush=True
        )
    if rows:
        print(f"{'geometric mean':<60} {geometric_mean([row.ratio for row in rows]):6.2f}")
    worse = list(regressions(rows)) if options.check else []
    if not options.only:
        start_up = partial(measure_start_up, max(options.runs, 15))
        ours, bare = patiently(start_up, lambda found: found[0] / found[1] > START_UP_LIMIT)
        print(f"{'one-line script, started warm':<24} 1cs {ours:7.1f} ms   Python {bare:7.1f} ms   {ours / bare:6.2f}")
        sandbox = patiently(partial(measure_sandbox, max(options.runs, 5)), lambda found: found > SANDBOX_LIMIT_MS)
        print(f"{'mail server, until its ports are bound':<41} {sandbox:7.1f} ms")
        compiled = [
            patiently(partial(measure_compiling, language), lambda found: bool(found.beyond_limits()))
            for language in LANGUAGES
        ]
        print(*compiled, sep="\n")
        if options.limits:
            worse += beyond_limits(rows, ours / bare, sandbox)
            worse += [line for each in compiled for line in each.beyond_limits()]
    if options.record:
        record(rows)
    print("\n".join(worse), end="\n" if worse else "")
    return 1 if failed or worse else 0


def patiently(measured: Callable[[], T], is_broken: Callable[[T], bool]) -> T:
    """The first measurement that keeps its limit, else the last."""
    for _ in range(PATIENCE):
        found = measured()
        if not is_broken(found):
            break
    return found


def find_pairs() -> Iterator[Pair]:
    for python in sorted(HERE.glob("*/*.py")):
        stem = python.stem
        while stem and not (onec := _twin(python, stem)):
            stem = stem.rpartition("_")[0]
        if not stem or onec is None:
            raise SystemExit(f"{python} has no twin")
        yield Pair(python.stem, onec, python)


def _twin(python: Path, stem: str) -> Path | None:
    """The 1C program of this name: `.os` in Enterprise, `.1cs` in Element."""
    return next((path for suffix in (".os", ".1cs") if (path := python.with_name(stem + suffix)).exists()), None)


def measure(pair: Pair, runs: int) -> Row:
    """The fastest of n runs of each, taken in turn so that a busy moment of the machine hits both."""
    onec_ms = python_ms = float("inf")
    for _ in range(runs):
        onec_output, took = run([ONECS, "run", str(pair.onec)])
        onec_ms = min(onec_ms, took)
        python_output, took = run([sys.executable, str(pair.python)])
        python_ms = min(python_ms, took)
        if onec_output != python_output:
            raise Broken(f"prints {onec_output}, Python prints {python_output}")
    return Row(pair.name, onec_ms, python_ms)


def run(command: list[str]) -> tuple[list[str], float]:
    """What a program printed, numbers in one spelling, and the milliseconds of its last line."""
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
    *output, last = finished.stdout.strip().split("\n")
    found = _TIME.fullmatch(last)
    if finished.returncode or not found:
        raise Broken(f"failed: {(finished.stderr.strip() or last).splitlines()[-1:]}")
    return [_COMMA.sub(".", _GROUPS.sub("", line)) for line in output], float(found[1])


def measure_start_up(runs: int) -> tuple[float, float]:
    """Milliseconds that a cached one-line script takes, and `python -c print`."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "hello.1cs")
        script.write_text('Сообщить("Привет");\n', "utf-8")
        ours, bare = [ONECS, "run", str(script)], [sys.executable, "-c", "print('Привет')"]
        _wall(ours)
        pairs = [(_wall(ours), _wall(bare)) for _ in range(runs)]
    return min(ours for ours, _ in pairs), min(bare for _, bare in pairs)


def measure_sandbox(runs: int) -> float:
    """Milliseconds from the import of the mail server until it has bound its ports, in a process of its own."""
    measured = (
        "import sys, time; began = time.perf_counter(); from sandbox.server import Sandbox; "
        "server = Sandbox(sys.argv[1]); server.start(); took = time.perf_counter() - began; server.stop(); print(took)"
    )
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-c", measured, folder]
            times.append(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    return min(times) * 1000


def beyond_limits(rows: list[Row], start_up: float, sandbox: float) -> list[str]:
    """What is promised and not kept."""
    promises = (
        ("geometric mean", geometric_mean([row.ratio for row in rows]), MEAN_LIMIT),
        *((row.name, row.ratio, EACH_LIMIT) for row in rows if row.is_beyond_limit),
        ("start beside bare Python", start_up, START_UP_LIMIT),
        ("start of the mail server, ms", sandbox, SANDBOX_LIMIT_MS),
    )
    return [f"{name}: {value:.2f}, limit {limit}" for name, value, limit in promises if value > limit]


def _wall(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environ | {"PYTHONIOENCODING": "utf-8"})
    return (time.perf_counter() - began) * 1000


def geometric_mean(values: list[float]) -> float:
    return exp(sum(log(value) for value in values) / len(values))


def record(rows: list[Row]) -> None:
    known = recorded() | {row.name: round(row.ratio, 2) for row in rows}
    lines = (f"{name} = {ratio}" for name, ratio in sorted(known.items()))
    RECORDED.write_text(
        "# Time of 1cs divided by time of Python; written by run.py --record.\n" + "\n".join(lines) + "\n"
    )


def recorded() -> dict[str, float]:
    return tomllib.loads(RECORDED.read_text()) if RECORDED.exists() else {}


def regressions(rows: list[Row]) -> Iterator[str]:
    known = recorded()
    for row in rows:
        before = known.get(row.name)
        if before is None:
            yield f"{row.name}: not recorded yet (--record)"
        elif row.ratio > before * WORSE + 0.05:
            yield f"{row.name}: {row.ratio:.2f}, recorded {before:.2f}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", help="names that contain this")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--check", action="store_true", help="fail when a ratio is worse than the recorded one")
    parser.add_argument("--limits", action="store_true", help="fail when a promised limit is passed")
    parser.add_argument("--record", action="store_true", help="keep the ratios")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
