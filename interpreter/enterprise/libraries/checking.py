"""What a script asks of the modules that it uses, and they do not have: remarks, since it may never be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic
from interpreter.enterprise import nodes
from interpreter.enterprise.compiler.calls import TOO_FEW, TOO_MANY
from interpreter.enterprise.scopes import ModuleScope
from interpreter.enterprise.usages import usage_of
from interpreter.node import walk
from runtime.names import fold
from runtime.spelling import hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.enterprise.libraries.script import Script
    from interpreter.source import Source


def remarks(tree: nodes.Module, source: Source, visible: list[Script]) -> Iterator[Diagnostic]:
    """Members of library modules that are not there, and calls with a wrong number of arguments."""
    modules = {fold(each.name): each for each in visible if each.kind == "module"}
    for name in _own_names(tree):
        modules.pop(name, None)
    if not modules:
        return
    called = set()
    for node in walk(tree):
        if isinstance(node, nodes.Call) and isinstance(node.callee, nodes.Member):
            called.add(id(node.callee))
            if script := _module_of(node.callee, modules):
                yield from _of_call(node, node.callee, source, script)
        elif isinstance(node, nodes.Member) and id(node) not in called and (script := _module_of(node, modules)):
            yield from _of_property(node, source, script)


def _own_names(tree: nodes.Module) -> set[str]:
    """Names that the text uses for something of its own, anywhere."""
    usages = [usage_of(body, ModuleScope()) for body in (tree.body, *(method.body for method in tree.methods))]
    names = {name for usage in usages for name in (*usage.assigned, *usage.declared)}
    names |= {fold(each.name.name) for each in tree.variables}
    return names | {fold(each.name.name) for method in tree.methods for each in method.parameters}


def _module_of(node: nodes.Member, modules: dict[str, Script]) -> Script | None:
    return modules.get(fold(node.owner.name)) if isinstance(node.owner, nodes.Name) else None


def _of_call(node: nodes.Call, callee: nodes.Member, source: Source, script: Script) -> Iterator[Diagnostic]:
    methods = {fold(each[0]): each for each in script.exports[1]}
    name, span = callee.name.name, callee.name.span
    found = methods.get(fold(name))
    if found is None:
        near = hint(name, [each[0] for each in methods.values()])
        yield Diagnostic(source, span, f"Метод объекта не обнаружен ({name})", near, "warning")
        return
    _, required, limit, _ = found
    if not required <= len(node.arguments) <= limit:
        text = TOO_MANY if len(node.arguments) > limit else TOO_FEW
        yield Diagnostic(source, node.span, text, severity="warning")


def _of_property(node: nodes.Member, source: Source, script: Script) -> Iterator[Diagnostic]:
    name = node.name.name
    if fold(name) not in {fold(each) for each in script.exports[2]}:
        near = hint(name, script.exports[2])
        yield Diagnostic(source, node.name.span, f"Поле объекта не обнаружено ({name})", near, "warning")
