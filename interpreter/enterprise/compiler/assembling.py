"""Compiled statements become an Artifact."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.artifact import Artifact
from interpreter.diagnostics import Diagnostic, Refused
from interpreter.enterprise.compiler.members import with_object
from interpreter.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

    from interpreter.enterprise.compiler.unit import Unit

LANGUAGE = "enterprise"


def assemble(unit: Unit, body: Sequence[ast.stmt]) -> Artifact:
    """The finished text: what it links, its constants, its code. Raises Refused when it nests too deep."""
    span = Span(0, 0)
    if unit.scope.of_object:
        body = with_object(unit, body)
    constants = [
        unit.emit.assign(span, unit.emit.target(span, name), unit.helper(span, helper, unit.emit.constant(span, text)))
        for name, (helper, text) in unit.constants.items()
    ]
    tree = unit.emit.module([*constants, *body])
    code = _compiled(tree, unit.source)
    return Artifact(code, dict(unit.links), dict(unit.spellings), LANGUAGE, unit.scope.facts)


def _compiled(tree: ast.Module, source: Source) -> CodeType:
    try:
        return _code(tree, source)
    except SyntaxError:
        # The only reason: CPython bounds to 20 the blocks that one function may nest.
        from interpreter.enterprise.compiler.outlining import outline
    except RecursionError:
        raise Refused([_too_deep(source, _deepest_line(tree))]) from None
    try:
        outline(tree)
        return _code(tree, source)
    except (RecursionError, SyntaxError) as error:
        line = getattr(error, "lineno", None) or _deepest_line(tree)
        raise Refused([_too_deep(source, line)]) from None


def _code(tree: ast.Module, source: Source) -> CodeType:
    code: CodeType = compile(tree, source.name, "exec", dont_inherit=True, optimize=0)
    return code


def _too_deep(source: Source, line: int) -> Diagnostic:
    text = source.line(line)
    start, end = (source.offset(line, len(text) - len(rest) + 1) for rest in (text.lstrip(), ""))
    hint = "Вынесите внутренние циклы и попытки в отдельную процедуру, а длинное выражение разбейте на части"
    return Diagnostic(source, Span(start, end), "Слишком большая вложенность", hint)


def _deepest_line(tree: ast.AST) -> int:
    """Where a tree that is too deep for CPython is deepest."""
    level, line = list(ast.iter_child_nodes(tree)), 1
    while level:
        line = next((node.lineno for node in level if isinstance(node, ast.stmt | ast.expr)), line)
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return line
