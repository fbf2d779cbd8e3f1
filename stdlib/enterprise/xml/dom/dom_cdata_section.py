"""СекцияCDATADOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.dom.dom_text import AnyText


@onec_type("СекцияCDATADOM", "DOMCDATASection", presentation="Секция CDATA DOM")
class DOMCDATASection(AnyText):
    """Текст, записанный секцией <![CDATA[…]]>."""

    __slots__ = ()

    kind = DOMNodeType.cdata_section
    qname = "#cdata-section"
