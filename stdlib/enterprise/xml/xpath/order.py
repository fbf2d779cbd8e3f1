"""Sets of nodes in document order."""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from stdlib.enterprise.xml.dom.comparison import position
from stdlib.enterprise.xml.dom.dom_document_position import DOMDocumentPosition
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdlib.enterprise.xml.dom.dom_node import DOMNode

# So few nodes are compared with each other; for more the whole tree is numbered.
_FEW = 32
_BEFORE = (DOMDocumentPosition.preceding, DOMDocumentPosition.contains)


def ordered(nodes: Iterable[DOMNode]) -> list[DOMNode]:
    """Each node once, in document order."""
    unique = list({id(node): node for node in nodes}.values())
    if len(unique) < 2:
        return unique
    if len(unique) <= _FEW:
        return sorted(unique, key=cmp_to_key(_compare))
    numbers: dict[int, int] = {}
    for node in unique:
        top = _top(node)
        if id(top) not in numbers:
            _number(top, numbers)
    return sorted(unique, key=lambda node: _key(node, numbers))


def _compare(one: DOMNode, other: DOMNode) -> int:
    if _is_namespace(one) or _is_namespace(other):
        return _compare_namespaces(one, other)
    return 1 if position(one, other) in _BEFORE else -1


def _compare_namespaces(one: Any, other: Any) -> int:
    """Namespaces stand behind their element, before its attributes."""
    owner = one.owner if _is_namespace(one) else one
    other_owner = other.owner if _is_namespace(other) else other
    if owner is other_owner:
        return -1 if one.qname < other.qname or other is owner else 1
    return _compare(owner, other_owner)


def _is_namespace(node: DOMNode) -> bool:
    return node.kind is DOMNodeType.xpath_namespace


def _top(node: Any) -> DOMNode:
    if node.kind in (DOMNodeType.attribute, DOMNodeType.xpath_namespace) and node.owner is not None:
        node = node.owner
    while node.parent is not None:
        node = node.parent
    found: DOMNode = node
    return found


def _number(top: DOMNode, numbers: dict[int, int]) -> None:
    start = len(numbers)
    for number, node in enumerate(top.walk(), start):
        numbers[id(node)] = number


def _key(node: Any, numbers: dict[int, int]) -> tuple[int, int, int, str]:
    if node.kind is DOMNodeType.xpath_namespace:
        return numbers[id(node.owner)], 1, 0, node.qname
    if node.kind is DOMNodeType.attribute and node.owner is not None:
        return numbers[id(node.owner)], 2, list(node.owner.attributes).index(node.qname), ""
    return numbers[id(node)], 0, 0, ""
