"""Namespaces in effect on a node of a tree."""

from __future__ import annotations

from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.xml_namespace_context import XML_URI, XMLNS_URI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_node import DOMNode


def _elements(node: Any) -> Iterator[DOMNode]:
    """The element that the question is about, and those around it."""
    if node.kind is DOMNodeType.document:
        node = node.document_element()
    elif node.kind is DOMNodeType.attribute:
        node = node.owner
    while node is not None:
        if node.kind is DOMNodeType.element:
            yield node
        node = node.parent


def uri_of(node: DOMNode, prefix: str) -> str | None:
    """What a prefix means on a node; an empty one is the default."""
    if prefix == "xml":
        return XML_URI
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    for element in _elements(node):
        if element.uri is not None and element.short == prefix:
            return element.uri
        declared = (element.attributes or {}).get(name)
        if declared is not None:
            return declared.content or None
    return None


def prefix_of(node: DOMNode, uri: str) -> str | None:
    """The innermost prefix of a namespace that still means it on this node."""
    if uri == XML_URI:
        return "xml"
    for element in _elements(node):
        if element.uri == uri and element.short and uri_of(node, element.short) == uri:
            return element.short
        for attribute in (element.attributes or {}).values():
            declares = attribute.uri == XMLNS_URI and attribute.short and attribute.content == uri
            if declares and uri_of(node, attribute.local) == uri:
                return attribute.local
    return None


def in_scope(node: DOMNode) -> dict[str, str]:
    """All namespaces in effect on an element, by prefix."""
    found: dict[str, str] = {}
    for element in _elements(node):
        if element.uri is not None:
            found.setdefault(element.short, element.uri)
        for attribute in (element.attributes or {}).values():
            if attribute.uri == XMLNS_URI:
                found.setdefault("" if attribute.qname == "xmlns" else attribute.local, attribute.content)
    return {prefix: uri for prefix, uri in found.items() if uri} | {"xml": XML_URI}
