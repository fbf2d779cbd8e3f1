"""Nodes that a reader tells → a tree."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_attribute import DOMAttribute
from stdlib.enterprise.xml.dom.dom_cdata_section import DOMCDATASection
from stdlib.enterprise.xml.dom.dom_comment import DOMComment
from stdlib.enterprise.xml.dom.dom_document_type import DOMDocumentType
from stdlib.enterprise.xml.dom.dom_element import DOMElement
from stdlib.enterprise.xml.dom.dom_entity import DOMEntity
from stdlib.enterprise.xml.dom.dom_entity_reference import DOMEntityReference
from stdlib.enterprise.xml.dom.dom_notation import DOMNotation
from stdlib.enterprise.xml.dom.dom_processing_instruction import DOMProcessingInstruction
from stdlib.enterprise.xml.dom.dom_text import DOMText
from stdlib.enterprise.xml.node import DocumentType
from stdlib.enterprise.xml.xml_node_type import XMLNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_config import DOMConfig
    from stdlib.enterprise.xml.dom.dom_container import DOMContainer
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument
    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.node import Node
    from stdlib.enterprise.xml.xml_reader import XMLReader

_START, _END, _TEXT = XMLNodeType.start_element, XMLNodeType.end_element, XMLNodeType.text


class TreeBuilder:
    """Puts what a reader tells into a node that belongs to a document."""

    __slots__ = ("_config", "_home", "_into", "_reader", "_top")

    def __init__(self, reader: XMLReader, into: DOMContainer, config: DOMConfig) -> None:
        self._reader, self._home, self._into, self._top, self._config = reader, into.home, into, into, config

    def build(self) -> None:
        """All of the document, or the element on whose start the reader stands; then the reader stands behind it."""
        import gc

        # Trees are cycles all over: searching them for garbage while they grow takes longer than growing them.
        running = gc.isenabled()
        gc.disable()
        try:
            self._build()
        finally:
            if running:
                gc.enable()

    def _build(self) -> None:
        reader = self._reader
        kind = reader.node_type()
        if kind is XMLNodeType.none:
            while reader.read():
                self._accept(reader.node_read())
            return
        if kind is _END or kind is XMLNodeType.attribute:
            raise OnecError("Чтение XML стоит не на начале документа или элемента")
        self._accept(reader.node_read())
        while self._into is not self._top and reader.read():
            self._accept(reader.node_read())
        reader.read()

    def _accept(self, node: Node) -> None:
        kind = node.kind
        if kind is _START:
            self._start(node)
        elif kind is _END:
            parent = self._into.parent
            assert parent is not None
            self._into = parent  # type: ignore[assignment]
        elif kind is _TEXT:
            self._into.link(DOMText(self._home, node.value), None)
        else:
            made = self._other(node)
            if made is not None:
                self._into.link(made, None)

    def _start(self, node: Node) -> None:
        home = self._home
        element = DOMElement(home, node.name, node.prefix, node.local, node.uri)
        attributes = node.attributes
        if attributes:
            uris = node.uris or {}
            document_type = self._reader.document_type()
            for index in range(0, len(attributes), 2):
                qname = attributes[index]
                prefix, colon, local = qname.partition(":")
                if not colon:
                    prefix, local = "", qname
                made = DOMAttribute(home, qname, prefix, local, uris.get(qname), attributes[index + 1])
                made.default = index >= node.specified * 2
                made.owner = element
                element.attributes[qname] = made
                if qname == "xml:id" or (
                    document_type is not None and document_type.types.get((node.name, qname)) == "ID"
                ):
                    made.identifies = True
                    home.identified(made)
        self._into.link(element, None)
        self._into = element

    def _other(self, node: Node) -> DOMNode | None:
        kind, home, config = node.kind, self._home, self._config
        if kind is XMLNodeType.cdata_section:
            if config.get("cdata-sections"):
                return DOMCDATASection(home, node.value)
            return DOMText(home, node.value)
        if kind is XMLNodeType.comment:
            return DOMComment(home, node.value) if config.get("comments") else None
        if kind is XMLNodeType.whitespace:
            return DOMText(home, node.value) if config.get("element-content-whitespace") else None
        if kind is XMLNodeType.processing_instruction:
            return DOMProcessingInstruction(home, node.name, node.value)
        if kind is XMLNodeType.entity_reference:
            return DOMEntityReference(home, node.name)
        if isinstance(node.extra, DocumentType):
            return _document_type(home, node.extra)
        return None


def _document_type(home: DOMDocument, read: DocumentType) -> DOMDocumentType:
    made = DOMDocumentType(home, read.name, read.public, read.system)
    for each in read.declarations:
        if each.kind is XMLNodeType.notation:
            made.declared.append(DOMNotation(home, each.name, each.public, each.system))
        else:
            made.declared.append(DOMEntity(home, each.name, each.public, each.system, each.notation))
    return made
