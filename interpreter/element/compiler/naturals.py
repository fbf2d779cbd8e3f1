"""Variables that only ever hold whole numbers from zero up: an array's own list may be read by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import Local
from interpreter.node import walk

if TYPE_CHECKING:
    from interpreter.element.checked import CheckedModule

_KEPT = ("=", "+=", "*=")


def natural_variables(root: nodes.Node, checked: CheckedModule) -> frozenset[str]:
    """Names inside a method; one that several scopes use must be so in all of them."""
    values: dict[str, list[nodes.Expression | None]] = {}
    for node in walk(root):
        _gather(node, values)
    found = {name for name, given in values.items() if None not in given}

    def is_natural(node: nodes.Expression) -> bool:
        # A chain of operators may be long: it is walked in a loop.
        while isinstance(node, nodes.Binary):
            if node.operator not in ("+", "*") or not is_natural(node.right):
                return False
            node = node.left
        if isinstance(node, nodes.NumberLiteral):
            return isinstance(node.value, int)
        meaning = checked.meanings.get(node)
        return isinstance(meaning, Local) and meaning.name in found

    while True:
        broken = {name for name in found if not all(is_natural(value) for value in values[name] if value)}
        if not broken:
            return frozenset(found)
        found -= broken


def _gather(node: nodes.Node, values: dict[str, list[nodes.Expression | None]]) -> None:
    """What a node gives to variables; None for what is not looked into."""
    match node:
        case nodes.VariableDeclaration(name=name, value=value):
            values.setdefault(name.text, []).append(value)
        case nodes.Assignment(target=nodes.Reference(path=path), operator=operator, value=value):
            values.setdefault(path[-1].text, []).append(value if operator in _KEPT else None)
        case nodes.ForTo(variable=variable, start=start, step=step, down=down):
            values.setdefault(variable.text, []).extend([None] if down else [start, *([step] if step else [])])
        case nodes.ForIn(variable=variable):
            values.setdefault(variable.text, []).append(None)
        case nodes.Use() | nodes.Parameter() | nodes.LambdaParameter() | nodes.Catch():
            if node.name is not None:
                values.setdefault(node.name.text, []).append(None)
