"""What the Enterprise room gives the common files: text → artifact."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from interpreter.enterprise import parser
from interpreter.enterprise.compiler.module import compile_module
from interpreter.enterprise.scopes import ModuleScope
from runtime.catalog import Catalog
from runtime.enterprise.declare import dialect

if TYPE_CHECKING:
    from interpreter.artifact import Artifact
    from interpreter.modules import Module
    from interpreter.source import Source

is_incomplete = parser.is_incomplete


@cache
def catalog() -> Catalog:
    """Everything that stdlib.enterprise declares."""
    import stdlib.enterprise

    return Catalog.of_package(dialect, stdlib.enterprise)


def scope_of(module: Module) -> ModuleScope:
    """What the texts run so far have declared."""
    scope = ModuleScope()
    for facts in module.facts:
        scope.learn(facts)
    return scope


def compile(source: Source, module: Module) -> Artifact:
    return compile_module(parser.parse_module(source), source, scope_of(module), catalog())
