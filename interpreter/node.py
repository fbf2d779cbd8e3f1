"""The classes whose instances make a tree, and the walk over one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

C = TypeVar("C")

_LEAVES = frozenset({"Span", "str", "bool", "int", "Decimal", "None"})
_BRANCHES: dict[type, tuple[str, ...]] = {}
"""The fields of each class that can hold nodes, last one first."""


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def node(*, eq: bool = False) -> Callable[[type[C]], type[C]]:
    """A dataclass with slots, hashable; mypy holds it to be frozen, Python does not.

    Freezing takes a third of the time in which Python declares such a class, ten milliseconds for a whole language, and
    most of the time in which it makes an instance.
    """
    declare = dataclass(slots=True, eq=eq, unsafe_hash=eq)

    def register(cls: type[C]) -> type[C]:
        made = declare(cls)
        fields: dict[str, Any] = made.__dataclass_fields__  # type: ignore[attr-defined]
        _BRANCHES[made] = tuple(name for name in reversed(fields) if not _is_leaf(fields[name].type))
        return made

    return register


def _is_leaf(annotation: str) -> bool:
    return _LEAVES.issuperset(re.split(r"\W+", annotation))


def children(node: object) -> Iterator[Any]:
    """The nodes right below one, in the order of the fields."""
    return reversed([child for child in _below(node) if child.__class__ in _BRANCHES])


def _below(node: object) -> Iterator[Any]:
    for name in _BRANCHES[node.__class__]:
        value = getattr(node, name)
        if value.__class__ is tuple:
            yield from reversed(value)
        else:
            yield value


def walk(node: object) -> Iterator[Any]:
    """The node and everything below it, parents first, in the order of the text; safe for trees of any depth."""
    waiting: list[Any] = [node]
    while waiting:
        current = waiting.pop()
        branches = _BRANCHES.get(current.__class__)
        if branches is None:
            continue
        yield current
        for name in branches:
            value = getattr(current, name)
            if value.__class__ is tuple:
                waiting.extend(reversed(value))
            elif value is not None:
                waiting.append(value)
