"""Nodes that have children: the chain, and what may stand in it."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument

_INSIDE = frozenset(
    {
        DOMNodeType.element,
        DOMNodeType.text,
        DOMNodeType.cdata_section,
        DOMNodeType.comment,
        DOMNodeType.processing_instruction,
        DOMNodeType.entity_reference,
    }
)


class DOMContainer(DOMNode):
    """Lends its members to the document, elements and fragments."""

    __slots__ = ("count", "first", "known_children", "last")

    allowed = _INSIDE

    def __init__(self, home: DOMDocument) -> None:
        super().__init__(home)
        self.first: DOMNode | None = None
        self.last: DOMNode | None = None
        self.count = 0
        self.known_children: list[DOMNode] | None = None
        """The chain as a list, for access by number; None after a change."""

    def child_at(self, index: int) -> DOMNode:
        """The child with this number, which exists."""
        if self.known_children is None:
            if index == 0:
                assert self.first is not None
                return self.first
            if index == self.count - 1:
                assert self.last is not None
                return self.last
            self.known_children = list(self.children())
        return self.known_children[index]

    def assign(self, value: str) -> None:
        """Replace everything inside by a text."""
        while self.last is not None:
            self.unlink(self.last)
        if value:
            self.link(self.home.create_text_node(value), None)

    def add(self, node: DOMNode, before: DOMNode | None) -> None:
        if node is before:
            return
        if node.home is not self.home:
            raise OnecError("Узел принадлежит другому документу", hint="Перенесите его: Документ.ИмпортироватьУзел")
        if node is self or node.first is not None:
            self._refuse_ancestor(node)
        if node.kind is DOMNodeType.document_fragment:
            added = list(node.children())
            self.check(added, node)
            for child in added:
                node.take_out(child)
                self.link(child, before)
            return
        self.check([node], node)
        if node.parent is not None:
            node.parent.take_out(node)
        self.link(node, before)

    def check(self, nodes: list[DOMNode], given: DOMNode) -> None:
        """OnecError unless these may stand here."""
        if not all(node.kind in self.allowed for node in nodes):
            raise OnecError("Узел этого вида нельзя поместить сюда")

    def _refuse_ancestor(self, node: DOMNode) -> None:
        above: DOMNode | None = self
        while above is not None:
            if above is node:
                raise OnecError("Узел нельзя поместить внутрь его самого")
            above = above.parent

    def take_out(self, node: DOMNode) -> None:
        self.unlink(node)

    def link(self, node: DOMNode, before: DOMNode | None) -> None:
        """Put a free node into the chain."""
        previous = self.last if before is None else before.preceding
        node.parent, node.preceding, node.following = self, previous, before
        if previous is None:
            self.first = node
        else:
            previous.following = node
        if before is None:
            self.last = node
        else:
            before.preceding = node
        self.count += 1
        self.known_children = None
        if node.kind is DOMNodeType.element:
            self.home.version += 1

    def unlink(self, node: DOMNode) -> None:
        """Take a child out of the chain."""
        if node.preceding is None:
            self.first = node.following
        else:
            node.preceding.following = node.following
        if node.following is None:
            self.last = node.preceding
        else:
            node.following.preceding = node.preceding
        node.parent = node.preceding = node.following = None
        self.count -= 1
        self.known_children = None
        if node.kind is DOMNodeType.element:
            self.home.version += 1
