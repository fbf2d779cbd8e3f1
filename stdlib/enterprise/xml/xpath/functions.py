"""The core function library."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.xpath.axes import parent_of
from stdlib.enterprise.xml.xpath.conversion import to_boolean, to_number, to_string
from stdlib.enterprise.xml.xpath.expression import Context, Expression
from stdlib.enterprise.xml.xpath.order import ordered

if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.xpath.conversion import Value

_BLANKS = " \t\r\n"


class Function(NamedTuple):
    """`least` and `most` count arguments; without any, some functions take the node of the context."""

    kind: str
    least: int
    most: int
    call: Callable[..., Value]
    of_context: bool = False
    """Called with the context before the arguments."""
    of_nodes: bool = False
    """The argument is a set of nodes."""


def called(function: Function, arguments: list[Expression], name: str) -> Expression:
    """The call of a function."""
    positional = name in ("last", "position") or any(each.positional for each in arguments)
    call, of_context = function.call, function.of_context

    def evaluate(context: Context) -> Value:
        values = [each.evaluate(context) for each in arguments]
        return call(context, *values) if of_context else call(*values)

    return Expression(function.kind, evaluate, positional=positional)


def _last(context: Context) -> float:
    return float(context.size)


def _position(context: Context) -> float:
    return float(context.number)


def _count(nodes: list[DOMNode]) -> float:
    return float(len(nodes))


def _id(context: Context, value: Value) -> list[DOMNode]:
    texts = [node.text() for node in value] if isinstance(value, list) else [to_string(value)]
    found = (context.node.home.get_element_by_id(word) for text in texts for word in text.split())
    return ordered(element for element in found if element is not None)


def _first(context: Context, nodes: list[DOMNode] | None) -> DOMNode | None:
    if nodes is None:
        return context.node
    return nodes[0] if nodes else None


def _local_name(context: Context, nodes: list[DOMNode] | None = None) -> str:
    node = _first(context, nodes)
    if node is None:
        return ""
    return node.qname if node.kind is DOMNodeType.processing_instruction else node.local


def _namespace_uri(context: Context, nodes: list[DOMNode] | None = None) -> str:
    node = _first(context, nodes)
    if node is None or node.kind is DOMNodeType.xpath_namespace:
        return ""
    return node.uri or ""


def _name(context: Context, nodes: list[DOMNode] | None = None) -> str:
    node = _first(context, nodes)
    return "" if node is None or node.qname.startswith("#") else node.qname


def _string(context: Context, value: Value | None = None) -> str:
    return context.node.text() if value is None else to_string(value)


def _concat(*values: Value) -> str:
    return "".join(map(to_string, values))


def _substring_before(text: Value, mark: Value) -> str:
    before, found, _ = to_string(text).partition(to_string(mark) or "\0")
    return before if found else ""


def _substring_after(text: Value, mark: Value) -> str:
    if not to_string(mark):
        return to_string(text)
    return to_string(text).partition(to_string(mark))[2]


def _substring(text: Value, start: Value, length: Value | None = None) -> str:
    first = rounded(to_number(start))
    last = math.inf if length is None else first + rounded(to_number(length))
    if math.isnan(first) or math.isnan(last):
        return ""
    whole = to_string(text)
    begin = max(1.0, min(first, len(whole) + 1.0))
    end = max(begin, min(last, len(whole) + 1.0))
    return whole[int(begin) - 1 : int(end) - 1]


def _string_length(context: Context, value: Value | None = None) -> float:
    return float(len(_string(context, value)))


def _normalize_space(context: Context, value: Value | None = None) -> str:
    text = _string(context, value)
    for blank in _BLANKS[1:]:
        text = text.replace(blank, " ")
    return " ".join(part for part in text.split(" ") if part)


def _translate(text: Value, old: Value, new: Value) -> str:
    replaced = to_string(new)
    table: dict[int, str | None] = {}
    for number, letter in enumerate(to_string(old)):
        table.setdefault(ord(letter), replaced[number] if number < len(replaced) else None)
    return to_string(text).translate(table)


def _lang(context: Context, value: Value) -> bool:
    wanted = to_string(value).lower()
    node: DOMNode | None = context.node
    while node is not None:
        attribute = (node.attributes or {}).get("xml:lang")
        if attribute is not None:
            own = attribute.content.lower()
            return own == wanted or own.startswith(wanted + "-")
        node = parent_of(node)
    return False


def _number(context: Context, value: Value | None = None) -> float:
    return to_number(context.node.text() if value is None else value)


def _sum(nodes: list[DOMNode]) -> float:
    return (
        math.fsum(numbers) if all(map(math.isfinite, numbers := [to_number(n.text()) for n in nodes])) else sum(numbers)
    )


def rounded(number: float) -> float:
    """The nearest whole number, the greater one of two."""
    return float(math.floor(number + 0.5)) if math.isfinite(number) else number


def _whole(function: Callable[[float], int]) -> Callable[[Value], float]:
    def call(value: Value) -> float:
        number = to_number(value)
        return float(function(number)) if math.isfinite(number) else number

    return call


FUNCTIONS = {
    "last": Function("number", 0, 0, _last, True),
    "position": Function("number", 0, 0, _position, True),
    "count": Function("number", 1, 1, _count, of_nodes=True),
    "id": Function("nodes", 1, 1, _id, True),
    "local-name": Function("string", 0, 1, _local_name, True, True),
    "namespace-uri": Function("string", 0, 1, _namespace_uri, True, True),
    "name": Function("string", 0, 1, _name, True, True),
    "string": Function("string", 0, 1, _string, True),
    "concat": Function("string", 2, 1000, _concat),
    "starts-with": Function("boolean", 2, 2, lambda text, start: to_string(text).startswith(to_string(start))),
    "contains": Function("boolean", 2, 2, lambda text, part: to_string(part) in to_string(text)),
    "substring-before": Function("string", 2, 2, _substring_before),
    "substring-after": Function("string", 2, 2, _substring_after),
    "substring": Function("string", 2, 3, _substring),
    "string-length": Function("number", 0, 1, _string_length, True),
    "normalize-space": Function("string", 0, 1, _normalize_space, True),
    "translate": Function("string", 3, 3, _translate),
    "boolean": Function("boolean", 1, 1, to_boolean),
    "not": Function("boolean", 1, 1, lambda value: not to_boolean(value)),
    "true": Function("boolean", 0, 0, lambda: True),
    "false": Function("boolean", 0, 0, lambda: False),
    "lang": Function("boolean", 1, 1, _lang, True),
    "number": Function("number", 0, 1, _number, True),
    "sum": Function("number", 1, 1, _sum, of_nodes=True),
    "floor": Function("number", 1, 1, _whole(math.floor)),
    "ceiling": Function("number", 1, 1, _whole(math.ceil)),
    "round": Function("number", 1, 1, lambda value: rounded(to_number(value))),
}
