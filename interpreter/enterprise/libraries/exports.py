"""What a text lets others use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.enterprise import nodes
from interpreter.enterprise.object_calls import library_methods
from interpreter.enterprise.scopes import MethodFacts, ModuleScope, ParameterFacts, find_returned
from interpreter.enterprise.usages import usage_of
from runtime.enterprise.scripts import CONSTRUCTOR
from runtime.names import fold

if TYPE_CHECKING:
    from interpreter.source import Source

_CONNECTING = ("подключитьсценарий", "attachscript")


def connects(source: Source) -> bool:
    """Does the text name what gives types their names while it runs?"""
    text = fold(source.text)
    return any(each in text for each in _CONNECTING)


def exports_of(tree: nodes.Module, source: Source, kind: str) -> tuple[Any, ...]:
    """As marshalable values: the kind; exported methods (name, required, limit, is it a function); variables; methods
    that give parameters back and are called as ones of the library; may the text give types names?

    `kind` is empty when the text tells: one with ПриСозданииОбъекта is a class.
    """
    scope = ModuleScope()
    methods = {}
    for method in tree.methods:
        key = fold(method.name.name)
        parameters = tuple(
            ParameterFacts(p.name.name, p.by_value or method.is_async, p.default is not None) for p in method.parameters
        )
        scope.methods[key] = MethodFacts(method.name.name, parameters, method.is_function or method.is_async)
        methods[key] = (method, usage_of(method.body, scope))
    find_returned(methods, scope)
    exported = [scope.methods[key] for key, (method, _) in methods.items() if method.export]
    by_reference = sorted(key for each in exported if each.returned and (key := fold(each.name)) in library_methods())
    return (
        kind or ("class" if CONSTRUCTOR & methods.keys() else "module"),
        tuple((each.name, each.required, len(each.parameters), each.is_function) for each in exported),
        tuple(variable.name.name for variable in tree.variables if variable.export),
        tuple(by_reference),
        connects(source),
    )
