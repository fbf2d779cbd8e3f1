"""СписокЭлементовDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method, onec_type
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.dom.item_number import item_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdlib.enterprise.xml.dom.dom_element import DOMElement
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


@onec_type("СписокЭлементовDOM", "DOMElementList", presentation="Список элементов DOM")
class DOMElementList(OnecObject):
    """Элементы с одним именем, в порядке документа; список следует за изменениями. Нумеруются с нуля."""

    __slots__ = ("_found", "_local", "_name", "_top", "_uri", "_version")

    def __init__(self, top: DOMNode, name: str = "*", uri: str | None = None, local: str = "*") -> None:
        """Below `top`: by full name, or with `uri` by namespace and local name; `*` is any."""
        self._top, self._name, self._uri, self._local = top, name, uri, local
        self._version = -1
        self._found: list[DOMElement] = []

    def _elements(self) -> list[DOMElement]:
        version = self._top.home.version
        if version != self._version:
            self._found, self._version = list(self._find()), version
        return self._found

    def _find(self) -> Iterator[DOMElement]:
        element, name, uri, local = DOMNodeType.element, self._name, self._uri, self._local
        for node in self._top.walk():
            if node.kind is not element or node is self._top:
                continue
            if uri is None:
                fits = name in ("*", node.qname)
            else:
                fits = uri in ("*", node.uri or "") and local in ("*", node.local)
            if fits:
                yield node  # type: ignore[misc]

    def __len__(self) -> int:
        return len(self._elements())

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[DOMElement]:
        return iter(list(self._elements()))

    def __getitem__(self, index: object) -> DOMElement:
        found = self._elements()
        return found[item_number(index, len(found))]

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество элементов."""
        return len(self)

    @method("Элемент(Индекс): ЭлементDOM", "Item(Index)")
    def item(self, index: int) -> DOMElement:
        """Элемент с этим номером."""
        return self[index]

    @method("Получить(Индекс): ЭлементDOM", "Get(Index)")
    def get(self, index: int) -> DOMElement:
        """Элемент с этим номером."""
        return self[index]
