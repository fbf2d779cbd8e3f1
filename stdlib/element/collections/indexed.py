"""What a function of a script wants: the number of an element beside it, or nothing at all."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any


def results(function: Callable[..., Any], items: Iterable[Any]) -> Iterator[Any]:
    """What the function gives for each element; one with two parameters gets the element's number too, from 0."""
    if wants_number(function):
        from itertools import count

        return map(function, items, count())
    return map(function, items)


def wants_number(function: Callable[..., Any]) -> bool:
    """Does it need exactly two arguments? Asked once for a walk, not for an element."""
    return _required(function) == 2 and not getattr(function, "__defaults__", None)


def supplied(default: Any) -> Any:
    """A default value, or what the function gives that supplies it; one with parameters is a value itself."""
    if not callable(default) or _required(default):
        return default
    return default()


def _required(function: Callable[..., Any]) -> int:
    """How many arguments it cannot do without."""
    code = getattr(function, "__code__", None)
    if code is None:
        return 0
    held = len(getattr(function, "__defaults__", None) or ()) + (getattr(function, "__self__", None) is not None)
    return int(code.co_argcount) - held
