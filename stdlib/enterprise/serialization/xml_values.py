"""ЗаписатьXML, ПрочитатьXML, ВозможностьЧтенияXML."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.types import TypeValue
from stdlib.enterprise.serialization.xml_type_assignment import XMLTypeAssignment
from stdlib.enterprise.xml.xml_node_type import XMLNodeType
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xml_writer import XMLWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("ЗаписатьXML(ЗаписьXML, Значение, [НазначениеТипа])", "WriteXML(XMLWriter, Value, [TypeAssignment])")
@function(
    "ЗаписатьXML(ЗаписьXML, Значение, ПолноеИмя, [НазначениеТипа])",
    "WriteXML(XMLWriter, Value, FullName, [TypeAssignment])",
)
@function(
    "ЗаписатьXML(ЗаписьXML, Значение, [ЛокальноеИмя], [URIПространстваИмен], [НазначениеТипа])",
    "WriteXML(XMLWriter, Value, [LocalName], [NamespaceURI], [TypeAssignment])",
)
def write_xml(
    writer: XMLWriter,
    value: Any,
    name: str | XMLTypeAssignment | None = None,
    uri: str | XMLTypeAssignment | None = None,
    assignment: XMLTypeAssignment | None = None,
) -> None:
    """Записывает значение элементом XML; без имени элемент называется как тип.

    Записываются примитивные значения, двоичные данные, идентификатор, тип и описание типов, массив, структура,
    соответствие (и фиксированные), список и таблица значений.
    """
    from stdlib.enterprise.serialization.xml_writing import XmlWriting

    for given in (name, uri):
        if isinstance(given, XMLTypeAssignment):
            assignment = given
    element = name if isinstance(name, str) else None
    namespace = uri if isinstance(uri, str) else None
    XmlWriting(writer).write(value, element, namespace, explicit=assignment is XMLTypeAssignment.explicit)


@function("ПрочитатьXML(ЧтениеXML, [ТипЗначения]): Произвольный", "ReadXML(XMLReader, [ValueType])")
def read_xml(reader: XMLReader, kind: TypeValue | None = None) -> Any:
    """Читает значение из текущего или ближайшего элемента и переходит за него.

    Тип говорит второй параметр, иначе атрибут xsi:type, иначе имя элемента.
    """
    from stdlib.enterprise.serialization.xml_reading import read_value

    return read_value(reader, kind)


@function("ВозможностьЧтенияXML(ЧтениеXML): Булево", "CanReadXML(XMLReader)")
def can_read_xml(reader: XMLReader) -> bool:
    """Истина, если чтение стоит на элементе, тип значения которого известен."""
    from stdlib.enterprise.serialization.xml_reading import is_nil, type_told

    if reader.node_type() is not XMLNodeType.start_element:
        return False
    return is_nil(reader) or type_told(reader) is not None
