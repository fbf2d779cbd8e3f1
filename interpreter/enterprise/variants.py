"""Variants of methods that only other texts call: compiled when these are, from the text that declared the method."""

from __future__ import annotations

from runtime.enterprise.scripts import BY_REFERENCE, ScriptObject, call_skipping, handing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from interpreter.enterprise import nodes
    from interpreter.enterprise.aliases import Pattern, Variant
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


def call_joined(owner: Any, name: str, same: Pattern, *arguments: Any) -> Any:
    """A call of an object's method in which a variable has several names."""
    if not isinstance(owner, ScriptObject) or name not in owner.__onec_shapes__:
        return call_skipping(owner, name, *arguments)
    module: Any = owner.__onec_module__
    key = ("joined", name, same)
    if key not in module.dynamic:
        module.dynamic[key] = _joined(module, owner, name, same)
    method = module.dynamic[key]
    if method is None:
        return call_skipping(owner, name, *arguments)
    return method(owner, *owner.__onec_shapes__[name].arguments(arguments))


def _joined(module: Module, owner: ScriptObject, name: str, same: Pattern) -> Callable[..., Any] | None:
    """The variant of a method that such a call needs; None when the method itself will do."""
    from interpreter.enterprise.front import scope_of

    scope, key = scope_of(module), name.removesuffix("()")
    facts = scope.methods[key]
    references = {place for place, parameter in enumerate(facts.parameters) if not parameter.by_value}
    pattern = tuple((place, one) for place, one in same if one.startswith(":") or {place, int(one)} <= references)
    if not any(one.startswith(":") or place in facts.returned or int(one) in facts.returned for place, one in pattern):
        return None
    python = facts.variant(pattern)
    if python not in module.namespace:
        make(module, [(key, pattern)])
    function = module.namespace[python]
    call = function if scope.of_object else lambda _, *arguments: function(*arguments)
    return handing(owner.__onec_shapes__[name], call, python, BY_REFERENCE + name)
