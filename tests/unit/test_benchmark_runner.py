import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from interpreter.session import Session
from interpreter.source import Source

PATH = Path(__file__).parents[2] / "benchmarks" / "run.py"


@pytest.fixture(scope="module")
def runner() -> Iterator[ModuleType]:
    sys.path.insert(0, str(PATH.parent))
    spec = importlib.util.spec_from_file_location("benchmark_runner", PATH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(PATH.parent))


def test_a_large_module_is_as_large_as_it_says(runner: ModuleType) -> None:
    compiling = sys.modules[runner.measure_compiling.__module__]
    for language in compiling.LANGUAGES:
        assert language.lines - 100 < compiling.large_module(language).count("\n") <= language.lines
    enterprise = compiling.LANGUAGES[0]
    fast = compiling.Compiled(enterprise, 2.9, 0.14, 0.9, 249)
    slow = compiling.Compiled(enterprise, 3.1, 0.16, 0.4, 251)
    assert fast.beyond_limits() == []
    assert [told.partition(":")[0] for told in slow.beyond_limits()] == [
        "20000 lines of Enterprise cold, s",
        "20000 lines of Enterprise warm, s",
        "20000 lines of Enterprise, MB/s",
        "20000 lines of Enterprise, MB of memory",
    ]


def test_the_large_modules_have_no_mistake(runner: ModuleType) -> None:
    compiling = sys.modules[runner.measure_compiling.__module__]
    for language in compiling.LANGUAGES:
        text = compiling.large_module(replace(language, lines=500))
        found = Session(language=language.name.lower()).check(Source("module", text))
        assert found == ()


def test_every_python_program_has_a_twin(runner: ModuleType) -> None:
    pairs = {pair.name: pair.onec.name for pair in runner.find_pairs()}
    assert pairs["04_fib"] == "04_fib.os"
    assert pairs["15_mandelbrot_decimal"] == "15_mandelbrot.os"


def test_numbers_are_compared_in_one_spelling(runner: ModuleType, tmp_path: Path) -> None:
    program = tmp_path / "p.py"
    program.write_text("print('1\\u00a0000\\u00a0000,5 Имя, ещё')\nprint('p мс=12')\n", "utf-8")
    assert runner.run([sys.executable, "-X", "utf8", str(program)]) == (["1000000.5 Имя, ещё"], 12)


def test_a_program_that_fails_is_told(runner: ModuleType, tmp_path: Path) -> None:
    program = tmp_path / "p.py"
    program.write_text("raise SystemExit('Ой')\n", "utf-8")
    with pytest.raises(runner.Broken, match="Ой"):
        runner.run([sys.executable, "-X", "utf8", str(program)])


def test_only_a_quarter_worse_is_a_regression(runner: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "recorded", lambda: {"a": 1.0, "b": 1.0})
    rows = [runner.Row("a", 120, 100), runner.Row("b", 140, 100), runner.Row("c", 1, 1)]
    assert list(runner.regressions(rows)) == ["b: 1.40, recorded 1.00", "c: not recorded yet (--record)"]


def test_promises_that_are_not_kept_are_told(runner: ModuleType) -> None:
    def row(name: str, ratio: float) -> object:
        return runner.Row(name, ratio * 100, 100)

    assert runner.beyond_limits([row("a", 1.9), row("15_mandelbrot", 2)], 1.9, 149) == []
    assert runner.beyond_limits([row("a", 5.1), row("15_mandelbrot", 9)], 2.1, 151) == [
        "geometric mean: 6.77, limit 2.0",
        "a: 5.10, limit 5.0",
        "start beside bare Python: 2.10, limit 2.0",
        "start of the mail server, ms: 151.00, limit 150",
    ]


def test_what_seems_too_slow_is_measured_again(runner: ModuleType) -> None:
    found = iter([5.1, 5.2, 4.9, 1.0])
    assert runner.patiently(lambda: next(found), lambda ratio: ratio > 5) == 4.9
    always = iter(range(6, 100))
    assert runner.patiently(lambda: next(always), lambda ratio: ratio > 5) == 5 + runner.PATIENCE
