"""The attributes of the element that ЧтениеXML stands on."""

from __future__ import annotations

from runtime.enterprise.convert import is_number, to_string, to_whole
from runtime.enterprise.declare import OnecObject, method
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.xml.xml_attribute_type import XMLAttributeType
from stdlib.enterprise.xml.xml_node_type import XMLNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.events import Events
    from stdlib.enterprise.xml.node import Node

_GET = "НомерИлиИмяАтрибута, [URIПространстваИмен]): Строка, Неопределено"
_GET_ENGLISH = "AttributeNumberOrName, [NamespaceURI])"


class Attributes(OnecObject):
    """Lends its members to ЧтениеXML. `_attribute` is the number of the attribute stood on, -1 for none."""

    __slots__ = ("_attribute", "_events", "_node")
    _node: Node
    _attribute: int
    _events: Events | None

    @method("ПрочитатьАтрибут(): Булево", "ReadAttribute()")
    def read_attribute(self) -> bool:
        """Переходит к следующему атрибуту элемента; после последнего возвращается к элементу."""
        return self._move(self._attribute + 1)

    @method("ПервыйАтрибут(): Булево", "FirstAttribute()")
    def first_attribute(self) -> bool:
        """Переходит к первому атрибуту элемента."""
        return self._move(0)

    @method("СледующийАтрибут(): Булево", "NextAttribute()")
    def next_attribute(self) -> bool:
        """Переходит к следующему атрибуту элемента; Ложь после последнего."""
        return self._move(self._attribute + 1)

    def _move(self, number: int) -> bool:
        found = number < self.attribute_count()
        self._attribute = number if found else -1
        return found

    @method("КоличествоАтрибутов(): Число", "AttributeCount()")
    def attribute_count(self) -> int:
        """Количество атрибутов элемента, объявления пространств имён в их числе."""
        return len(self._node.attributes) >> 1

    @method(f"ПолучитьАтрибут({_GET}", f"GetAttribute({_GET_ENGLISH}")
    def get_attribute(self, which: object, uri: str | None = None) -> str | None:
        """Значение атрибута по номеру от нуля, по имени с префиксом или по локальному имени и пространству имён."""
        return self._find(which, uri)

    @method(f"ЗначениеАтрибута({_GET}", f"AttributeValue({_GET_ENGLISH}")
    def attribute_value(self, which: object, uri: str | None = None) -> str | None:
        """Значение атрибута по номеру от нуля, по имени с префиксом или по локальному имени и пространству имён."""
        return self._find(which, uri)

    def attributes_read(self) -> list[str]:
        """The attributes that the document writes: name, value, name, value…"""
        return self._node.attributes[: self._node.specified * 2]

    def _find(self, which: object, uri: str | None) -> str | None:
        attributes = self._node.attributes
        if which.__class__ is not str:
            if is_number(which):
                return attributes[self._place(to_whole(which)) * 2 + 1]
            which = to_string(which)
        for index in range(0, len(attributes), 2):
            if uri is None:
                if attributes[index] == which:
                    return attributes[index + 1]
            elif self._attribute_parts(index >> 1)[1:] == (which, uri):
                return attributes[index + 1]
        return None

    def _place(self, number: int) -> int:
        if not 0 <= number < self.attribute_count():
            raise OnecError(
                "Индекс атрибута находится за границами",
                hint=f"Атрибутов у элемента: {self.attribute_count()}, номера считаются с 0",
            )
        return number

    def _attribute_parts(self, number: int) -> tuple[str, str, str]:
        """Prefix, local name and namespace."""
        node = self._node
        name = node.attributes[number * 2]
        prefix, colon, local = name.partition(":")
        if not colon:
            prefix, local = "", name
        return prefix, local, node.uris.get(name, "") if node.uris else ""

    @method("ИмяАтрибута(Индекс): Строка", "AttributeName(Index)")
    def attribute_name(self, number: int) -> str:
        """Имя атрибута с этим номером, вместе с префиксом."""
        return self._node.attributes[self._place(number) * 2]

    @method("ЛокальноеИмяАтрибута(Индекс): Строка", "AttributeLocalName(Index)")
    def attribute_local_name(self, number: int) -> str:
        """Имя атрибута без префикса."""
        return self._attribute_parts(self._place(number))[1]

    @method("ПрефиксАтрибута(Индекс): Строка", "AttributePrefix(Index)")
    def attribute_prefix(self, number: int) -> str:
        """Префикс имени атрибута."""
        return self._attribute_parts(self._place(number))[0]

    @method("URIПространстваИменАтрибута(Индекс): Строка", "AttributeNamespaceURI(Index)")
    def attribute_namespace_uri(self, number: int) -> str:
        """Пространство имён атрибута."""
        return self._attribute_parts(self._place(number))[2]

    @method("ТипАтрибута(Индекс): ТипАтрибутаXML", "AttributeType(Index)")
    def attribute_type(self, number: int) -> XMLAttributeType:
        """Тип атрибута по определению типа документа; без него CDATA."""
        if self._node.kind is not XMLNodeType.start_element:
            raise BadArgument(1)
        document_type = self._events.document_type if self._events else None
        name = self._node.attributes[self._place(number) * 2]
        text = document_type.types.get((self._node.name, name), "CDATA") if document_type else "CDATA"
        return attribute_type_named(text)


def attribute_type_named(text: str) -> XMLAttributeType:
    """The value for a type as a document type writes it; a list of allowed values is an enumeration."""
    if text.startswith("NOTATION"):
        text = "NOTATION"
    known: XMLAttributeType = getattr(XMLAttributeType, "." + text.casefold(), XMLAttributeType.enumeration)
    return known
