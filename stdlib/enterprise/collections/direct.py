"""Methods that need no checks: scripts call the Python function itself, which saves a call each time."""

from __future__ import annotations

from runtime.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


_Written = type(lambda: None)


def direct(cls: Any, functions: dict[str, Callable[..., Any]]) -> None:
    """Let scripts call these under the Russian names given and their English twins.

    Only for declared methods all of whose parameters take any value and which cannot fail.
    """
    for name, function in functions.items():
        member = cls.__onec__.find("method", fold(name))
        if function.__class__ is _Written:
            # What CPython names when it counts the arguments.
            function.__qualname__ = str(member.signatures[0])
        for spelling in (member.ru, member.en):
            setattr(cls, fold(spelling) + "()", function)
