"""Strings, numbers and truth of the values of XPath: list of nodes, str, float, bool."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from stdlib.enterprise.xml.dom.dom_node import DOMNode

Value = list[DOMNode] | str | float | bool
_NUMBER = re.compile(r"[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*", re.ASCII)


def to_string(value: Value) -> str:
    """The string-value; of a set of nodes that of the first."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].text() if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def to_number(value: Value) -> float:
    """The number, NaN when there is none."""
    if isinstance(value, bool | float):
        return float(value)
    text = to_string(value)
    return float(text) if _NUMBER.fullmatch(text) else math.nan


def to_boolean(value: Value) -> bool:
    """Is there a node, a character, a number other than zero?"""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)
