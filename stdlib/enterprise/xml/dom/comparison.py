"""Two nodes compared: where they stand, whether they are alike."""

from __future__ import annotations

from stdlib.enterprise.xml.dom.dom_document_position import DOMDocumentPosition as Position
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_node import DOMNode


def _path(node: Any) -> list[DOMNode]:
    """The node and those around it, the outermost first; an attribute is inside its element."""
    found = []
    while node is not None:
        found.append(node)
        node = node.owner if node.kind is DOMNodeType.attribute else node.parent
    found.reverse()
    return found


def position(node: DOMNode, other: DOMNode) -> Position:
    """Where `other` stands as seen from `node`."""
    found: Any = Position.implementation_specific
    if node is other:
        return found  # type: ignore[no-any-return]
    path, other_path = _path(node), _path(other)
    if path[0] is not other_path[0]:
        found = Position.disconnected
    else:
        depth = 0
        while depth < min(len(path), len(other_path)) and path[depth] is other_path[depth]:
            depth += 1
        if depth == len(other_path):
            found = Position.contains
        elif depth == len(path):
            found = Position.contained_by
        else:
            found = Position.following if _precedes(path[depth], other_path[depth]) else Position.preceding
    return found  # type: ignore[no-any-return]


def _precedes(one: DOMNode, other: DOMNode) -> bool:
    """Of two nodes inside the same one; attributes stand before the children."""
    if one.kind is DOMNodeType.attribute or other.kind is DOMNodeType.attribute:
        owner = one.owner if one.kind is DOMNodeType.attribute else other.owner  # type: ignore[attr-defined]
        order = list(owner.attributes.values())
        return one in order and (other not in order or order.index(one) < order.index(other))
    # Both ways at once: the distance between the two counts, not the number of all children.
    forward: DOMNode | None = one
    backward: DOMNode | None = one
    while forward is not None or backward is not None:
        if forward is not None:
            forward = forward.following
            if forward is other:
                return True
        if backward is not None:
            backward = backward.preceding
            if backward is other:
                return False
    return False


def equal(one: DOMNode, other: DOMNode) -> bool:
    """Are the nodes and everything below them alike?"""
    first, second = one.walk(), other.walk()
    while True:
        left, right = next(first, None), next(second, None)
        if left is None or right is None:
            return left is right
        if not _alike(left, right) or left.count != right.count:
            return False


def _alike(one: DOMNode, other: DOMNode) -> bool:
    same = (
        one.kind is other.kind
        and one.qname == other.qname
        and (one.uri or "") == (other.uri or "")
        and one.value() == other.value()
    )
    if not same or one.kind is DOMNodeType.attribute:
        return same
    return _contents(one) == _contents(other)


def _contents(node: DOMNode) -> dict[tuple[str | None, str], str]:
    return {(each.uri, each.local): each.content for each in (node.attributes or {}).values()}
