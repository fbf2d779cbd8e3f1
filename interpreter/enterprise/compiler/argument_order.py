"""Arguments of calls are evaluated from left to right; a variable passed by reference is read last of all.

It has the value that later arguments may have given it: they are evaluated before the call then.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from runtime.names import fold

if TYPE_CHECKING:
    from interpreter.enterprise.compiler.expressions import Expressions
    from interpreter.enterprise.scopes import MethodFacts


def in_order(
    expressions: Expressions, node: nodes.Call, facts: MethodFacts
) -> tuple[list[ast.expr], list[ast.expr | None]]:
    """What is to be evaluated before the call of a method, and its arguments."""
    values = [expressions.value(argument) if argument is not None else None for argument in node.arguments]
    last = _last_change(expressions, node, facts, values)
    first: list[ast.expr] = []
    for index in range(last + 1 if last else 0):
        value = values[index]
        is_reference = index < len(facts.parameters) and not facts.parameters[index].by_value
        if value is None or isinstance(value, ast.Constant) or (isinstance(value, ast.Name) and is_reference):
            continue
        name = expressions.temporary()
        first.append(expressions.emit.keep(node.span, name, value))
        values[index] = expressions.emit.name(node.span, name)
    return first, values


def _last_change(expressions: Expressions, node: nodes.Call, facts: MethodFacts, values: list[ast.expr | None]) -> int:
    """The index of the last argument that may change a variable passed by reference before it; 0 when none does."""
    last = 0
    for index, (parameter, argument) in enumerate(zip(facts.parameters, node.arguments, strict=False)):
        value = values[index]
        if isinstance(argument, nodes.Name) and isinstance(value, ast.Name) and not parameter.by_value:
            is_shared = (expressions.variables.identity(fold(argument.name)) or "").startswith(":")
            later = (i for i in range(index + 1, len(values)) if _may_change(values[i], value.id, is_shared))
            last = max(last, *later, 0)
    return last


def _may_change(later: ast.expr | None, name: str, is_shared: bool) -> bool:
    """Could evaluating the one change the variable? Calls hand values back into names; methods see the module's."""
    if later is None or isinstance(later, ast.Name | ast.Constant):
        return False
    parts = list(ast.walk(later))
    calls = is_shared and any(isinstance(part, ast.Call) for part in parts)
    return calls or any(
        isinstance(part, ast.NamedExpr) and isinstance(part.target, ast.Name) and part.target.id == name
        for part in parts
    )
