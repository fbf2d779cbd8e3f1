"""Which names a part of the tree declares or assigns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import SessionVariable
from interpreter.node import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.element.checked import CheckedModule

_DECLARING = (nodes.VariableDeclaration, nodes.Use, nodes.Parameter, nodes.LambdaParameter, nodes.Catch)


def declared_names(root: nodes.Node) -> Iterator[str]:
    """Names of the variables and parameters that are declared somewhere inside a node."""
    for node in walk(root):
        if isinstance(node, _DECLARING):
            if node.name is not None:
                yield node.name.text
        elif isinstance(node, nodes.ForIn | nodes.ForTo):
            yield node.variable.text


def assigned_session_variables(root: nodes.Node, checked: CheckedModule) -> list[str]:
    """Variables of the session that a method assigns."""
    found = set()
    for node in walk(root):
        if isinstance(node, nodes.Assignment) and isinstance(node.target, nodes.Reference):
            meaning = checked.meanings.get(node.target)
            if isinstance(meaning, SessionVariable):
                found.add(meaning.name)
    return sorted(found)
