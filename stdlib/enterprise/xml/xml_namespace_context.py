"""КонтекстПространствИменXML."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

XML_URI = "http://www.w3.org/XML/1998/namespace"
XMLNS_URI = "http://www.w3.org/2000/xmlns/"


@onec_type("КонтекстПространствИменXML", "XMLNamespaceContext", presentation="Контекст пространств имен XML")
class XMLNamespaceContext(OnecObject):
    """Какие пространства имён действуют: соответствие префиксов и URI в месте, где находится чтение или запись."""

    __slots__ = ("_depth", "_mappings")

    @constructor("([Контекст])", "([Context])")
    def __init__(self, other: XMLNamespaceContext | None = None) -> None:
        self._mappings: dict[str, str] = dict(other._mappings) if other is not None else {}
        self._depth: int = other._depth if other is not None else 0

    @classmethod
    def of(cls, declared: Iterable[dict[str, str] | None], depth: int) -> XMLNamespaceContext:
        """What these declarations give together, the outermost first."""
        made = cls()
        for each in declared:
            if each:
                made._mappings |= each
        made._depth = depth
        return made

    @getter("ПространствоИменПоУмолчанию", "DefaultNamespace", "Строка")
    def default_namespace(self) -> str:
        """URI пространства имён без префикса; пустая строка, если его нет."""
        return self._mappings.get("", "")

    @getter("Глубина", "Depth", "Число")
    def depth(self) -> int:
        """Глубина вложенности элемента, к которому относится контекст."""
        return self._depth

    @method("НайтиURIПространстваИмен(Префикс): Строка, Неопределено", "LookupNamespaceURI(Prefix)")
    def lookup_namespace_uri(self, prefix: str) -> str | None:
        """URI пространства имён с этим префиксом."""
        if prefix == "xml":
            return XML_URI
        return self._mappings.get(prefix) or None

    @method("НайтиПрефикс(URIПространстваИмен): Строка, Неопределено", "LookupPrefix(NamespaceURI)")
    def lookup_prefix(self, uri: str) -> str | None:
        """Префикс пространства имён; пустая строка – пространство имён по умолчанию."""
        if uri == XML_URI:
            return "xml"
        return next((prefix for prefix, known in self._mappings.items() if known and known == uri), None)

    @method("Префиксы(URIПространстваИмен): Массив", "Prefixes(NamespaceURI)")
    def prefixes(self, uri: str) -> Array:
        """Все префиксы пространства имён."""
        return Array.of(prefix for prefix, known in self._mappings.items() if known == uri)

    @method("URIПространствИмен(): Массив", "NamespaceURIs()")
    def namespace_uris(self) -> Array:
        """Все действующие пространства имён, каждое один раз."""
        return Array.of(dict.fromkeys(uri for uri in self._mappings.values() if uri))

    @method("СоответствияПространствИмен(): Соответствие", "NamespaceMappings()")
    def namespace_mappings(self) -> Map:
        """Соответствие: ключ – префикс, значение – URI пространства имён."""
        made = Map()
        made.update({prefix: uri for prefix, uri in self._mappings.items() if uri})
        return made
