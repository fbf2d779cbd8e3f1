"""КоллекцияНотацийDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.declared_nodes import DeclaredNodes


@onec_type("КоллекцияНотацийDOM", "DOMNotationCollection", presentation="Коллекция нотаций DOM")
class DOMNotationCollection(DeclaredNodes):
    """Нотации, объявленные в определении типа документа."""

    __slots__ = ()
