"""Variants of methods that only a later text calls: compiled when that text is, from the text that declared them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from interpreter.enterprise import nodes
    from interpreter.enterprise.aliases import Variant
    from interpreter.enterprise.scopes import MethodFacts, ModuleScope
    from interpreter.modules import Module
    from interpreter.source import Source


def ensure(module: Module, scope: ModuleScope) -> None:
    """Define the variants that a text wants of the methods declared before it."""
    wanted = [each for each in scope.wanted if scope.methods[each[0]].variant(each[1]) not in module.namespace]
    scope.wanted.clear()
    if wanted and not module.is_checked:
        make(module, wanted)


def make(module: Module, wanted: list[Variant]) -> None:
    """Compile variants and define them in the module's namespace."""
    from interpreter.enterprise.compiler.module import compile_variants
    from interpreter.enterprise.front import scope_of
    from interpreter.linker import link
    from stdlib.enterprise.library import catalog

    while wanted:
        scope = scope_of(module)
        key = wanted[0][0]
        now = [each for each in wanted if each[0] == key]
        found = _declaring(module, key)
        if found is None:
            # The text is not at hand: parameters are copied in and out.
            for _, pattern in now:
                facts = scope.methods[key]
                module.namespace[facts.variant(pattern)] = _copying(module, facts)
        else:
            artifact = compile_variants(*found, scope, catalog(), now)
            link(artifact.links, module.namespace)
            exec(artifact.code, module.namespace)
        wanted = [
            each for each in (*wanted, *scope.wanted) if scope.methods[each[0]].variant(each[1]) not in module.namespace
        ]


def _declaring(module: Module, key: str) -> tuple[nodes.Module, Source] | None:
    """The last text that declared the method."""
    from interpreter.enterprise import parser
    from interpreter.source import Source, decode
    from runtime.names import fold

    for place in reversed(range(len(module.texts))):
        text = module.texts[place]
        if isinstance(text, tuple):
            text = module.texts[place] = Source(text[0], decode(text[1]))
        tree = parser.parse_module(text)
        if any(fold(each.name.name) == key for each in tree.methods):
            return tree, text
    return None


def _copying(module: Module, facts: MethodFacts) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        given = {facts.parameters[int(name.rpartition(" ")[2])].python: value for name, value in named.items()}
        return module.namespace[facts.python](*arguments, **given)

    return call
