"""XMLТип, XMLТипЗнч, ИзXMLТипа, ПолучитьXMLТип."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.types import TypeValue, type_of
from runtime.errors import BadArgument, WrongArgumentCount
from stdlib.enterprise.serialization.xml_data_type import XMLDataType
from stdlib.enterprise.serialization.xml_names import type_of_xml_name, xml_name
from stdlib.enterprise.xml.xml_node_type import XMLNodeType
from stdlib.enterprise.xml.xml_reader import XMLReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("XMLТип(Тип): ТипДанныхXML", "XMLType(Type)")
def xml_type(kind: TypeValue) -> XMLDataType:
    """Тип XML, который соответствует типу языка: Число – decimal, Массив – Array."""
    found = _data_type(kind)
    if found is None:
        raise BadArgument(1, hint=f"Типу {kind.ru} не соответствует тип XML")
    return found


@function("XMLТипЗнч(Значение): ТипДанныхXML, Неопределено", "XMLTypeOf(Value)")
def xml_type_of(value: Any) -> XMLDataType | None:
    """Тип XML, который соответствует типу значения; Неопределено, если такого нет."""
    return _data_type(type_of(value))


@function("ИзXMLТипа(ТипXML): Тип, Неопределено", "FromXMLType(XMLType)")
@function(
    "ИзXMLТипа(ТипXMLИлиИмя, [URIПространстваИмен]): Тип, Неопределено", "FromXMLType(TypeOrName, [NamespaceURI])"
)
def from_xml_type(name: XMLDataType | str, uri: str | None = None) -> TypeValue | None:
    """Тип языка, который соответствует типу XML или его имени; Неопределено, если такого нет."""
    if isinstance(name, XMLDataType):
        return type_of_xml_name(name.namespace_uri, name.type_name)
    if uri is None:
        raise WrongArgumentCount(too_many=False)
    return type_of_xml_name(uri, name)


@function("ПолучитьXMLТип(ЧтениеXML): ТипДанныхXML, Неопределено", "GetXMLType(XMLReader)")
def get_xml_type(reader: XMLReader) -> XMLDataType | None:
    """Тип XML значения в элементе, на котором стоит чтение; Неопределено, если он неизвестен."""
    from stdlib.enterprise.serialization.xml_reading import type_told

    kind = type_told(reader) if reader.node_type() is XMLNodeType.start_element else None
    return _data_type(kind) if kind is not None else None


def _data_type(kind: TypeValue) -> XMLDataType | None:
    found = xml_name(kind)
    return XMLDataType(found[1], found[0]) if found is not None else None
