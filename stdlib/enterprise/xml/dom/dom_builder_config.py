"""КонфигурацияПостроителяDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.xml.dom.dom_config import DOMConfig


@onec_type("КонфигурацияПостроителяDOM", "DOMBuilderConfig", presentation="Конфигурация построителя DOM")
class DOMBuilderConfig(DOMConfig):
    """Параметры ПостроителяDOM: что не читается."""

    __slots__ = ()
