"""Steps through a tree in document order."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


def next_node(node: DOMNode, root: DOMNode) -> DOMNode | None:
    """The node after this one below `root`."""
    return node.next_in(root)


def previous_node(node: DOMNode, root: DOMNode) -> DOMNode | None:
    """The node before this one, `root` being the first."""
    if node is root:
        return None
    before = node.preceding
    if before is None:
        return node.parent
    while before.last is not None:
        before = before.last
    return before
