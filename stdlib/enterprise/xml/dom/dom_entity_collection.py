"""КоллекцияСущностейDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.declared_nodes import DeclaredNodes


@onec_type("КоллекцияСущностейDOM", "DOMEntityCollection", presentation="Коллекция сущностей DOM")
class DOMEntityCollection(DeclaredNodes):
    """Сущности, объявленные в определении типа документа."""

    __slots__ = ()
