"""ФрагментДокументаDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.dom_container import DOMContainer
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType


@onec_type("ФрагментДокументаDOM", "DOMDocumentFragment", presentation="Фрагмент документа DOM")
class DOMDocumentFragment(DOMContainer):
    """Узлы вне документа, которые вставляются в него вместе."""

    __slots__ = ()

    kind = DOMNodeType.document_fragment
    qname = "#document-fragment"
