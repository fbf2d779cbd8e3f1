"""From a node along an axis. What XPath does not know of a tree is left out: document types, xmlns attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.dom.scope import in_scope
from stdlib.enterprise.xml.dom.stepping import previous_node
from stdlib.enterprise.xml.dom.xpath_namespace import XPathNamespace
from stdlib.enterprise.xml.xml_namespace_context import XMLNS_URI

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stdlib.enterprise.xml.dom.dom_node import DOMNode

_ATTRIBUTE, _ELEMENT, _NAMESPACE = DOMNodeType.attribute, DOMNodeType.element, DOMNodeType.xpath_namespace


def _self(node: DOMNode) -> Iterator[DOMNode]:
    yield node


def _child(node: DOMNode) -> Iterator[DOMNode]:
    child = node.first
    while child is not None:
        yield child
        child = child.following


def _descendant(node: DOMNode) -> Iterator[DOMNode]:
    below = node.next_in(node)
    while below is not None:
        yield below
        below = below.next_in(node)


def _descendant_or_self(node: DOMNode) -> Iterator[DOMNode]:
    return node.walk()


def parent_of(node: Any) -> DOMNode | None:
    """The parent; of an attribute or a namespace its element."""
    found: DOMNode | None = node.owner if node.kind in (_ATTRIBUTE, _NAMESPACE) else node.parent
    return found


def _parent(node: DOMNode) -> Iterator[DOMNode]:
    found = parent_of(node)
    if found is not None:
        yield found


def _ancestor(node: DOMNode) -> Iterator[DOMNode]:
    above = parent_of(node)
    while above is not None:
        yield above
        above = above.parent


def _ancestor_or_self(node: DOMNode) -> Iterator[DOMNode]:
    yield node
    yield from _ancestor(node)


def _following_sibling(node: DOMNode) -> Iterator[DOMNode]:
    beside = node.following
    while beside is not None:
        yield beside
        beside = beside.following


def _preceding_sibling(node: DOMNode) -> Iterator[DOMNode]:
    beside = node.preceding
    while beside is not None:
        yield beside
        beside = beside.preceding


def _following(node: DOMNode) -> Iterator[DOMNode]:
    if node.kind in (_ATTRIBUTE, _NAMESPACE):
        owner = parent_of(node)
        if owner is not None:
            yield from _descendant(owner)
            yield from _following(owner)
        return
    top: DOMNode | None = node
    while top is not None:
        for beside in _following_sibling(top):
            yield from beside.walk()
        top = top.parent


def _preceding(node: DOMNode) -> Iterator[DOMNode]:
    start = parent_of(node) if node.kind in (_ATTRIBUTE, _NAMESPACE) else node
    if start is None:
        return
    above = {id(each) for each in _ancestor(start)}
    before = _step_back(start)
    while before is not None:
        if id(before) not in above:
            yield before
        before = _step_back(before)


def _step_back(node: DOMNode) -> DOMNode | None:
    return previous_node(node, node) if node.parent is None else previous_node(node, node.home)


def _attribute(node: DOMNode) -> Iterator[DOMNode]:
    for attribute in (node.attributes or {}).values():
        if attribute.uri != XMLNS_URI:
            yield attribute


def _namespace(node: DOMNode) -> Iterator[DOMNode]:
    if node.kind is _ELEMENT:
        for prefix, uri in in_scope(node).items():
            yield XPathNamespace(node, prefix, uri)


AXES: dict[str, Callable[[DOMNode], Iterator[DOMNode]]] = {
    "self": _self,
    "child": _child,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "parent": _parent,
    "ancestor": _ancestor,
    "ancestor-or-self": _ancestor_or_self,
    "following-sibling": _following_sibling,
    "preceding-sibling": _preceding_sibling,
    "following": _following,
    "preceding": _preceding,
    "attribute": _attribute,
    "namespace": _namespace,
}
REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})
