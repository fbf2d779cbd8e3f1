"""КонфигурацияДокументаDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.dom_config import DOMConfig


@onec_type("КонфигурацияДокументаDOM", "DOMDocumentConfig", presentation="Конфигурация документа DOM")
class DOMDocumentConfig(DOMConfig):
    """Параметры документа: их учитывает НормализоватьДокумент."""

    __slots__ = ()
