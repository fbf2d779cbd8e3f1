"""Constants whose values need each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.node import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.element.checker.context import Context


def refuse_circles(context: Context, constants: Sequence[nodes.Constant]) -> None:
    """One complaint for each circle, at the constant of it that stands first."""
    own = {one.name.text: one for one in constants}
    needs = {name: [other for other in _names(one) if other in own] for name, one in own.items()}
    settled: set[str] = set()
    for name in own:
        if name not in settled and _comes_back(name, needs, settled):
            advice = "Значения констант вычисляются одно за другим: круга среди них быть не может."
            context.reports.error(own[name].name.span, f"Константа «{name}» определена через саму себя", advice)


def _names(constant: nodes.Constant) -> list[str]:
    found = (one for one in walk(constant.value) if isinstance(one, nodes.Reference) and len(one.path) == 1)
    return [one.path[0].text for one in found]


def _comes_back(start: str, needs: dict[str, list[str]], settled: set[str]) -> bool:
    """Whether a constant is needed for its own value; all that is met on the way has then been judged."""
    waiting, met = list(needs[start]), set()
    circle = False
    while waiting:
        name = waiting.pop()
        circle = circle or name == start
        if name not in met:
            met.add(name)
            waiting += needs[name]
    settled.update(met if circle else (start,))
    return circle
