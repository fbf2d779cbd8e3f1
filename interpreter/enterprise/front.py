"""What the Enterprise room gives the common files: text → artifact."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from interpreter.collection import without_collection
from interpreter.diagnostics import Diagnostic, Refused
from interpreter.enterprise import nodes, parser
from interpreter.enterprise.compiler.module import compile_module
from interpreter.enterprise.compiler.texts import compile_value
from interpreter.enterprise.compiler.unit import returned_annotation
from interpreter.enterprise.libraries.checking import remarks
from interpreter.enterprise.libraries.compiling import check_member, note_uses, open_used, see
from interpreter.enterprise.libraries.exports import connects
from interpreter.enterprise.scopes import ModuleScope
from interpreter.enterprise.usages import EVALUATE
from interpreter.enterprise.variants import ensure
from interpreter.modules import OF_LIBRARY
from interpreter.source import Span
from runtime.names import fold
from stdlib.enterprise.library import catalog

if TYPE_CHECKING:
    from interpreter.artifact import Artifact
    from interpreter.enterprise.libraries.script import Script
    from interpreter.modules import Module
    from interpreter.source import Source

is_incomplete = parser.is_incomplete
parse = without_collection(parser.parse_module)


def scope_of(module: Module) -> ModuleScope:
    """What the texts run so far have declared."""
    scope = ModuleScope()
    for facts in module.facts:
        scope.learn(facts)
    return scope


@without_collection
def compile(source: Source, module: Module) -> Artifact:
    tree = parser.parse_module(source)
    scope = scope_of(module)
    if module.is_checked and not module.facts and check_member(source, module.libraries):
        tree = replace(tree, directives=(), methods=(), variables=(), body=())
    visible = _used(tree, source, module, scope)
    try:
        artifact = compile_module(tree, source, scope, catalog(), closed=module.is_closed)
    except RecursionError:
        # An embedder may have left Python's own limit, which is lower than that of `1cs`.
        raise Refused([Diagnostic(source, Span(0, 1), "Слишком большая вложенность")]) from None
    ensure(module, scope)
    module.texts.append(source)
    note_uses(artifact, tree, visible)
    module.warnings = tuple(remarks(tree, source, visible)) if visible else ()
    return artifact


def _used(tree: nodes.Module, source: Source, module: Module, scope: ModuleScope) -> list[Script]:
    """What the text uses of other scripts, which its scope is told."""
    scope.open_types |= connects(source)
    if not tree.directives:
        return []
    visible = open_used(tree, source, os.path.dirname(source.name), module.libraries)
    see(scope, visible)
    return visible


def compile_declarations(source: Source, module: Module) -> Artifact:
    """A text without its body: running it declares its variables and methods, and does nothing."""
    tree, scope = replace(parser.parse_module(source), body=()), scope_of(module)
    visible = _used(tree, source, module, scope)
    artifact = compile_module(tree, source, scope, catalog())
    ensure(module, scope)
    module.texts.append(source)
    note_uses(artifact, tree, visible)
    return artifact


def compile_input(source: Source, module: Module) -> Artifact:
    """A text typed into the REPL: an expression leaves its value as `1c.result`, anything else runs as a module does.

    `А = 5` assigns; a call by itself is an expression when it gives a value.
    """
    scope = scope_of(module)
    try:
        tree = parser.parse_module(source)
    except Refused as refused:
        try:
            expression = parser.parse_expression(source)
        except Refused:
            raise refused from None
        return _value(expression, source, module, scope)
    scope.open_types |= connects(source)
    if not (tree.directives or tree.methods or tree.variables) and len(tree.body) == 1:
        statement = tree.body[0]
        if isinstance(statement, nodes.CallStatement) and _gives_value(statement.call, scope):
            return _value(statement.call, source, module, scope)
    visible = _used(tree, source, module, scope)
    artifact = compile_module(tree, source, scope, catalog())
    ensure(module, scope)
    module.texts.append(source)
    note_uses(artifact, tree, visible)
    return artifact


def _value(node: nodes.Expression, source: Source, module: Module, scope: ModuleScope) -> Artifact:
    artifact = compile_value(node, source, scope, catalog())
    ensure(module, scope)
    return artifact


def _gives_value(call: nodes.Call, scope: ModuleScope) -> bool:
    if isinstance(call.callee, nodes.Member):
        return True
    if facts := scope.methods.get(fold(call.callee.name)):
        return facts.is_function
    entry = catalog().find_function(call.callee.name)
    return fold(call.callee.name) in EVALUATE or (entry is not None and returned_annotation(entry) != "None")


def declaration(module: Module, name: str) -> str:
    """The first line of a method that a text run so far has declared; empty when there is none of that name."""
    facts = scope_of(module).methods.get(fold(name))
    if facts is None:
        return ""
    word = "Функция" if facts.is_function else "Процедура"
    return f"{word} {facts.name}({', '.join(one.name for one in facts.parameters)})"


def names(module: Module) -> tuple[str, ...]:
    """Variables and methods that the texts run so far have declared, modules that they use, as they are spelled."""
    scope = scope_of(module)
    used = (name.removeprefix(OF_LIBRARY) for name in scope.modules.values())
    return (*scope.variables.values(), *scope.body.values(), *(facts.name for facts in scope.methods.values()), *used)
