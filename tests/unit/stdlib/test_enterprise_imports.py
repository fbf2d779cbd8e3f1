"""What the modules that scripts link first drag in: start-up time is a feature."""

from __future__ import annotations

import subprocess
import sys

import pytest

_HEAVY = (
    "re", "typing", "dataclasses", "enum", "collections", "pathlib", "inspect", "functools", "decimal", "datetime",
    "email", "asyncio", "logging", "operator",
)  # fmt: skip


@pytest.mark.parametrize(
    "module",
    [
        "runtime.enterprise.operators",
        "runtime.enterprise.access",
        "stdlib.enterprise.output",
        "stdlib.enterprise.strings.parts",
        "stdlib.enterprise.strings.lines",
        "stdlib.enterprise.collections.array",
        "stdlib.enterprise.collections.map",
        "stdlib.enterprise.collections.structure",
        "stdlib.enterprise.dates.clock",
        "stdlib.enterprise.formatting.function",
        "stdlib.enterprise.errors.current",
    ],
)
def test_a_linked_module_brings_no_heavy_one(module: str) -> None:
    # -S: what site-packages import at start-up would hide what the module imports.
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}; before = set(sys.modules); import {module}; "
        f"print(*[name for name in {_HEAVY!r} if name in set(sys.modules) - before])"
    )
    found = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_output_brings_no_other_part_of_the_library() -> None:
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}; import stdlib.enterprise.output; "
        "print(*[name for name in sys.modules if name.startswith('stdlib.enterprise.')])"
    )
    found = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["stdlib.enterprise.output"]
