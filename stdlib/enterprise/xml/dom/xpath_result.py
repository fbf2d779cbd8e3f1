"""РезультатXPath."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_xpath_result_type import DOMXPathResultType
from stdlib.enterprise.xml.dom.item_number import item_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_document import DOMDocument
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


@onec_type("РезультатXPath", "XPathResult", presentation="Результат XPath")
class XPathResult(OnecObject):
    """Что дало выражение XPath: узлы, которые выдаёт ПолучитьСледующий, или значение."""

    __slots__ = ("_home", "_kind", "_next", "_value", "_version")

    def __init__(self, value: Any, kind: DOMXPathResultType | None, home: DOMDocument) -> None:
        self._kind = _kind_of(value) if kind is None or kind is DOMXPathResultType.any else kind
        if self._kind not in _VALUES and not isinstance(value, list):
            raise OnecError("Результат выражения XPath – не набор узлов")
        self._value, self._next, self._home, self._version = value, 0, home, home.version

    @getter("ТипРезультата", "ResultType", "ТипРезультатаDOMXPath")
    def result_type(self) -> DOMXPathResultType:
        """Чем является результат."""
        return self._kind

    @method("ПолучитьСледующий(): УзелDOM, Неопределено", "IterateNext()")
    def iterate_next(self) -> DOMNode | None:
        """Следующий найденный узел; Неопределено, когда узлы закончились."""
        if not isinstance(self._value, list):
            raise OnecError("Результат выражения XPath – не набор узлов")
        if self._next >= len(self._value):
            return None
        self._next += 1
        found: DOMNode = self._value[self._next - 1]
        return found

    @method("ПолучитьУзел(Индекс): УзелDOM", "SnapshotItem(Index)")
    def snapshot_item(self, index: int) -> DOMNode:
        """Найденный узел по номеру от нуля."""
        found: DOMNode = self._nodes()[item_number(index, len(self._nodes()))]
        return found

    @getter("РазмерСнимка", "SnapshotLength", "Число")
    def snapshot_length(self) -> int:
        """Сколько узлов найдено."""
        return len(self._nodes())

    @getter("ЗначениеОдиночногоУзла", "SingleNodeValue", "УзелDOM, Неопределено")
    def single_node_value(self) -> DOMNode | None:
        """Первый найденный узел."""
        nodes = self._nodes()
        return nodes[0] if nodes else None

    def _nodes(self) -> list[DOMNode]:
        if not isinstance(self._value, list):
            raise OnecError("Результат выражения XPath – не набор узлов")
        return self._value

    @getter("СтроковоеЗначение", "StringValue", "Строка")
    def string_value(self) -> str:
        """Результат строкой; у набора узлов – текст первого."""
        from stdlib.enterprise.xml.xpath.conversion import to_string

        return to_string(self._value)

    @getter("ЧисловоеЗначение", "NumberValue", "Число")
    def number_value(self) -> int | Decimal:
        """Результат числом."""
        from decimal import Decimal
        from math import isfinite

        from stdlib.enterprise.xml.xpath.conversion import to_number

        number = to_number(self._value)
        if not isfinite(number):
            raise OnecError("Результат выражения XPath не является числом")
        return int(number) if number == int(number) else Decimal(repr(number))

    @getter("БулевоЗначение", "BooleanValue", "Булево")
    def boolean_value(self) -> bool:
        """Результат значением Истина или Ложь; у набора узлов – есть ли в нём узлы."""
        from stdlib.enterprise.xml.xpath.conversion import to_boolean

        return to_boolean(self._value)

    @getter("СостояниеИтератораНедействительно", "InvalidIteratorState", "Булево")
    def invalid_iterator_state(self) -> bool:
        """Изменилась ли структура документа после вычисления."""
        return self._home.version != self._version


def _kind_of(value: object) -> DOMXPathResultType:
    kind: DOMXPathResultType = DOMXPathResultType.unordered_node_iterator
    if isinstance(value, bool):
        kind = DOMXPathResultType.boolean
    elif isinstance(value, str):
        kind = DOMXPathResultType.string
    elif isinstance(value, float):
        kind = DOMXPathResultType.number
    return kind


_VALUES = frozenset({DOMXPathResultType.number, DOMXPathResultType.string, DOMXPathResultType.boolean})
