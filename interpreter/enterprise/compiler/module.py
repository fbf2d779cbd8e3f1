"""A text with its methods and body becomes an Artifact."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.artifact import Artifact
from interpreter.enterprise import nodes
from interpreter.enterprise.aliases import find_reached, find_variants, given_name, variant_variables
from interpreter.enterprise.compiler.assembling import assemble
from interpreter.enterprise.compiler.expressions import Expressions
from interpreter.enterprise.compiler.statements import Statements
from interpreter.enterprise.compiler.unit import Unit
from interpreter.enterprise.inference import Body, ModuleTypes, Types
from interpreter.enterprise.object_calls import mentions_this, names_methods
from interpreter.enterprise.scopes import (
    MethodFacts,
    ModuleScope,
    ParameterFacts,
    Variables,
    duplicates,
    find_returned,
    key_of,
    python_name,
    variables_of,
)
from interpreter.enterprise.usages import Usage, usage_of
from interpreter.source import Source, Span
from runtime.enterprise.scripts import BODY, CONSTRUCTOR, PRESENTATION
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.enterprise.aliases import Methods, Pattern, Variant
    from runtime.catalog import Catalog

LANGUAGE = "enterprise"
RESULT = "1c.result"


def compile_module(
    tree: nodes.Module, source: Source, scope: ModuleScope, catalog: Catalog, *, closed: bool = False
) -> Artifact:
    """Compile a text into a scope that it extends; Refused when it has mistakes (the scope is then as it was).

    `closed`: no later text of the scope calls its methods or assigns its variables.
    """
    grown = scope.copy()
    unit = Unit(source, grown, catalog)
    methods = _declare(unit, tree, scope)
    usage = usage_of(tree.body, unit.scope)
    body_variables = _declare_body(unit, usage)
    variants = _find_variants(unit, methods, usage)
    # Through ЭтотОбъект anybody reaches what is exported.
    earlier = _reachable(grown, scope) if mentions_this(source) else scope
    if names_methods(source):
        earlier = ModuleScope(earlier.variables, grown.methods)
    types = _types(unit, tree, methods, usage, body_variables, earlier, closed)
    definitions = _definitions(unit, methods, types, variants)
    body = _body(
        unit, tree.body, Variables(grown.variables | grown.body, of_module=True, shared=grown.variables), types[""]
    )
    declared = (grown.variables[fold(variable.name.name)] for variable in tree.variables)
    new_variables = [*declared, *body_variables.values()]
    unit.refuse_mistakes()
    start = Span(0, 0)
    if new_variables:
        none = unit.emit.constant(start, None)
        body.insert(0, unit.emit.assign_all(start, list(dict.fromkeys(new_variables)), none))
    if closed and tree.methods and not tree.body:
        body.append(_nothing_called(unit, tree))
    artifact = assemble(unit, [*definitions, *_adapters(unit, scope), *body])
    scope.take(grown)
    return artifact


def _nothing_called(unit: Unit, tree: nodes.Module) -> ast.stmt:
    """Modules of forms, and what is copied from them, have no body: nobody would know why nothing happens."""
    callable_ = (each for each in tree.methods if all(p.default is not None for p in each.parameters))
    span, wanted = Span(0, 0), next(callable_, tree.methods[0])
    call = f"{wanted.name.name}({', '.join(p.name.name for p in wanted.parameters if p.default is None)})"
    return unit.emit.expression(span, unit.helper(span, "1c.nothing_called", unit.emit.constant(span, call)))


def compile_object(tree: nodes.Module, source: Source, scope: ModuleScope, catalog: Catalog) -> Artifact:
    """Compile a text whose methods are those of an object; its body is one more, and is run for each object."""
    scope.of_object = True
    unit = Unit(source, scope, catalog)
    methods = _declare(unit, tree, ModuleScope())
    for key in CONSTRUCTOR & methods.keys():
        if scope.methods[key].is_function:
            unit.mistake(methods[key][0].name.span, "Метод ПриСозданииОбъекта должен быть процедурой")
    usage = usage_of(tree.body, scope)
    own = _declare_body(unit, usage)
    variants = _find_variants(unit, methods, usage)
    reachable = _reachable(scope, ModuleScope())
    if names_methods(source):
        reachable.methods = scope.methods
    types = _types(unit, tree, methods, usage, own, reachable, closed=True)
    definitions = _definitions(unit, methods, types, variants)
    body = _body_of_object(unit, tree.body, list(own.values()), types[""])
    unit.refuse_mistakes()
    return assemble(unit, [*definitions, body])


def compile_variants(
    tree: nodes.Module, source: Source, scope: ModuleScope, catalog: Catalog, wanted: Sequence[Variant]
) -> Artifact:
    """Variants of methods that a text of the scope declares, as a module that defines them."""
    unit = Unit(source, scope, catalog)
    keys = {key for key, _ in wanted}
    methods = {
        key: (each, usage_of(each.body, scope)) for each in tree.methods if (key := fold(each.name.name)) in keys
    }
    variants = _find_variants(unit, methods, Usage(), wanted)
    anything = Types(unit.function_kind)
    return assemble(unit, [_method(unit, *methods[key], anything, pattern) for key, pattern in variants])


def _find_variants(unit: Unit, methods: Methods, body: Usage, wanted: Sequence[Variant] = ()) -> list[Variant]:
    """The variants of the text's methods that are to be compiled; others' are noted as wanted."""
    found = find_variants(methods, unit.scope, body, wanted)
    unit.methods = set(methods)
    unit.variants = {variant for variant in found if variant[0] in methods}
    return [variant for variant in found if variant in unit.variants]


def _definitions(unit: Unit, methods: Methods, types: dict[str, Types], variants: Sequence[Variant]) -> list[ast.stmt]:
    """The methods, and the variants of them."""
    made = [_method(unit, method, usage, types[key]) for key, (method, usage) in methods.items()]
    if not unit.mistakes:
        # They would only be told again.
        made += [_method(unit, *methods[key], types[key], pattern) for key, pattern in variants]
    return made


def _reachable(scope: ModuleScope, earlier: ModuleScope) -> ModuleScope:
    """What others than the text itself may assign and call, besides what earlier texts can."""
    called = CONSTRUCTOR | PRESENTATION | {key.removesuffix("()") for key in scope.exported if key.endswith("()")}
    variables = {key: name for key, name in scope.variables.items() if key in scope.exported}
    methods = {key: facts for key, facts in scope.methods.items() if key in called}
    return ModuleScope(earlier.variables | variables, earlier.methods | methods)


def _declare(unit: Unit, tree: nodes.Module, earlier: ModuleScope) -> dict[str, tuple[nodes.Method, Usage]]:
    """Make the text's methods known, and what each hands back."""
    for again in duplicates([method.name for method in tree.methods]):
        unit.mistake(again.span, f"Процедура или функция с указанным именем уже определена ({again.name})")
    methods = {}
    for method in tree.methods:
        key = fold(method.name.name)
        before = unit.scope.methods.get(key)
        parameters = tuple(
            ParameterFacts(p.name.name, p.by_value or method.is_async, p.default is not None) for p in method.parameters
        )
        # A method declared anew keeps its Python name, so that earlier texts of the session call the new one.
        name, edition = (before.name, before.edition) if before else (method.name.name, 0)
        # What is asynchronous always gives a promise.
        gives_value = method.is_function or method.is_async
        unit.scope.methods[key] = MethodFacts(name, parameters, gives_value, edition=edition)
        methods[key] = (method, usage_of(method.body, unit.scope))
        if method.export:
            unit.scope.exported[key + "()"] = None
        for again in duplicates([parameter.name for parameter in method.parameters]):
            unit.mistake(again.span, f"Параметр уже определен ({again.name})")
    _declare_module_variables(unit, tree)
    find_returned(methods, unit.scope)
    find_reached(methods, unit.scope, is_reachable=unit.scope.of_object or mentions_this(unit.source))
    for key in methods:
        before, now = earlier.methods.get(key), unit.scope.methods[key]
        now.edition += before is not None and before.returned != now.returned
    return methods


def _adapters(unit: Unit, earlier: ModuleScope) -> list[ast.stmt]:
    """For callers compiled before a method was declared anew with other parameters to give back: its old name."""
    made = []
    for key, before in earlier.methods.items():
        now, span = unit.scope.methods[key], Span(0, 0)
        if now.edition != before.edition:
            places = (
                unit.emit.tuple_(span, [unit.emit.constant(span, index) for index in facts.returned])
                for facts in (before, now)
            )
            module, method = unit.emit.name(span, "1c.module"), unit.emit.constant(span, now.python)
            adapter = unit.helper(span, "1c.as_before", module, method, *places)
            made.append(unit.emit.assign(span, unit.emit.target(span, before.python), adapter))
    return made


def _declare_module_variables(unit: Unit, tree: nodes.Module) -> None:
    for again in duplicates([variable.name for variable in tree.variables]):
        unit.mistake(again.span, f"Переменная уже определена ({again.name})")
    for variable in tree.variables:
        unit.scope.variables.setdefault(fold(variable.name.name), python_name(variable.name.name))
        if variable.export:
            unit.scope.exported[fold(variable.name.name)] = None


def _declare_body(unit: Unit, usage: Usage) -> dict[str, str]:
    """The variables that this text's body brings, folded name → Python name."""
    fresh: dict[str, str] = {}
    for key in (*usage.declared, *usage.assigned):
        if key not in unit.scope.variables and key not in unit.scope.body:
            fresh[key] = unit.scope.body[key] = python_name(usage.spelling(key))
    return fresh


def _types(
    unit: Unit,
    tree: nodes.Module,
    methods: dict[str, tuple[nodes.Method, Usage]],
    usage: Usage,
    body_variables: dict[str, str],
    earlier: ModuleScope,
    closed: bool,
) -> dict[str, Types]:
    """Kinds of the variables of every method, and of the body under ""."""
    bodies = {"": Body(tree.body, usage, set(body_variables))}
    for key, (method, method_usage) in methods.items():
        variables = variables_of(method, method_usage, unit.scope)
        own = {key_of(name) for name in (*variables.parameters, *variables.locals)}
        bodies[key] = Body(method.body, method_usage, own, method.parameters, is_async=method.is_async)
    for key, pattern in unit.variants:
        parameters = methods[key][0].parameters
        places = {place for index, one in pattern for place in (index, *([int(one)] if one.isdigit() else []))}
        bodies[key].renamed |= {fold(parameters[place].name.name) for place in places}
    ModuleTypes(bodies, unit.scope, earlier, unit.function_kind, closed=closed)
    return {key: body.types for key, body in bodies.items()}


def _method(unit: Unit, method: nodes.Method, usage: Usage, types: Types, pattern: Pattern = ()) -> ast.stmt:
    facts = unit.scope.methods[fold(method.name.name)]
    python = facts.variant(pattern)
    variables = variant_variables(method, usage, unit.scope, pattern)
    given = {fold(parameter.name.name): parameter.name for parameter in method.parameters}
    for again in duplicates([*given.values(), *usage.declarations]):
        unit.mistake(again.span, f"Переменная уже определена ({again.name})")
    returned = [variables.names[fold(facts.parameters[index].name)] for index in facts.returned]
    statements = Statements(unit, variables, types, method=method, returned=returned)
    body: list[ast.stmt] = []
    if variables.globals:
        body.append(unit.emit.global_(method.name.span, variables.globals))
    if pattern:
        body += _own_parameters(unit, method, variables)
    if variables.locals:
        none = unit.emit.constant(method.name.span, None)
        body.append(unit.emit.assign_all(method.name.span, variables.locals, none))
    made = [*statements.block(method.body, method.end), statements.finish(method.end)]
    body += statements.guarded(made, method.body, method.name.span, python)
    parameters = _parameters(unit, method, statements.expressions, is_variant=bool(pattern))
    decorators = [unit.linked(method.name.span, "1c.asynchronous")] if method.is_async else []
    return unit.emit.function(method.span, python, parameters, body, decorators, is_async=method.is_async)


def _own_parameters(unit: Unit, method: nodes.Method, variables: Variables) -> list[ast.stmt]:
    """A variant's parameters that are variables of its own."""
    return [
        unit.emit.assign(
            parameter.span,
            unit.emit.target(parameter.span, variables.names[key]),
            unit.emit.name(parameter.span, given_name(index)),
        )
        for index, parameter in enumerate(method.parameters)
        if (key := fold(parameter.name.name)) not in variables.aliases
    ]


def _parameters(unit: Unit, method: nodes.Method, expressions: Expressions, *, is_variant: bool) -> ast.arguments:
    """Defaults may stand anywhere; a required parameter behind one is Неопределено when a call skips it."""
    names = [
        given_name(index) if is_variant else python_name(parameter.name.name)
        for index, parameter in enumerate(method.parameters)
    ]
    first = next((i for i, p in enumerate(method.parameters) if p.default is not None), len(names))
    defaults = [
        expressions.value(p.default) if p.default is not None else unit.emit.constant(p.span, None)
        for p in method.parameters[first:]
    ]
    return unit.emit.parameters(method.name.span, names, defaults)


def _body(unit: Unit, body: Sequence[nodes.Statement], variables: Variables, types: Types) -> list[ast.stmt]:
    """The module's body: its variables are the module's, later texts of the session see them, its methods do not."""
    if not body:
        return []
    statements = Statements(unit, variables, types)
    made = statements.block(body, Span(0, 0))
    if "1c.Leave" in unit.links:
        span = body[-1].span
        made = [unit.emit.try_except(span, made, unit.linked(span, "1c.Leave"), None, [unit.emit.pass_(span)])]
    return made


def _body_of_object(unit: Unit, body: Sequence[nodes.Statement], own: list[str], types: Types) -> ast.stmt:
    """The body as a function, which no method sees the variables of."""
    span = Span(0, 0)
    declared = list(unit.scope.variables.values())
    variables = Variables(
        unit.scope.variables | unit.scope.body, locals=own, globals=declared, shared=unit.scope.variables
    )
    start: list[ast.stmt] = [unit.emit.global_(span, declared)] if declared else []
    if own or declared:
        start.append(unit.emit.assign_all(span, [*own, *declared], unit.emit.constant(span, None)))
    made = _body(unit, body, variables, types) or [unit.emit.pass_(span)]
    return unit.emit.function(span, BODY, unit.emit.parameters(span, []), [*start, *made])
