"""A tree → calls of ЗаписьXML."""

from __future__ import annotations

from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType as Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_config import DOMConfig
    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.xml_writer import XMLWriter


def write(top: DOMNode, writer: XMLWriter, config: DOMConfig) -> None:
    """Write a node and everything below it; no recursion, trees may be deep."""
    node: DOMNode | None = top
    while node is not None:
        _begin(node, writer, config)
        if node.first is not None:
            node = node.first
            continue
        while node is not None:
            if node.kind is Kind.element:
                writer.write_end_element()
            if node is top:
                return
            if node.following is not None:
                node = node.following
                break
            node = node.parent


def _begin(node: Any, writer: XMLWriter, config: DOMConfig) -> None:
    kind = node.kind
    if kind is Kind.element:
        writer.write_node_start(node)
    elif kind is Kind.text:
        writer.write_text(node.content)
    elif kind is Kind.cdata_section:
        if config.get("cdata-sections"):
            writer.write_cdata_section(node.content)
        else:
            writer.write_text(node.content)
    elif kind is Kind.comment:
        if config.get("comments"):
            writer.write_comment(node.content)
    elif kind is Kind.processing_instruction:
        writer.write_processing_instruction(node.qname, node.content)
    elif kind is Kind.entity_reference:
        writer.write_entity_reference(node.qname)
    elif kind is Kind.attribute:
        writer.write_attribute(node.qname, node.content)
    elif kind is Kind.document_type:
        writer.write_document_type(node.qname, node.public, node.system, "")
    elif kind is Kind.document and config.get("xml-declaration") and not writer.has_begun():
        writer.write_xml_declaration()
