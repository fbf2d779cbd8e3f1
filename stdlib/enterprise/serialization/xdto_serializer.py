"""СериализаторXDTO."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, global_property, method, onec_type
from runtime.enterprise.types import TypeValue
from stdlib.enterprise.serialization import xml_types, xml_values
from stdlib.enterprise.serialization.xml_data_type import XMLDataType
from stdlib.enterprise.serialization.xml_type_assignment import XMLTypeAssignment
from stdlib.enterprise.values.xml import xml_string, xml_value
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xml_writer import XMLWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("СериализаторXDTO", "XDTOSerializer", presentation="Сериализатор XDTO")
class XDTOSerializer(OnecObject):
    """Записывает значения в XML и читает их оттуда; то же делают функции ЗаписатьXML и ПрочитатьXML."""

    __slots__ = ()

    @method("ЗаписатьXML(ЗаписьXML, Значение, [НазначениеТипа])", "WriteXML(XMLWriter, Value, [TypeAssignment])")
    @method(
        "ЗаписатьXML(ЗаписьXML, Значение, [ЛокальноеИмя], [URIПространстваИмен], [НазначениеТипа])",
        "WriteXML(XMLWriter, Value, [LocalName], [NamespaceURI], [TypeAssignment])",
    )
    def write_xml(
        self,
        writer: XMLWriter,
        value: Any,
        name: str | XMLTypeAssignment | None = None,
        uri: str | XMLTypeAssignment | None = None,
        assignment: XMLTypeAssignment | None = None,
    ) -> None:
        """Записывает значение элементом XML; без имени элемент называется как тип."""
        xml_values.write_xml(writer, value, name, uri, assignment)

    @method("ПрочитатьXML(ЧтениеXML, [ТипЗначения]): Произвольный", "ReadXML(XMLReader, [ValueType])")
    def read_xml(self, reader: XMLReader, kind: TypeValue | None = None) -> Any:
        """Читает значение из текущего или ближайшего элемента и переходит за него."""
        return xml_values.read_xml(reader, kind)

    @method("ВозможностьЧтенияXML(ЧтениеXML): Булево", "CanReadXML(XMLReader)")
    def can_read_xml(self, reader: XMLReader) -> bool:
        """Истина, если чтение стоит на элементе, тип значения которого известен."""
        return xml_values.can_read_xml(reader)

    @method("XMLСтрока(Значение): Строка", "XMLString(Value)")
    def xml_string(self, value: Any) -> str:
        """Значение в виде, принятом в XML."""
        return xml_string(value)

    @method("XMLЗначение(Тип, СтрокаXML): Произвольный", "XMLValue(Type, XMLString)")
    def xml_value(self, kind: TypeValue, text: str) -> Any:
        """Значение типа из строки, записанной по правилам XML."""
        return xml_value(kind, text)

    @method("XMLТип(Тип): ТипДанныхXML", "XMLType(Type)")
    def xml_type(self, kind: TypeValue) -> XMLDataType:
        """Тип XML, который соответствует типу языка."""
        return xml_types.xml_type(kind)

    @method("XMLТипЗнч(Значение): ТипДанныхXML, Неопределено", "XMLTypeOf(Value)")
    def xml_type_of(self, value: Any) -> XMLDataType | None:
        """Тип XML, который соответствует типу значения; Неопределено, если такого нет."""
        return xml_types.xml_type_of(value)

    @method("ИзXMLТипа(ТипXMLИлиИмя, [URIПространстваИмен]): Тип, Неопределено", "FromXMLType(TypeOrName, [URI])")
    def from_xml_type(self, name: XMLDataType | str, uri: str | None = None) -> TypeValue | None:
        """Тип языка, который соответствует типу XML или его имени; Неопределено, если такого нет."""
        return xml_types.from_xml_type(name, uri)

    @method("ПолучитьXMLТип(ЧтениеXML): ТипДанныхXML, Неопределено", "GetXMLType(XMLReader)")
    def get_xml_type(self, reader: XMLReader) -> XMLDataType | None:
        """Тип XML значения в элементе, на котором стоит чтение; Неопределено, если он неизвестен."""
        return xml_types.get_xml_type(reader)


_SERIALIZER = XDTOSerializer()


@global_property("СериализаторXDTO", "XDTOSerializer", "СериализаторXDTO")
def xdto_serializer() -> XDTOSerializer:
    """Запись значений в XML и чтение их оттуда."""
    return _SERIALIZER
