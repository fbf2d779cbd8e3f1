"""СсылкаНаСущностьDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument


@onec_type("СсылкаНаСущностьDOM", "DOMEntityReference", presentation="Ссылка на сущность DOM")
class DOMEntityReference(DOMNode):
    """Ссылка &Имя; на сущность, которая не подставлена."""

    __slots__ = ("qname",)

    kind = DOMNodeType.entity_reference

    def __init__(self, home: DOMDocument, name: str) -> None:
        super().__init__(home)
        self.qname = name
