"""A text with its methods and body becomes an Artifact."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.artifact import Artifact
from interpreter.diagnostics import Diagnostic, Refused
from interpreter.enterprise import nodes
from interpreter.enterprise.compiler.expressions import Expressions
from interpreter.enterprise.compiler.members import with_object
from interpreter.enterprise.compiler.statements import Statements
from interpreter.enterprise.compiler.unit import Unit
from interpreter.enterprise.inference import Body, ModuleTypes, Types
from interpreter.enterprise.object_calls import mentions_this
from interpreter.enterprise.scopes import (
    MethodFacts,
    ModuleScope,
    ParameterFacts,
    Variables,
    duplicates,
    find_returned,
    handed_back,
    key_of,
    python_name,
    usage_of,
    variables_of,
)
from interpreter.source import Source, Span
from runtime.enterprise.scripts import BODY, CONSTRUCTOR, PRESENTATION
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.enterprise.scopes import Usage
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
    # Through ЭтотОбъект anybody reaches what is exported.
    earlier = _reachable(grown, scope) if mentions_this(source) else scope
    types = _types(unit, tree, methods, usage, body_variables, earlier, closed)
    definitions = [_method(unit, method, usage, types[key]) for key, (method, usage) in methods.items()]
    body = _body(unit, tree.body, Variables(grown.variables | grown.body, of_module=True), types[""])
    declared = (grown.variables[fold(variable.name.name)] for variable in tree.variables)
    new_variables = [*declared, *body_variables.values()]
    unit.refuse_mistakes()
    start = Span(0, 0)
    if new_variables:
        none = unit.emit.constant(start, None)
        body.insert(0, unit.emit.assign_all(start, list(dict.fromkeys(new_variables)), none))
    artifact = _assemble(unit, [*definitions, *_adapters(unit, scope), *body])
    scope.take(grown)
    return artifact


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
    types = _types(unit, tree, methods, usage, own, _reachable(scope, ModuleScope()), closed=True)
    definitions = [_method(unit, method, usage, types[key]) for key, (method, usage) in methods.items()]
    body = _body_of_object(unit, tree.body, list(own.values()), types[""])
    unit.refuse_mistakes()
    return _assemble(unit, [*definitions, body])


def _reachable(scope: ModuleScope, earlier: ModuleScope) -> ModuleScope:
    """What others than the text itself may assign and call, besides what earlier texts can."""
    called = CONSTRUCTOR | PRESENTATION | {key.removesuffix("()") for key in scope.exported if key.endswith("()")}
    variables = {key: name for key, name in scope.variables.items() if key in scope.exported}
    methods = {key: facts for key, facts in scope.methods.items() if key in called}
    return ModuleScope(earlier.variables | variables, earlier.methods | methods)


def compile_expression(
    node: nodes.Expression, source: Source, scope: ModuleScope, catalog: Catalog, names: Sequence[str]
) -> Artifact:
    """An expression as a module that leaves `1c.result`: a function of the variables in `names`."""
    unit = Unit(source, scope, catalog)
    variables = _given(scope, names)
    expressions = Expressions(unit, variables, Types(unit.function_kind))
    result = unit.emit.return_(node.span, expressions.value(node))
    body = [*_module_names(unit, usage_of([node], scope), variables), result]
    return _function_of(unit, node.span, names, body)


def compile_value(node: nodes.Expression, source: Source, scope: ModuleScope, catalog: Catalog) -> Artifact:
    """An expression over the module's variables that leaves its value as `1c.result`."""
    unit = Unit(source, scope, catalog)
    variables = Variables(scope.variables | scope.body, of_module=True)
    value = Expressions(unit, variables, Types(unit.function_kind)).value(node)
    unit.refuse_mistakes()
    return _assemble(unit, [unit.emit.assign(node.span, unit.emit.target(node.span, RESULT), value)])


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
    for again in duplicates(usage.declarations):
        unit.mistake(again.span, f"Переменная уже определена ({again.name})")
    given = {key_of(name) for name in names}
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
    stored = {*usage.assigned, *(name for call in usage.passed for name in handed_back(call, unit.scope))}
    own = {*variables.parameters, *variables.locals}
    names = {unit.scope.variables[key] for key in stored if key in unit.scope.variables} - own
    return [unit.emit.global_(Span(0, 0), sorted(names))] if names else []


def _given(scope: ModuleScope, names: Sequence[str]) -> Variables:
    return Variables(scope.variables | {key_of(name): name for name in names}, list(names))


def _function_of(unit: Unit, span: Span, names: Sequence[str], body: Sequence[ast.stmt]) -> Artifact:
    unit.refuse_mistakes()
    return _assemble(unit, [unit.emit.function(span, RESULT, unit.emit.parameters(span, names), body)])


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
        unit.scope.methods[key] = MethodFacts(name, parameters, method.is_function, edition=edition)
        methods[key] = (method, usage_of(method.body, unit.scope))
        if method.export:
            unit.scope.exported[key + "()"] = None
        for again in duplicates([parameter.name for parameter in method.parameters]):
            unit.mistake(again.span, f"Параметр уже определен ({again.name})")
    _declare_module_variables(unit, tree)
    find_returned(methods, unit.scope)
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
        bodies[key] = Body(method.body, method_usage, own, method.parameters)
    ModuleTypes(bodies, unit.scope, earlier, unit.function_kind, closed=closed)
    return {key: body.types for key, body in bodies.items()}


def _method(unit: Unit, method: nodes.Method, usage: Usage, types: Types) -> ast.stmt:
    facts = unit.scope.methods[fold(method.name.name)]
    variables = variables_of(method, usage, unit.scope)
    given = {fold(parameter.name.name): parameter.name for parameter in method.parameters}
    for again in duplicates([*given.values(), *usage.declarations]):
        unit.mistake(again.span, f"Переменная уже определена ({again.name})")
    returned = [facts.parameters[index].python for index in facts.returned]
    statements = Statements(unit, variables, types, method=method, returned=returned)
    body: list[ast.stmt] = []
    if variables.globals:
        body.append(unit.emit.global_(method.name.span, variables.globals))
    if variables.locals:
        none = unit.emit.constant(method.name.span, None)
        body.append(unit.emit.assign_all(method.name.span, variables.locals, none))
    made = [*statements.block(method.body, method.end), statements.finish(method.end)]
    body += statements.guarded(made, method.body, method.name.span, facts.python) if returned else made
    parameters = _parameters(unit, method, statements.expressions)
    return unit.emit.function(method.span, facts.python, parameters, body)


def _parameters(unit: Unit, method: nodes.Method, expressions: Expressions) -> ast.arguments:
    """Defaults may stand anywhere; a required parameter behind one is Неопределено when a call skips it."""
    names = [python_name(parameter.name.name) for parameter in method.parameters]
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
    variables = Variables(unit.scope.variables | unit.scope.body, locals=own, globals=declared)
    start: list[ast.stmt] = [unit.emit.global_(span, declared)] if declared else []
    if own or declared:
        start.append(unit.emit.assign_all(span, [*own, *declared], unit.emit.constant(span, None)))
    made = _body(unit, body, variables, types) or [unit.emit.pass_(span)]
    return unit.emit.function(span, BODY, unit.emit.parameters(span, []), [*start, *made])


def _assemble(unit: Unit, body: Sequence[ast.stmt]) -> Artifact:
    span = Span(0, 0)
    if unit.scope.of_object:
        body = with_object(unit, body)
    constants = [
        unit.emit.assign(span, unit.emit.target(span, name), unit.helper(span, helper, unit.emit.constant(span, text)))
        for name, (helper, text) in unit.constants.items()
    ]
    tree = unit.emit.module([*constants, *body])
    try:
        code = compile(tree, unit.source.name, "exec", dont_inherit=True, optimize=0)
    except (RecursionError, SyntaxError) as error:
        # CPython bounds the depth of trees, and to 20 the blocks that one function may nest.
        line = getattr(error, "lineno", None) or _deepest_line(tree)
        raise Refused([_too_deep(unit.source, line)]) from None
    return Artifact(code, dict(unit.links), dict(unit.spellings), LANGUAGE, unit.scope.facts)


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
