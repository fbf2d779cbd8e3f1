"""ТипДанныхXML."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type


@onec_type("ТипДанныхXML", "XMLDataType", presentation="Тип данных XML")
class XMLDataType(OnecObject):
    """Тип XML: имя и пространство имён, которому оно принадлежит."""

    __slots__ = ("_namespace_uri", "_type_name")

    type_name = field("ИмяТипа", "TypeName", "str", "", "Имя типа.", type_="Строка", writable=False)
    namespace_uri = field(
        "URIПространстваИмен", "NamespaceURI", "str", "", "URI пространства имён.", type_="Строка", writable=False
    )

    @constructor("(ИмяТипа, URIПространстваИмен)", "(TypeName, NamespaceURI)")
    def __init__(self, name: str, uri: str) -> None:
        self._type_name, self._namespace_uri = name, uri

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, XMLDataType)
            and self._type_name == other._type_name
            and self._namespace_uri == other._namespace_uri
        )

    def __hash__(self) -> int:
        return hash((XMLDataType, self._type_name, self._namespace_uri))

    def __onec_text__(self) -> str:
        return f"{{{self._namespace_uri}}}{self._type_name}"
