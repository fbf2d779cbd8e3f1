"""СписокУзловDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method, onec_type
from stdlib.enterprise.xml.dom.item_number import item_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_node import DOMNode


@onec_type("СписокУзловDOM", "DOMNodeList", presentation="Список узлов DOM")
class DOMNodeList(OnecObject):
    """Дочерние узлы; список следует за изменениями документа. Нумеруются с нуля."""

    __slots__ = ("_parent",)

    def __init__(self, parent: DOMNode) -> None:
        self._parent: Any = parent

    def __len__(self) -> int:
        return int(self._parent.count)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[DOMNode]:
        return iter(list(self._parent.children()))

    def __getitem__(self, index: object) -> DOMNode:
        found: DOMNode = self._parent.child_at(item_number(index, len(self)))
        return found

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество узлов."""
        return len(self)

    @method("Элемент(Индекс): УзелDOM", "Item(Index)")
    def item(self, index: int) -> DOMNode:
        """Узел с этим номером."""
        return self[index]

    @method("Получить(Индекс): УзелDOM", "Get(Index)")
    def get(self, index: int) -> DOMNode:
        """Узел с этим номером."""
        return self[index]
