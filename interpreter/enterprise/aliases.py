"""Calls in which one variable gets two names, and the variants of methods compiled for them.

By-reference parameters are copied in and out. That shows only when a variable has two names during a call: it is passed
twice, or it is a variable of the module which the method reaches by its own name, too. A `Pattern` says what the
parameters of such a call are; the method is compiled once more for it, there each of those names is the one variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from interpreter.enterprise.object_calls import is_of_scripts
from interpreter.enterprise.scopes import EVERYTHING, handed_back, variables_of
from interpreter.node import walk
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from interpreter.enterprise.scopes import MethodFacts, ModuleScope, Variables
    from interpreter.enterprise.usages import Usage

    Pattern = tuple[tuple[int, str], ...]
    """Indexes of parameters, and what each is: `:имя` of a module's variable, else the index of another."""
    Methods = dict[str, tuple[nodes.Method, Usage]]
    Variant = tuple[str, Pattern]

LIMIT = 1000
"""Variants of one text; calls beyond copy in and out."""


def pattern_of(call: nodes.Call, facts: MethodFacts, identity: Callable[[str], str | None]) -> Pattern:
    """What the parameters of a call are, where that matters; `identity` tells variables of the caller apart.

    Variables of the module have identities that begin with a colon.
    """
    places: dict[str, list[int]] = {}
    for index, (argument, parameter) in enumerate(zip(call.arguments, facts.parameters, strict=False)):
        if isinstance(argument, nodes.Name) and not parameter.by_value and (one := identity(fold(argument.name))):
            places.setdefault(one, []).append(index)
    found: list[tuple[int, str]] = []
    for one, indexes in places.items():
        is_returned = any(index in facts.returned for index in indexes)
        if one.startswith(":") and facts.reaches(one[1:], written=not is_returned):
            found += [(index, one) for index in indexes]
        elif is_returned:
            found += [(index, str(indexes[0])) for index in indexes[1:]]
    return tuple(sorted(found))


def given_name(index: int) -> str:
    """What a variant calls its parameters: their names may be those of the variables that they are."""
    return f"1c.given {index}"


def find_reached(methods: Methods, scope: ModuleScope, *, is_reachable: bool) -> None:
    """Fill in which variables of the module each method reads and writes, itself or through what it calls.

    `is_reachable`: methods of objects may call the text's exported ones.
    """
    for key, (method, usage) in methods.items():
        facts = scope.methods[key]
        if not scope.variables:
            continue
        own = {fold(parameter.name.name) for parameter in method.parameters} | usage.declared.keys()
        reachable = scope.variables.keys() - own
        names = {fold(node.name) for each in method.body for node in walk(each) if node.__class__ is nodes.Name}
        written = {*usage.assigned, *usage.found, *(name for call in usage.calls for name in handed_back(call, scope))}
        facts.reads, facts.writes = reachable & (names | written), reachable & written
        if usage.executes or usage.evaluates:
            facts.reads, facts.writes = {EVERYTHING}, {EVERYTHING}
    if scope.variables:
        _spread(methods, scope, _exported(scope) if is_reachable else [])


def _exported(scope: ModuleScope) -> list[str]:
    return [key.removesuffix("()") for key in scope.exported if key.endswith("()")]


def _spread(methods: Methods, scope: ModuleScope, exported: list[str]) -> None:
    """Methods reach what those reach that they call."""
    called = {}
    for key, (_, usage) in methods.items():
        names = {fold(call.callee.name) for call in usage.passed if isinstance(call.callee, nodes.Name)}
        if exported and any(isinstance(c.callee, nodes.Member) and is_of_scripts(c.callee) for c in usage.of_objects):
            names.update(exported)
        called[key] = [scope.methods[name] for name in names if name in scope.methods]
    changed = True
    while changed:
        changed = False
        for key, others in called.items():
            facts = scope.methods[key]
            before = len(facts.reads) + len(facts.writes)
            for other in others:
                facts.reads |= other.reads
                facts.writes |= other.writes
            changed |= len(facts.reads) + len(facts.writes) != before


def find_variants(methods: Methods, scope: ModuleScope, body: Usage, wanted: Iterable[Variant] = ()) -> list[Variant]:
    """The variants that calls need: those of the methods and of the body, and those that variants themselves need."""
    found = dict.fromkeys(wanted)
    every = [usage for _, usage in methods.values()]
    if not any(_may_alias(call, scope) for usage in (*every, body) for call in usage.passed):
        return list(found)
    own = scope.variables | scope.body

    def of_body(key: str) -> str | None:
        return ":" + key if key in scope.variables else key if key in own else None

    _collect(body, scope, of_body, found)
    for method, usage in methods.values():
        _collect(usage, scope, variables_of(method, usage, scope).identity, found)
    for variant in (pending := list(found)):
        if variant[0] in methods:
            method, usage = methods[variant[0]]
            known = len(found)
            _collect(usage, scope, variant_variables(method, usage, scope, variant[1]).identity, found)
            pending += list(found)[known:]
    return list(found)


def _may_alias(call: nodes.Call, scope: ModuleScope) -> bool:
    """A quick look, to spare most texts the work."""
    facts = scope.methods.get(fold(call.callee.name)) if isinstance(call.callee, nodes.Name) else None
    if facts is None or not (facts.returned or facts.writes):
        return False
    return any(isinstance(argument, nodes.Name) for argument in call.arguments)


def _collect(
    usage: Usage, scope: ModuleScope, identity: Callable[[str], str | None], found: dict[Variant, None]
) -> None:
    for call in usage.passed:
        if _may_alias(call, scope) and isinstance(call.callee, nodes.Name) and len(found) < LIMIT:
            key = fold(call.callee.name)
            if pattern := pattern_of(call, scope.methods[key], identity):
                found.setdefault((key, pattern))


def variant_variables(method: nodes.Method, usage: Usage, scope: ModuleScope, pattern: Pattern) -> Variables:
    """The variables of a method some of whose parameters are other variables."""
    variables = variables_of(method, usage, scope)
    if not pattern:
        return variables
    keys = [fold(parameter.name.name) for parameter in method.parameters]
    for index, one in pattern:
        gone = variables.names[keys[index]]
        if gone in variables.parameters:
            variables.parameters.remove(gone)
        if one.startswith(":"):
            variables.globals.append(scope.variables[one[1:]])
    variables.globals = list(dict.fromkeys(variables.globals))
    _rename(variables)
    for index, one in pattern:
        variables.aliases[keys[index]] = one if one.startswith(":") else keys[int(one)]
        is_global = one.startswith(":")
        variables.names[keys[index]] = scope.variables[one[1:]] if is_global else variables.names[keys[int(one)]]
    return variables


def _rename(variables: Variables) -> None:
    """A variable of the method's own may hide one of the module's that another of its names stands for."""
    for own in (variables.parameters, variables.locals):
        for place, name in enumerate(own):
            if name in variables.globals:
                own[place] = name + "·"
                variables.names |= {key: own[place] for key, python in variables.names.items() if python == name}
