"""Последовательность: a lazy walk that can be made once."""

from __future__ import annotations

from runtime.element.declare import onec_type
from stdlib.element.collections.iterable import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


@onec_type("Последовательность<Т>", "Sequence")
class Sequence(Iterable):
    """Ряд элементов, который вычисляется по мере обхода. Обойти его можно один раз."""

    __slots__ = ("_items",)

    def __init__(self, items: Iterator[Any]) -> None:
        self._items: Iterator[Any] | None = items

    def __iter__(self) -> Iterator[Any]:
        items, self._items = self._items, None
        if items is None:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Последовательность уже обойдена")
        return items

    def derived(self, items: Iterator[Any]) -> Sequence:
        return Sequence(items)

    def single_or_undefined(self) -> Any:
        items = list(self)
        return super().derived(iter(items)).single() if items else None
