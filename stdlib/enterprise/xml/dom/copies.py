"""Copies of nodes, and nodes moved to another document."""

from __future__ import annotations

from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_document import DOMDocument
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


def copy(node: DOMNode, home: DOMDocument | None, *, deep: bool) -> DOMNode:
    """A copy for the document `home`, for its own one when None; a document's copy is its own home."""
    made = _shallow(node, home)
    if not deep:
        return made
    home = made.home
    # What was copied last, to which the next node belongs: no recursion, trees may be deep.
    source: DOMNode = node
    target: Any = made
    while True:
        following = source.first
        if following is not None:
            container = target
        else:
            while source is not node and source.following is None:
                assert source.parent is not None
                source, target = source.parent, target.parent
            if source is node:
                return made
            assert source.following is not None
            following, container = source.following, target.parent
        source, target = following, _shallow(following, home)
        container.link(target, None)


def _shallow(node: Any, home: DOMDocument | None) -> DOMNode:
    made: DOMNode
    kind, owner = node.kind, home or node.home
    if kind is DOMNodeType.element:
        element: Any = type(node)(owner, node.qname, node.short, node.local, node.uri)
        for attribute in node.attributes.values():
            element.accept(_attribute(attribute, owner))
        made = element
    elif kind is DOMNodeType.attribute:
        made = _attribute(node, owner)
    elif kind is DOMNodeType.document:
        made = type(node)()
    elif kind is DOMNodeType.document_fragment:
        made = type(node)(owner)
    elif kind is DOMNodeType.entity_reference:
        made = type(node)(owner, node.qname)
    elif kind is DOMNodeType.processing_instruction:
        made = type(node)(owner, node.qname, node.content)
    elif kind is DOMNodeType.document_type or kind is DOMNodeType.notation:
        made = type(node)(owner, node.qname, node.public, node.system)
    elif kind is DOMNodeType.entity:
        made = type(node)(owner, node.qname, node.public, node.system, node.notation)
    else:
        made = type(node)(owner, node.content)
    return made


def _attribute(attribute: Any, home: DOMDocument) -> Any:
    made = type(attribute)(home, attribute.qname, attribute.short, attribute.local, attribute.uri, attribute.content)
    made.identifies, made.default = attribute.identifies, attribute.default
    return made


def move(node: DOMNode, home: DOMDocument) -> None:
    """Make a document the owner of a node without a parent and of all below it."""
    for each in node.walk():
        each.home = home
        for attribute in (each.attributes or {}).values():
            attribute.home = home
            if attribute.identifies:
                home.identified(attribute)
