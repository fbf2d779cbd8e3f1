"""ВыражениеXPath."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method, onec_type
from stdlib.enterprise.xml.dom.xpath_result import XPathResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_namespace_resolver import DOMNamespaceResolver
    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.dom.dom_xpath_result_type import DOMXPathResultType


@onec_type("ВыражениеXPath", "XPathExpression", presentation="Выражение XPath")
class XPathExpression(OnecObject):
    """Разобранное выражение XPath 1.0, которое можно вычислять много раз."""

    __slots__ = ("_parsed",)

    def __init__(self, text: str, resolver: DOMNamespaceResolver | None) -> None:
        from stdlib.enterprise.xml.xpath.parser import parse

        self._parsed = parse(text, resolver.lookup_namespace_uri if resolver is not None else _nothing)

    @method("Вычислить(УзелКонтекста, [ТипРезультата]): РезультатXPath", "Evaluate(ContextNode, [ResultType])")
    def evaluate(self, node: DOMNode, kind: DOMXPathResultType | None = None) -> XPathResult:
        """Вычисляет выражение от узла."""
        from stdlib.enterprise.xml.xpath.expression import Context

        return XPathResult(self._parsed.evaluate(Context(node)), kind, node.home)


def _nothing(prefix: str) -> None:
    return None
