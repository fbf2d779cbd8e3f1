"""What Выполнить and Вычислить are given, and what is typed into the REPL, becomes an Artifact."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.artifact import Artifact
from interpreter.enterprise import nodes
from interpreter.enterprise.compiler.assembling import assemble
from interpreter.enterprise.compiler.expressions import Expressions
from interpreter.enterprise.compiler.statements import Statements
from interpreter.enterprise.compiler.unit import Unit
from interpreter.enterprise.inference import Types
from interpreter.enterprise.scopes import BODY, ModuleScope, Variables, duplicates, handed_back, key_of, python_name
from interpreter.enterprise.usages import Usage, usage_of
from interpreter.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runtime.catalog import Catalog

RESULT = "1c.result"


def compile_expression(
    node: nodes.Expression, source: Source, scope: ModuleScope, catalog: Catalog, names: Sequence[str]
) -> Artifact:
    """An expression as a module that leaves `1c.result`: a function of the variables in `names`."""
    unit = Unit(source, scope, catalog)
    variables = _given(scope, names)
    own = variables.parameters
    statements = Statements(unit, variables, Types(unit.function_kind), returned=own)
    usage = usage_of([node], scope)
    value = statements.expressions.value(node)
    changed = _changed(usage, variables, scope)
    if changed:
        given = [value, *(unit.emit.name(node.span, own[place]) for place in changed)]
        places = [unit.emit.constant(node.span, place) for place in changed]
        both = unit.emit.tuple_(node.span, [unit.emit.tuple_(node.span, part) for part in (given, places)])
        value = unit.helper(node.span, "1c.Handed", both)
    made: list[ast.stmt] = [unit.emit.return_(node.span, value)]
    if changed or any(handed_back(call, scope) for call in usage.calls):
        made = statements.guarded(made, [node], node.span, RESULT)
    return _function_of(unit, node.span, own, [*_module_names(unit, usage, variables), *made])


def _changed(usage: Usage, variables: Variables, scope: ModuleScope) -> list[int]:
    """Which of the variables given to an expression it may change."""
    if BODY in variables.parameters:
        # The variables of a module's body are the module's.
        return []
    if usage.evaluates_unknown:
        return list(range(len(variables.parameters)))
    keys = {*usage.found, *(name for call in usage.calls for name in handed_back(call, scope))}
    names = {variables.names.get(key) for key in keys}
    return [place for place, name in enumerate(variables.parameters) if name in names]


def compile_value(node: nodes.Expression, source: Source, scope: ModuleScope, catalog: Catalog) -> Artifact:
    """An expression over the module's variables that leaves its value as `1c.result`."""
    unit = Unit(source, scope, catalog)
    variables = Variables(scope.variables | scope.body, of_module=True, shared=scope.variables)
    value = Expressions(unit, variables, Types(unit.function_kind)).value(node)
    unit.refuse_mistakes()
    return assemble(unit, [unit.emit.assign(node.span, unit.emit.target(node.span, RESULT), value)])


def compile_statements(
    tree: nodes.Module, source: Source, scope: ModuleScope, catalog: Catalog, names: Sequence[str]
) -> Artifact:
    """Statements as a module that leaves `1c.result`: a function from the variables in `names` to their new values.

    Names that the text assigns first live only inside it.
    """
    unit = Unit(source, scope, catalog)
    span = Span(0, 0)
    for method in tree.methods:
        unit.mistake(method.name.span, "Объявление процедур и функций здесь не допускается")
    usage = usage_of(tree.body, unit.scope)
    variables = _given(scope, names)
    names = list(variables.parameters)
    for again in duplicates(usage.declarations):
        unit.mistake(again.span, f"Переменная уже определена ({again.name})")
    given = {*(key_of(name) for name in variables.parameters), *variables.aliases}
    # Перем hides a variable of the module; of the calling method it is the same variable.
    own = [key for key in usage.declared if key not in given]
    own += [key for key in usage.assigned if key not in variables.names]
    variables.locals = list(dict.fromkeys(python_name(usage.spelling(key)) for key in own))
    variables.names |= {key_of(name): name for name in variables.locals}
    statements = Statements(unit, variables, Types(unit.function_kind), returned=names, of_text=True)
    body = _module_names(unit, usage, variables)
    if variables.locals:
        body.append(unit.emit.assign_all(span, variables.locals, unit.emit.constant(span, None)))
    made = [*statements.block(tree.body, span), statements.finish(span)]
    body += statements.guarded(made, tree.body, span, RESULT) if names else made
    return _function_of(unit, span, names, body)


def _module_names(unit: Unit, usage: Usage, variables: Variables) -> list[ast.stmt]:
    """`global` for the module's variables that a text assigns, itself or through a call."""
    stored = {*usage.assigned, *(name for call in usage.calls for name in handed_back(call, unit.scope))}
    own = {*variables.parameters, *variables.locals}
    names = {variables.names[key] for key in stored if key in variables.names} - own
    return [unit.emit.global_(Span(0, 0), sorted(names))] if names else []


def _given(scope: ModuleScope, names: Sequence[str]) -> Variables:
    """The variables of a text: those of the calling method, and which of its parameters are other variables."""
    own = [name for name in names if "=" not in name]
    # What a text run by the module's body is given of it no method sees.
    shared = {key: name for key, name in scope.variables.items() if key not in scope.body}
    made = Variables(scope.variables | {key_of(name): name for name in own}, own, shared=shared)
    for name in names:
        key, is_renamed, one = name.partition("=")
        if is_renamed:
            made.aliases[key] = one
            made.names[key] = scope.variables[one[1:]] if one.startswith(":") else made.names[one]
    return made


def _function_of(unit: Unit, span: Span, names: Sequence[str], body: Sequence[ast.stmt]) -> Artifact:
    unit.refuse_mistakes()
    return assemble(unit, [unit.emit.function(span, RESULT, unit.emit.parameters(span, names), body)])
