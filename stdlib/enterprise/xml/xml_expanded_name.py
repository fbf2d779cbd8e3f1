"""РасширенноеИмяXML."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type


@onec_type("РасширенноеИмяXML", "XMLExpandedName", presentation="Расширенное имя XML")
class XMLExpandedName(OnecObject):
    """Имя из двух частей: URI пространства имён и локальное имя."""

    __slots__ = ("_local_name", "_namespace_uri")

    namespace_uri = field("URIПространстваИмен", "NamespaceURI", "str", "", "URI пространства имён.", writable=False)
    local_name = field("ЛокальноеИмя", "LocalName", "str", "", "Имя без префикса.", writable=False)

    @constructor("(URIПространстваИмен, ЛокальноеИмя)", "(NamespaceURI, LocalName)")
    def __init__(self, namespace_uri: str, local_name: str) -> None:
        self._namespace_uri, self._local_name = namespace_uri, local_name

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, XMLExpandedName)
            and self._local_name == other._local_name
            and self._namespace_uri == other._namespace_uri
        )

    def __hash__(self) -> int:
        return hash((XMLExpandedName, self._namespace_uri, self._local_name))

    def __onec_text__(self) -> str:
        return f"{{{self._namespace_uri}}}{self._local_name}"
