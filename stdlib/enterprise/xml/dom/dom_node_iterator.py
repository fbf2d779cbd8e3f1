"""ИтераторУзловDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, method, onec_type
from stdlib.enterprise.xml.dom.stepping import next_node, previous_node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.dom.dom_node_filter import DOMNodeFilter


@onec_type("ИтераторУзловDOM", "DOMNodeIterator", presentation="Итератор узлов DOM")
class DOMNodeIterator(OnecObject):
    """Узлы одного поддерева по порядку документа, вперёд и назад."""

    __slots__ = ("_before", "_filter", "_node", "_root")

    def __init__(self, root: DOMNode, chosen: DOMNodeFilter | None) -> None:
        self._root, self._filter = root, chosen
        self._node, self._before = root, True

    @getter("Корень", "Root", "УзелDOM")
    def root(self) -> DOMNode:
        """Узел, с которого обход начинается."""
        return self._root

    @getter("Отбор", "Filter", "ФильтрУзловDOM, Неопределено")
    def filter(self) -> DOMNodeFilter | None:
        """Отбор узлов."""
        return self._filter

    @method("СледующийУзел(): УзелDOM, Неопределено", "NextNode()")
    def next_node(self) -> DOMNode | None:
        """Следующий узел; Неопределено в конце."""
        node: DOMNode | None = self._node
        if not self._before:
            node = next_node(self._node, self._root)
        while node is not None and not self._shows(node):
            node = next_node(node, self._root)
        if node is not None:
            self._node, self._before = node, False
        return node

    @method("ПредыдущийУзел(): УзелDOM, Неопределено", "PreviousNode()")
    def previous_node(self) -> DOMNode | None:
        """Предыдущий узел; Неопределено в начале."""
        node: DOMNode | None = self._node
        if self._before:
            node = previous_node(self._node, self._root)
        while node is not None and not self._shows(node):
            node = previous_node(node, self._root)
        if node is not None:
            self._node, self._before = node, True
        return node

    def _shows(self, node: DOMNode) -> bool:
        return self._filter is None or self._filter.shows(node)
