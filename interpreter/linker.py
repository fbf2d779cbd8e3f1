"""Gives a compiled text the library functions, types and helpers that it names.

Only what a text uses is imported: this is why a short script starts at once.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class LinkBroken(Exception):
    """A link names something that is not there: the artifact was made by another version."""


def link(links: dict[str, tuple[str, str]], namespace: dict[str, Any]) -> None:
    """Put the values of the links into a namespace that does not have them yet.

    Uses: "raw" the object itself, "call" a declared function with checked arguments, "new" a type's constructor,
    "value" what a declared global property gives.
    """
    for name, (use, place) in links.items():
        if name not in namespace:
            namespace[name] = _resolve(use, place)


def _resolve(use: str, place: str) -> Any:
    module_name, _, path = place.partition(":")
    try:
        value: Any = __import__(module_name, fromlist=("*",))
        for part in path.split("."):
            value = getattr(value, part)
    except (ImportError, AttributeError) as error:
        raise LinkBroken(place) from error
    if use == "raw":
        return value
    if use == "call":
        from runtime.dialect import bound

        return bound(value)
    if use == "new":
        from runtime.dialect import NEW

        return getattr(value, NEW)
    return value()
