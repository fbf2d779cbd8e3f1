"""Constants whose values need each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.node import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.element.checker.context import Context


def refuse_circles(context: Context, constants: Sequence[nodes.Constant]) -> None:
    """One complaint for each circle, at the constant of it that stands first."""
    own = {one.name.text: one for one in constants}
    needs = {name: [other for other in _names(one) if other in own] for name, one in own.items()}
    done: set[str] = set()
    for start in own:
        if start not in done:
            for circle in _circles(start, needs, done):
                first = min((own[name].name for name in circle), key=lambda name: name.span.start)
                advice = "Значения констант вычисляются одно за другим: круга среди них быть не может."
                context.reports.error(first.span, f"Константа «{first.text}» определена через саму себя", advice)


def _names(constant: nodes.Constant) -> list[str]:
    found = (one for one in walk(constant.value) if isinstance(one, nodes.Reference) and len(one.path) == 1)
    return [one.path[0].text for one in found]


def _circles(start: str, needs: dict[str, list[str]], done: set[str]) -> Iterator[list[str]]:
    """Walk into the depth, each constant once; what is needed while it is on the way itself closes a circle."""
    way, open_ = [start], {start: iter(needs[start])}
    while way:
        name = way[-1]
        following = next(open_[name], None)
        if following is None:
            del open_[way.pop()]
            done.add(name)
        elif following in open_:
            yield way[way.index(following) :]
        elif following not in done:
            way.append(following)
            open_[following] = iter(needs[following])
