"""Left-leaning chains: operators, members, calls, elements. They are walked in a loop: they may be long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.arithmetic import Arithmetic
from interpreter.element.compiler.calls import Calls
from interpreter.element.compiler.type_tests import Tests

if TYPE_CHECKING:
    import ast
    from typing import TypeAlias

    from interpreter.source import Span

    Link: TypeAlias = (
        nodes.Binary | nodes.Member | nodes.Call | nodes.Index | nodes.NonNull | nodes.TypeTest | nodes.Cast
    )

LINKS = (nodes.Binary, nodes.Member, nodes.Call, nodes.Index, nodes.NonNull, nodes.TypeTest, nodes.Cast)
_POSTFIX = (nodes.Member, nodes.Call, nodes.Index)
FLAT_FROM = 40
"""So many links are one Python expression; CPython's compiler recurses into nested ones."""


class Chains(Arithmetic, Calls, Tests):
    def chain(self, node: Link) -> ast.expr:
        """The value of a chain. Where a `?.` finds Неопределено, the rest of its members and calls is skipped."""
        links, base = _links_of(node)
        if isinstance(node, nodes.Member) and base is node:
            return self.global_name(node)
        result = self.value(base) if base is not None else None
        kept: list[tuple[bool, ast.expr]] = []
        held: nodes.Member | None = None
        for number, link in enumerate(links):
            if result is not None and _ends_skipping(link) and any(skips for skips, _ in kept):
                result = self._folded(left_of(link).span, kept, result)
            if result is not None and number and number % FLAT_FROM == 0 and held is None:
                name = self.temporary()
                kept.append((False, self.emit.keep(left_of(link).span, name, result)))
                result = self.emit.name(left_of(link).span, name)
            if isinstance(link, nodes.Member) and link.safe:
                assert result is not None
                name = self.temporary()
                kept.append((True, self.emit.keep(link.target.span, name, result)))
                result = self.emit.name(link.target.span, name)
            if isinstance(link, nodes.Member) and _is_callee(link, links, number):
                held = link
                continue
            result = self._link(link, held, result)
            held = None
        assert result is not None
        return self._folded(node.span, kept, result)

    def _link(self, link: Link, held: nodes.Member | None, result: ast.expr | None) -> ast.expr:
        if isinstance(link, nodes.Call):
            if result is None:
                return self.call_by_name(link)
            return self.call_method(link, held, result) if held else self.call_value(link, result)
        assert result is not None
        match link:
            case nodes.Binary():
                return self.binary(link, result)
            case nodes.Member():
                return self.member(link, result)
            case nodes.Index():
                return self.element(link, result)
            case nodes.NonNull():
                return self.not_undefined(link.span, result)
            case nodes.TypeTest():
                return self.type_test(link, result)
            case nodes.Cast():
                return self.cast(link, result)

    def _folded(self, span: Span, kept: list[tuple[bool, ast.expr]], result: ast.expr) -> ast.expr:
        for skips, keeping in reversed(kept):
            if skips:
                is_undefined = self.emit.is_none(span, keeping)
                result = self.emit.choice(span, is_undefined, self.emit.constant(span, None), result)
            else:
                both = self.emit.tuple_(span, [keeping, result])
                result = self.emit.item(span, both, self.emit.constant(span, 1))
        kept.clear()
        return result


def left_of(link: Link) -> nodes.Expression:
    match link:
        case nodes.Binary(left=left):
            return left
        case nodes.Member(target=target) | nodes.Index(target=target):
            return target
        case nodes.Call(callee=callee):
            return callee
        case nodes.NonNull(operand=operand) | nodes.TypeTest(operand=operand) | nodes.Cast(operand=operand):
            return operand


def _links_of(node: Link) -> tuple[list[Link], nodes.Expression | None]:
    """The links from the innermost one, and what they begin with; None when that is a call by name."""
    links: list[Link] = []
    current: nodes.Expression = node
    while isinstance(current, LINKS):
        if is_global_name(current):
            break
        links.append(current)
        current = left_of(current)
        if isinstance(links[-1], nodes.Call) and (isinstance(current, nodes.Reference) or is_global_name(current)):
            return links[::-1], None
    return links[::-1], current


def is_global_name(node: nodes.Expression) -> bool:
    """`глобальный.Имя`, which is a name and no link."""
    return isinstance(node, nodes.Member) and isinstance(node.target, nodes.Global)


def _is_callee(link: nodes.Member, links: list[Link], number: int) -> bool:
    return number + 1 < len(links) and isinstance(links[number + 1], nodes.Call)


def _ends_skipping(link: Link) -> bool:
    """Does what stands left of this link end a chain of `?.`: by an operator, or by parentheses around it?"""
    if not isinstance(link, _POSTFIX):
        return True
    left = left_of(link)
    return isinstance(left, LINKS) and left.span.start < left_of(left).span.start
