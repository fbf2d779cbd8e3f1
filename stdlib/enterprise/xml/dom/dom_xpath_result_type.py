"""Перечисление ТипРезультатаDOMXPath."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипРезультатаDOMXPath", "DOMXPathResultType")
class DOMXPathResultType(EnumValue):
    """Чем нужен результат выражения XPath."""

    __slots__ = ()
    any = item("Любой", "Any")
    number = item("Число", "Number")
    string = item("Строка", "String")
    boolean = item("Булево", "Boolean")
    unordered_node_iterator = item("НеупорядоченныйИтераторУзлов", "UnorderedNodeIterator")
    ordered_node_iterator = item("УпорядоченныйИтераторУзлов", "OrderedNodeIterator")
    unordered_node_snapshot = item("НеупорядоченныйСнимокУзлов", "UnorderedNodeSnapshot")
    ordered_node_snapshot = item("УпорядоченныйСнимокУзлов", "OrderedNodeSnapshot")
    any_unordered_node = item("ЛюбойНеупорядоченныйУзел", "AnyUnorderedNode")
    first_ordered_node = item("ПервыйУпорядоченныйУзел", "FirstOrderedNode")
