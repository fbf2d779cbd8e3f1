"""Последовательность: a lazy walk that can be made once."""

from __future__ import annotations

from runtime.element.declare import onec_type
from stdlib.element.collections.iterable import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable as PythonIterable
    from collections.abc import Iterator
    from typing import Any


@onec_type("Последовательность<Т>", "Sequence")
class Sequence(Iterable):
    """Ряд элементов, который вычисляется по мере обхода. Обойти его можно один раз.

    Методы, которые возвращают последовательность, ничего не вычисляют; остальные обходят её, и после них она закрыта.
    """

    __slots__ = ("_items", "sorting")

    def __init__(self, items: PythonIterable[Any]) -> None:
        self._items: PythonIterable[Any] | None = items

    def __iter__(self) -> Iterator[Any]:
        # A generator: what the source holds is looked at when the walk begins, not when it is prepared.
        items, self._items = self._items, None
        if items is None:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Последовательность уже обойдена")
        # What a transformation made is an iterator already.
        return items if hasattr(items, "__next__") else _walk(items)  # type: ignore[return-value]

    def derived(self, items: Iterator[Any]) -> Sequence:
        return Sequence(items)

    def as_text(self) -> str:
        """Told without walking through it."""
        return "Последовательность"


def _walk(items: PythonIterable[Any]) -> Iterator[Any]:
    yield from items
