"""Functions that call each other to any depth without using up the stack."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    Steps = Generator["Steps", Any, Any]
    """Gives the steps that it needs done, is sent what they return, and returns its own result."""


def walk(steps: Steps) -> Any:
    """Do them all; what the outermost ones return."""
    open_ = [steps]
    result: Any = None
    while open_:
        try:
            inner = open_[-1].send(result)
        except StopIteration as done:
            open_.pop()
            result = done.value
        else:
            open_.append(inner)
            result = None
    return result
