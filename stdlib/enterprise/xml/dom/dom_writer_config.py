"""КонфигурацияЗаписиDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.dom_config import DOMConfig


@onec_type("КонфигурацияЗаписиDOM", "DOMWriterConfig", presentation="Конфигурация записи DOM")
class DOMWriterConfig(DOMConfig):
    """Параметры ЗаписиDOM: что не записывается."""

    __slots__ = ()
