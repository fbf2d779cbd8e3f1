"""Sorting, least and greatest: by the order of Сравнимое, ИсключениеСравнения where there is none."""

from __future__ import annotations

from runtime.element.operators import greater, less

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from stdlib.element.collections.arranging import Order

_ORDERED = ({int}, {str})


def sorted_by(items: list[Any], key: Callable[[Any], Any] | None, descending: bool = False) -> list[Any]:
    """Stable; equal elements keep their order when descending too."""
    keys = [key(item) for item in items] if key else items
    _require_order(keys)
    if key is None:
        return sorted(items, reverse=descending)
    from functools import partial

    # Python asks for the keys in the order of the elements: they are handed out, what they are asked for is not used.
    return sorted(items, key=partial(next, iter(keys)), reverse=descending)


def sorted_by_keys(items: Iterable[Any], order: Order) -> Iterator[Any]:
    """By several keys, when the result is walked through."""
    found = list(items)
    for key, descending in reversed(order):
        found = sorted_by(found, key, descending)
    yield from found


def sorted_later(items: Iterable[Any], compare: Callable[[Any, Any], Any] | None) -> Iterator[Any]:
    """When the result is walked through. `compare` gives a number: below zero when the first argument comes first."""
    if compare is None:
        found = list(items)
        _require_order(found)
        found.sort()
        yield from found
        return
    from functools import cmp_to_key

    def compared(first: Any, second: Any) -> Any:
        order = compare(first, second)
        # What is no number is told of.
        return order if order.__class__ is int else less(0, order) - less(order, 0)

    yield from sorted(items, key=cmp_to_key(compared))


def _require_order(keys: list[Any]) -> None:
    if set(map(type, keys)) in _ORDERED:
        return
    for one in keys:
        less(keys[0], one)


def extreme(items: list[Any], key: Callable[[Any], Any] | None, greatest: bool) -> Any:
    """The first of the greatest or least elements; ИсключениеНедопустимоеСостояние when there is none."""
    if not items:
        from runtime.element.exceptions import IllegalStateException

        raise IllegalStateException("Коллекция пуста")
    keys = [key(item) for item in items] if key else items
    if set(map(type, keys)) in _ORDERED:
        # Of equal ones both find the first.
        return items[keys.index(max(keys) if greatest else min(keys))]
    before = greater if greatest else less
    best, best_key = items[0], keys[0]
    for item, item_key in zip(items, keys, strict=True):
        if item is not best and before(item_key, best_key):
            best, best_key = item, item_key
    return best
