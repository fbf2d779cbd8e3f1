"""ФильтрУзловDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


@onec_type("ФильтрУзловDOM", "DOMNodeFilter", presentation="Фильтр узлов DOM")
class DOMNodeFilter(OnecObject):
    """Какие узлы показывает обход: Новый ФильтрУзловDOM(ТипУзлаDOM.Элемент, ТипУзлаDOM.Текст)."""

    __slots__ = ("_kinds",)

    @constructor("(ТипыУзлов...)", "(NodeTypes...)")
    def __init__(self, *kinds: DOMNodeType) -> None:
        self._kinds = frozenset(kinds)

    @method("Показывает(Узел): Булево", "Shows(Node)")
    def shows(self, node: DOMNode) -> bool:
        """Проходит ли узел отбор; без типов проходят все."""
        return not self._kinds or node.kind in self._kinds
