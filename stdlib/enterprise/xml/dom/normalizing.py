"""Trees as they would be read again: no two texts side by side, none empty."""

from __future__ import annotations

from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_config import DOMConfig
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


def join_texts(top: DOMNode) -> None:
    """Join neighbouring texts below `top`, remove empty ones."""
    for node in list(top.walk()):
        if node.first is not None:
            _join_children(node)


def _join_children(parent: DOMNode) -> None:
    first: Any = None
    pieces: list[str] = []
    for child in [*parent.children(), None]:
        if child is not None and child.kind is DOMNodeType.text:
            pieces.append(child.value() or "")
            if first is None:
                first = child
            else:
                parent.take_out(child)
            continue
        if first is not None:
            first.content = "".join(pieces)
            if not first.content:
                parent.take_out(first)
        first = None
        pieces = []


def leave_out(top: Any, config: DOMConfig) -> None:
    """Remove comments, turn CDATA sections into texts, where the parameters say so."""
    for node in list(top.walk()):
        if node.kind is DOMNodeType.comment and not config.get("comments"):
            node.parent.take_out(node)
        elif node.kind is DOMNodeType.cdata_section and not config.get("cdata-sections"):
            parent, place = node.parent, node.following
            parent.take_out(node)
            parent.link(top.home.create_text_node(node.content), place)
