"""КоллекцияАтрибутовDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method, onec_type
from stdlib.enterprise.xml.dom.item_number import item_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_attribute import DOMAttribute
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


@onec_type("КоллекцияАтрибутовDOM", "DOMAttributeCollection", presentation="Коллекция атрибутов DOM")
class DOMAttributeCollection(OnecObject):
    """Атрибуты элемента по именам и по номерам от нуля; коллекция следует за изменениями."""

    __slots__ = ("_element",)

    def __init__(self, element: DOMNode) -> None:
        self._element: Any = element

    def __len__(self) -> int:
        return len(self._element.attributes)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[DOMAttribute]:
        return iter(list(self._element.attributes.values()))

    def __getitem__(self, index: object) -> DOMAttribute:
        number = item_number(index, len(self))
        found: DOMAttribute = list(self._element.attributes.values())[number]
        return found

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество атрибутов."""
        return len(self)

    @method("Элемент(Индекс): АтрибутDOM", "Item(Index)")
    def item(self, index: int) -> DOMAttribute:
        """Атрибут с этим номером."""
        return self[index]

    @method("Получить(Индекс): АтрибутDOM", "Get(Index)")
    def get(self, index: int) -> DOMAttribute:
        """Атрибут с этим номером."""
        return self[index]

    @method(
        "ПолучитьИменованныйЭлемент(URIПространстваИмен, ЛокальноеИмя): АтрибутDOM, Неопределено",
        "GetNamedItem(NamespaceURI, LocalName)",
    )
    @method(
        "ПолучитьИменованныйЭлемент(Имя, [ЛокальноеИмя]): АтрибутDOM, Неопределено", "GetNamedItem(Name, [LocalName])"
    )
    def get_named_item(self, name: str, local: str | None = None) -> DOMAttribute | None:
        """Атрибут с этим именем."""
        found: DOMAttribute | None = self._element.get_attribute_node(name, local)
        return found

    @method("УстановитьИменованныйЭлемент(Атрибут): АтрибутDOM, Неопределено", "SetNamedItem(Attribute)")
    def set_named_item(self, attribute: DOMAttribute) -> DOMAttribute | None:
        """Добавляет атрибут; возвращает тот, который он заменил."""
        replaced: DOMAttribute | None = self._element.set_attribute_node(attribute)
        return replaced

    @method("УдалитьИменованныйЭлемент(URIПространстваИмен, ЛокальноеИмя)", "RemoveNamedItem(NamespaceURI, LocalName)")
    @method("УдалитьИменованныйЭлемент(Имя, [ЛокальноеИмя])", "RemoveNamedItem(Name, [LocalName])")
    def remove_named_item(self, name: str, local: str | None = None) -> None:
        """Удаляет атрибут с этим именем."""
        self._element.remove_attribute(name, local)
