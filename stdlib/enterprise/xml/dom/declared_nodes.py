"""What the collections of entities and notations share."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method
from stdlib.enterprise.xml.dom.item_number import item_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stdlib.enterprise.xml.dom.dom_node import DOMNode


class DeclaredNodes(OnecObject):
    """Lends its members to the collections."""

    __slots__ = ("_nodes",)

    def __init__(self, nodes: Sequence[DOMNode]) -> None:
        self._nodes = nodes

    def __len__(self) -> int:
        return len(self._nodes)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[DOMNode]:
        return iter(self._nodes)

    def __getitem__(self, index: object) -> DOMNode:
        return self._nodes[item_number(index, len(self._nodes))]

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество объявлений."""
        return len(self._nodes)

    @method("Элемент(Индекс): УзелDOM", "Item(Index)")
    def item(self, index: int) -> DOMNode:
        """Объявление с этим номером."""
        return self[index]

    @method("ПолучитьИменованныйЭлемент(Имя): УзелDOM, Неопределено", "GetNamedItem(Name)")
    def get_named_item(self, name: str) -> DOMNode | None:
        """Объявление с этим именем."""
        return next((node for node in self._nodes if node.qname == name), None)
