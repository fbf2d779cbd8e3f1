"""РазыменовательПространствИменDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.scope import uri_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type(
    "РазыменовательПространствИменDOM", "DOMNamespaceResolver", presentation="Разыменователь пространств имен DOM"
)
class DOMNamespaceResolver(OnecObject):
    """Что обозначают префиксы в выражениях XPath: по узлу, по соответствию префиксов и URI или одна такая пара."""

    __slots__ = ("_mappings", "_node")

    @constructor("(Префикс, URIПространстваИмен)", "(Prefix, NamespaceURI)")
    @constructor("([УзелИлиСоответствие], [URIПространстваИмен])", "([NodeOrMapping], [NamespaceURI])")
    def __init__(self, source: Any = None, uri: str | None = None) -> None:
        self._node: DOMNode | None = None
        self._mappings: dict[str, str] = {}
        if isinstance(source, DOMNode):
            self._node = source
        elif isinstance(source, Map):
            for pair in source:
                if not isinstance(pair.key(), str) or not isinstance(pair.value(), str):
                    raise BadArgument(1)
                self._mappings[pair.key()] = pair.value()
        elif isinstance(source, str) and uri is not None:
            self._mappings[source] = uri
        elif source is not None:
            raise BadArgument(1, "Несоответствие типов")

    @method("НайтиURIПространстваИмен(Префикс): Строка, Неопределено", "LookupNamespaceURI(Prefix)")
    def lookup_namespace_uri(self, prefix: str) -> str | None:
        """Пространство имён, которое обозначает префикс."""
        if prefix in self._mappings:
            return self._mappings[prefix]
        return uri_of(self._node, prefix) if self._node is not None else None
