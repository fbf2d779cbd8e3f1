"""ПространствоИменXPath."""

from __future__ import annotations

from runtime.enterprise.declare import getter, onec_type
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType


@onec_type("ПространствоИменXPath", "XPathNamespace", presentation="Пространство имен XPath")
class XPathNamespace(DOMNode):
    """Пространство имён, действующее на элементе: узел, который находит ось namespace выражения XPath."""

    __slots__ = ("content", "local", "owner", "qname")

    kind = DOMNodeType.xpath_namespace

    def __init__(self, owner: DOMNode, prefix: str, uri: str) -> None:
        super().__init__(owner.home)
        self.owner, self.qname, self.local, self.content = owner, prefix, prefix, uri

    def value(self) -> str | None:
        return self.content

    @getter("ЭлементВладелец", "OwnerElement", "ЭлементDOM")
    def owner_element(self) -> DOMNode:
        """Элемент, на котором пространство имён действует."""
        return self.owner
