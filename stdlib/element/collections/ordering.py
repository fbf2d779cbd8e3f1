"""Sorting, least and greatest: by the order of Сравнимое, ИсключениеСравнения where there is none."""

from __future__ import annotations

from runtime.element.operators import greater, less

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def sorted_by(items: list[Any], key: Callable[[Any], Any] | None, descending: bool = False) -> list[Any]:
    """Stable; equal elements keep their order when descending too."""
    keys = [key(item) for item in items] if key else items
    for one in keys:
        less(keys[0], one)
    order = sorted(range(len(items)), key=keys.__getitem__, reverse=descending)
    return [items[index] for index in order]


def sorted_with(items: list[Any], compare: Callable[[Any, Any], Any]) -> list[Any]:
    """`compare` gives a number: below zero when the first argument comes first."""
    from functools import cmp_to_key

    return sorted(items, key=cmp_to_key(compare))


def extreme(items: list[Any], key: Callable[[Any], Any] | None, greatest: bool) -> Any:
    """The first of the greatest or least elements; ИсключениеНедопустимоеСостояние when there is none."""
    if not items:
        from runtime.element.exceptions import IllegalStateException

        raise IllegalStateException("Коллекция пуста")
    before = greater if greatest else less
    best = items[0]
    best_key = key(best) if key else best
    for item in items[1:]:
        item_key = key(item) if key else item
        if before(item_key, best_key):
            best, best_key = item, item_key
    return best
