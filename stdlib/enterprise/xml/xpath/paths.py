"""Location paths: from sets of nodes, step by step, to sets of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.xpath.axes import AXES, REVERSE
from stdlib.enterprise.xml.xpath.conversion import to_boolean
from stdlib.enterprise.xml.xpath.expression import Context, Expression
from stdlib.enterprise.xml.xpath.order import ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stdlib.enterprise.xml.dom.dom_node import DOMNode

    Test = Callable[[DOMNode], bool]

_UNKNOWN = frozenset({DOMNodeType.document_type, DOMNodeType.entity_reference})
_KINDS = {
    "text": frozenset({DOMNodeType.text, DOMNodeType.cdata_section}),
    "comment": frozenset({DOMNodeType.comment}),
    "processing-instruction": frozenset({DOMNodeType.processing_instruction}),
}
# From nodes in document order, none inside another, these lead to nodes in document order.
_KEEPING = frozenset({"self", "child", "attribute", "namespace", "descendant", "descendant-or-self"})
_DEEP = frozenset({"descendant", "descendant-or-self"})


def any_node(node: DOMNode) -> bool:
    """node()"""
    return node.kind not in _UNKNOWN


def kind_test(name: str, target: str) -> Test:
    """text(), comment(), processing-instruction("target")"""
    kinds = _KINDS[name]
    if target:
        return lambda node: node.kind in kinds and node.qname == target
    return lambda node: node.kind in kinds


def name_test(axis: str, uri: str | None, local: str) -> Test:
    """A name, `prefix:*` or `*`; `uri` is None where the namespace does not matter."""
    principal = {"attribute": DOMNodeType.attribute, "namespace": DOMNodeType.xpath_namespace}.get(
        axis, DOMNodeType.element
    )
    if local == "*":
        if uri is None:
            return lambda node: node.kind is principal
        return lambda node: node.kind is principal and (node.uri or "") == uri
    return lambda node: node.kind is principal and node.local == local and (node.uri or "") == uri


class Step:
    """One step: an axis, a test, predicates."""

    __slots__ = ("_walk", "axis", "positional", "predicates", "test")

    def __init__(self, axis: str, test: Test, predicates: list[Expression]) -> None:
        self.axis, self.test, self.predicates = axis, test, predicates
        self._walk = AXES[axis]
        self.positional = any(each.positional or each.kind == "number" for each in predicates)

    def is_any_below(self) -> bool:
        """Is it what `//` stands for?"""
        return self.axis == "descendant-or-self" and self.test is any_node and not self.predicates

    def deepened(self) -> Step:
        """The step that does at once what it does behind `//`."""
        return Step("descendant", self.test, self.predicates)

    def from_node(self, node: DOMNode) -> list[DOMNode]:
        """The nodes that one node leads to, in the order of the axis."""
        test = self.test
        found = [each for each in self._walk(node) if test(each)]
        for predicate in self.predicates:
            found = chosen(found, predicate)
        return found

    def follow(self, nodes: list[DOMNode], apart: bool) -> tuple[list[DOMNode], bool]:
        """The nodes that these lead to in document order; `apart`: none of them is inside another."""
        if len(nodes) == 1:
            found = self.from_node(nodes[0])
            if self.axis in REVERSE:
                found.reverse()
            return found, self.axis in (
                "self",
                "child",
                "attribute",
                "parent",
                "following-sibling",
                "preceding-sibling",
            )
        if self.axis in _KEEPING and (apart or self.axis in ("self", "attribute", "namespace")):
            gathered = [each for node in nodes for each in self.from_node(node)]
            return gathered, self.axis not in _DEEP and (apart or self.axis == "attribute")
        if self.axis in _DEEP and not self.positional:
            nodes = _outermost(nodes)
            return [each for node in nodes for each in self.from_node(node)], False
        return ordered(each for node in nodes for each in self.from_node(node)), False


def _outermost(nodes: list[DOMNode]) -> list[DOMNode]:
    """Of nodes in document order those that are inside no other one."""
    kept: list[DOMNode] = []
    inside: set[int] = set()
    for node in nodes:
        if id(node) not in inside:
            kept.append(node)
            inside.update(id(below) for below in node.walk())
    return kept


def chosen(nodes: list[DOMNode], predicate: Expression) -> list[DOMNode]:
    """The nodes that a predicate lets through; a number is the place of the only one."""
    if predicate.literal is not None:
        number = predicate.literal
        place = int(number) if number == int(number) else 0
        return nodes[place - 1 : place] if place > 0 else []
    size, evaluate = len(nodes), predicate.evaluate
    if predicate.kind == "number":
        return [node for number, node in enumerate(nodes, 1) if evaluate(Context(node, number, size)) == number]
    return [node for number, node in enumerate(nodes, 1) if to_boolean(evaluate(Context(node, number, size)))]


def path(start: Expression | None, absolute: bool, steps: list[Step]) -> Expression:
    """A path from the node of the context, from the root, or from what an expression gives."""
    steps = _shortened(steps)

    def evaluate(context: Context) -> list[DOMNode]:
        nodes: list[DOMNode] = [context.node]
        if absolute:
            nodes = [_root(context.node)]
        apart = True
        if start is not None:
            given = start.evaluate(context)
            assert isinstance(given, list)
            nodes, apart = given, len(given) < 2
        for step in steps:
            if not nodes:
                break
            nodes, apart = step.follow(nodes, apart)
        return nodes

    return Expression("nodes", evaluate, positional=start is not None and start.positional)


def _shortened(steps: list[Step]) -> list[Step]:
    """`//name` is one step where no predicate counts."""
    made: list[Step] = []
    for step in steps:
        if made and made[-1].is_any_below() and step.axis == "child" and not step.positional:
            made[-1] = step.deepened()
        else:
            made.append(step)
    return made


def _root(node: DOMNode) -> DOMNode:
    from stdlib.enterprise.xml.xpath.axes import parent_of

    above = parent_of(node)
    while above is not None:
        node, above = above, above.parent
    return node


def filtered(primary: Expression, predicates: list[Expression]) -> Expression:
    """`(expression)[predicate]`"""

    def evaluate(context: Context) -> list[DOMNode]:
        nodes = primary.evaluate(context)
        assert isinstance(nodes, list)
        for predicate in predicates:
            nodes = chosen(nodes, predicate)
        return nodes

    return Expression("nodes", evaluate, positional=primary.positional)


def united(parts: list[Expression]) -> Expression:
    """`a | b`"""

    def evaluate(context: Context) -> list[DOMNode]:
        return ordered(node for part in parts for node in _nodes(part, context))

    return Expression("nodes", evaluate, positional=any(part.positional for part in parts))


def _nodes(part: Expression, context: Context) -> Iterable[DOMNode]:
    found = part.evaluate(context)
    assert isinstance(found, list)
    return found
