"""and, or, comparisons, arithmetic."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING

from stdlib.enterprise.xml.xpath.conversion import to_boolean, to_number
from stdlib.enterprise.xml.xpath.expression import Context, Expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.xpath.conversion import Value

_COMPARISONS: dict[str, Callable[[object, object], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,  # type: ignore[dict-item]
    "<=": operator.le,  # type: ignore[dict-item]
    ">": operator.gt,  # type: ignore[dict-item]
    ">=": operator.ge,  # type: ignore[dict-item]
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def joined(sign: str, parts: list[Expression]) -> Expression:
    """A chain of `and` or of `or`; programs write long ones, which must not be deep."""
    positional = any(part.positional for part in parts)
    test = all if sign == "and" else any

    def evaluate(context: Context) -> bool:
        return test(to_boolean(part.evaluate(context)) for part in parts)

    return Expression("boolean", evaluate, positional=positional)


def binary(sign: str, left: Expression, right: Expression) -> Expression:
    """A comparison or an arithmetic operator with its two sides."""
    positional = left.positional or right.positional
    if sign in _COMPARISONS:
        return Expression(
            "boolean", lambda at: compared(sign, left.evaluate(at), right.evaluate(at)), positional=positional
        )
    count = _ARITHMETIC[sign]
    return Expression(
        "number",
        lambda at: count(to_number(left.evaluate(at)), to_number(right.evaluate(at))),
        positional=positional,
    )


def negated(inner: Expression) -> Expression:
    """`-expression`"""

    def evaluate(context: Context) -> float:
        return -to_number(inner.evaluate(context))

    return Expression("number", evaluate, positional=inner.positional)


def compared(sign: str, left: Value, right: Value) -> bool:
    """A comparison; of sets it holds when it holds for some node."""
    if isinstance(left, list) and isinstance(right, list):
        return _of_sets(sign, left, right)
    if isinstance(left, list):
        return _of_set(sign, left, right)
    if isinstance(right, list):
        return _of_set(_MIRRORED.get(sign, sign), right, left)
    compare = _COMPARISONS[sign]
    if sign in ("=", "!="):
        if isinstance(left, bool) or isinstance(right, bool):
            return compare(to_boolean(left), to_boolean(right))
        if isinstance(left, str) and isinstance(right, str):
            return compare(left, right)
    return compare(to_number(left), to_number(right))


def _of_set(sign: str, nodes: list[DOMNode], other: Value) -> bool:
    compare = _COMPARISONS[sign]
    if isinstance(other, bool):
        return compared(sign, bool(nodes), other)
    if isinstance(other, str) and sign in ("=", "!="):
        return any(compare(node.text(), other) for node in nodes)
    number = to_number(other)
    return any(compare(to_number(node.text()), number) for node in nodes)


def _of_sets(sign: str, left: list[DOMNode], right: list[DOMNode]) -> bool:
    """Not every pair is tried: equal texts are found by a set, the order of numbers by the extremes."""
    if not left or not right:
        return False
    if sign in ("=", "!="):
        texts = {node.text() for node in right}
        if sign == "=":
            return any(node.text() in texts for node in left)
        return len(texts) > 1 or any(node.text() not in texts for node in left)
    numbers = [n for node in left if not math.isnan(n := to_number(node.text()))]
    others = [n for node in right if not math.isnan(n := to_number(node.text()))]
    if not numbers or not others:
        return False
    if sign in ("<", "<="):
        return _COMPARISONS[sign](min(numbers), max(others))
    return _COMPARISONS[sign](max(numbers), min(others))


def _divided(one: float, other: float) -> float:
    if other != 0:
        return one / other
    if one == 0 or math.isnan(one):
        return math.nan
    return math.copysign(math.inf, one) * math.copysign(1, other)


def _rest(one: float, other: float) -> float:
    if other == 0 or math.isinf(one):
        return math.nan
    return math.fmod(one, other)


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divided,
    "mod": _rest,
}
