"""Static checks of Element: fills `interpreter.element.checked.CheckedModule`, which the compiler reads.

`check(tree, source, catalog, known=...) -> CheckedModule` raises Refused with every error found; see checked.py for
what is told. Types are those of `interpreter.element.types`.

context.py       what the parts share: the text, the tables, where the walk stands
declarations.py  methods, structures, exceptions, enumerations, constants
statements.py    statements; whether code behind them is reached
branches.py      if, choice, try
assignments.py   what may be assigned, and to what
expressions.py   the table of expressions
references.py    names
members.py       what stands behind a dot
calls.py         calls and constructors
targets.py       what can be called, in one form
arguments.py     arguments against parameters
lambdas.py       lambdas and method references
literals.py      literals
operators.py     operations, conditions, indices
program.py       declarations of the text by name, their types
library.py       declarations of the library as types
scopes.py        variables, captures
namespaces.py    name spaces, imports
required_files.py what files named by `#требуется` declare
circles.py       constants that need each other
defaults.py      types that have a default value
annotations.py   what stands behind `@`
advice.py        warnings of what is needless, advice on how to mend
habits.py        what other languages call otherwise
letter_habits.py what members of letters are called otherwise
deprecation.py   what is marked @Устарело
reports.py       errors found so far
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Refused
from interpreter.element import nodes
from interpreter.element.checked import CheckedModule, Known
from interpreter.element.checker.context import Context
from interpreter.element.checker.declarations import check_module
from interpreter.element.checker.expressions import check_expression
from interpreter.element.checker.statements import check_block
from interpreter.element.syntax_messages import TOO_DEEP
from interpreter.element.types import VOID

if TYPE_CHECKING:
    from interpreter.source import Source
    from runtime.catalog import Catalog


def check(
    tree: nodes.Module | nodes.Block | nodes.Expression, source: Source, catalog: Catalog, known: Known | None = None
) -> CheckedModule:
    """Check a module, or an input of the REPL. Raises Refused with the errors in the order of the text.

    The catalog is completed with the types of `runtime.element` (Объект, Исключение …) when it lacks them.
    """
    context = Context(tree, source, catalog, known or Known(), check_expression, check_block)
    try:
        _walk(context, tree)
    except RecursionError:
        # The parser's limit is on what is open at one place; a caller deep in its own stack leaves less room than that.
        raise Refused([Diagnostic(source, context.place, TOO_DEEP)]) from None
    if context.reports.errors:
        raise Refused(context.reports.in_order())
    context.checked.warnings += context.reports.warnings_in_order()
    return context.checked


def _walk(context: Context, tree: nodes.Module | nodes.Block | nodes.Expression) -> None:
    if isinstance(tree, nodes.Module):
        check_module(context, tree)
        return
    context.scopes.enter()
    if isinstance(tree, nodes.Block):
        check_block(context, tree)
    else:
        if context.any_type(tree) != VOID:
            context.type_of(tree)
    context.scopes.leave()
