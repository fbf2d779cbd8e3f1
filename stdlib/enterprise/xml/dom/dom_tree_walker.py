"""ОбходДереваDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, method, onec_type, setter
from stdlib.enterprise.xml.dom.stepping import next_node, previous_node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.dom.dom_node_filter import DOMNodeFilter


@onec_type("ОбходДереваDOM", "DOMTreeWalker", presentation="Обход дерева DOM")
class DOMTreeWalker(OnecObject):
    """Указатель на узел, который ходит по дереву. Узлы, не прошедшие отбор, пропускаются."""

    __slots__ = ("_filter", "_node", "_root")

    def __init__(self, root: DOMNode, chosen: DOMNodeFilter | None) -> None:
        self._root, self._filter, self._node = root, chosen, root

    @getter("Корень", "Root", "УзелDOM")
    def root(self) -> DOMNode:
        """Узел, за пределы которого обход не выходит."""
        return self._root

    @getter("Отбор", "Filter", "ФильтрУзловDOM, Неопределено")
    def filter(self) -> DOMNodeFilter | None:
        """Отбор узлов."""
        return self._filter

    @getter("ТекущийУзел", "CurrentNode", "УзелDOM")
    def current_node(self) -> DOMNode:
        """Узел, на котором обход стоит."""
        return self._node

    @setter("ТекущийУзел")
    def set_current_node(self, node: DOMNode) -> None:
        self._node = node

    @method("РодительскийУзел(): УзелDOM, Неопределено", "ParentNode()")
    def parent_node(self) -> DOMNode | None:
        """Переходит к родителю."""
        return self._go(lambda node: None if node is self._root else node.parent)

    @method("ПервыйДочерний(): УзелDOM, Неопределено", "FirstChild()")
    def first_child(self) -> DOMNode | None:
        """Переходит к первому дочернему узлу."""
        return self._settle(self._node.first, lambda node: node.following)

    @method("ПоследнийДочерний(): УзелDOM, Неопределено", "LastChild()")
    def last_child(self) -> DOMNode | None:
        """Переходит к последнему дочернему узлу."""
        return self._settle(self._node.last, lambda node: node.preceding)

    @method("СледующийСоседний(): УзелDOM, Неопределено", "NextSibling()")
    def next_sibling(self) -> DOMNode | None:
        """Переходит к следующему узлу того же родителя."""
        return self._go(lambda node: None if node is self._root else node.following)

    @method("ПредыдущийСоседний(): УзелDOM, Неопределено", "PreviousSibling()")
    def previous_sibling(self) -> DOMNode | None:
        """Переходит к предыдущему узлу того же родителя."""
        return self._go(lambda node: None if node is self._root else node.preceding)

    @method("СледующийУзел(): УзелDOM, Неопределено", "NextNode()")
    def next_node(self) -> DOMNode | None:
        """Переходит к следующему узлу по порядку документа."""
        return self._go(lambda node: next_node(node, self._root))

    @method("ПредыдущийУзел(): УзелDOM, Неопределено", "PreviousNode()")
    def previous_node(self) -> DOMNode | None:
        """Переходит к предыдущему узлу по порядку документа."""
        return self._go(lambda node: previous_node(node, self._root))

    def _go(self, step: Callable[[DOMNode], DOMNode | None]) -> DOMNode | None:
        return self._settle(step(self._node), step)

    def _settle(self, node: DOMNode | None, step: Callable[[DOMNode], DOMNode | None]) -> DOMNode | None:
        """The first node on the way that the filter shows; the walker stays where it is when there is none."""
        while node is not None and self._filter is not None and not self._filter.shows(node):
            node = step(node)
        if node is not None:
            self._node = node
        return node
