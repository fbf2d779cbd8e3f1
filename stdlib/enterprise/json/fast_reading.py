"""A whole JSON text at once, by the scanner of Python's library, which is written in C."""

from __future__ import annotations

from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.json.construction import array_of
from stdlib.enterprise.json.texts import fraction_of, has_lone_surrogates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from stdlib.enterprise.json.construction import Construction, Pairs


def read_whole(text: str, place: int, construction: Construction, limit: int) -> tuple[Any, int] | None:
    """The value that begins here and where it ends; None when it takes the slow way.

    So do texts that are wrong, or have comments, or are deeper than the scanner reaches, or than `limit`.
    """
    from json import JSONDecoder

    if has_lone_surrogates(text):
        return None
    object_of = construction.object_of

    def object_hook(pairs: Pairs) -> Any:
        for index, (name, value) in enumerate(pairs):
            if value.__class__ is list:
                pairs[index] = name, _arrays(value)
        return object_of(construction.with_dates(pairs))

    decoder = JSONDecoder(object_pairs_hook=object_hook, parse_float=fraction_of, parse_constant=_refuse, strict=False)
    start = place
    while text[start : start + 1] in (" ", "\n", "\r", "\t"):
        start += 1
    try:
        value, end = decoder.raw_decode(text, start)
        if value.__class__ is list:
            value = _arrays(value)
    except (ValueError, RecursionError):
        return None
    if text[end : end + 1].isalnum() or text[end : end + 1] in tuple(".+-_"):
        return None
    if text.count("[") + text.count("{") > limit and _depth(value) > limit:
        return None
    return value, end


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _arrays(values: list[Any]) -> Any:
    """The list as an array; lists inside lists are few, lists inside objects have become arrays already."""
    if list in set(map(type, values)):
        values = [_arrays(value) if value.__class__ is list else value for value in values]
    return array_of(values)


def _depth(value: Any) -> int:
    """How many containers stand inside each other."""
    level, depth = [value], 0
    while level := [item for item in level if isinstance(item, list | dict | Structure)]:
        depth += 1
        level = [inner for container in level for inner in _contents(container)]
    return depth


def _contents(container: Any) -> Iterable[Any]:
    if isinstance(container, dict):
        return container.values()
    return container._values() if isinstance(container, Structure) else container
