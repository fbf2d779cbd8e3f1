"""Which names a module declares and what each method does with its variables.

`ModuleScope` outlives one text: a context file, the script after it and the lines typed into the REPL share it. It can
be written down as plain tuples (`facts`), so that a cached module still tells later texts what it declared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from interpreter.enterprise import nodes
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from interpreter.enterprise.usages import Usage
    from interpreter.source import Span

BODY = "1c.body"
"""Passed as a variable to texts compiled while the module runs: they see the variables of the module's body."""
EVERYTHING = "*"
"""Among the variables that a method reaches: all of the module's."""
_PYTHON_CONSTANTS = frozenset({"None", "True", "False"})


def python_name(name: str) -> str:
    """What a variable is called in Python: the author's spelling, but for the names that CPython keeps for itself."""
    is_kept = name in _PYTHON_CONSTANTS or (name.startswith("__") and name.endswith("__"))
    return name + "·" if is_kept else name


def key_of(python: str) -> str:
    """The folded name of a variable by its Python name."""
    return fold(python.rstrip("·"))


@dataclass(frozen=True, slots=True)
class ParameterFacts:
    name: str
    by_value: bool
    optional: bool

    @property
    def python(self) -> str:
        return python_name(self.name)


@dataclass(slots=True)
class MethodFacts:
    """What callers must know.

    `returned`: indexes of the by-reference parameters given back after the result. `edition` grows when a method is
    declared anew and gives back others than before: callers compiled earlier have the old one's Python name. `reads`
    and `writes`: folded names of the module's variables that it reaches, see interpreter.enterprise.aliases.
    """

    name: str
    parameters: tuple[ParameterFacts, ...]
    is_function: bool
    returned: tuple[int, ...] = ()
    edition: int = 0
    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)

    @property
    def python(self) -> str:
        return self.name + "()" + "′" * self.edition

    def variant(self, pattern: Iterable[tuple[int, str]]) -> str:
        """The Python name of the variant whose parameters are other variables."""
        return self.python + "".join(f" {index}={one}" for index, one in pattern)

    def reaches(self, key: str, *, written: bool) -> bool:
        """Does the method read the module's variable, or write it?"""
        reached = self.writes if written else self.reads
        return key in reached or EVERYTHING in reached

    @property
    def required(self) -> int:
        """How many arguments the shortest call has: parameters after the last one without default may be left out."""
        return max((i + 1 for i, p in enumerate(self.parameters) if not p.optional), default=0)


@dataclass(slots=True)
class ModuleScope:
    """What the module's texts share: variables of Перем, methods, and variables of its body, all by folded name.

    Variables map to Python names. Those of the body are seen by later bodies, not by methods. `modules` and `classes`
    are those of libraries, and what else a script is given from outside, mapped to the globals that hold them (of a
    class: its constructor). `by_reference`: methods of theirs that give parameters back although the library of the
    language has methods of that name. `open_types`: types may get names while the script runs. `of_object`: the text's
    variables are those of an object, see compiler.members. `exported`: folded names of variables, `имя()` of methods.
    `wanted`: variants that the text calls of methods which earlier texts declared, see interpreter.enterprise.aliases.
    """

    variables: dict[str, str] = field(default_factory=dict)
    methods: dict[str, MethodFacts] = field(default_factory=dict)
    body: dict[str, str] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    by_reference: set[str] = field(default_factory=set)
    exported: dict[str, None] = field(default_factory=dict)
    wanted: dict[tuple[str, tuple[tuple[int, str], ...]], None] = field(default_factory=dict)
    open_types: bool = False
    of_object: bool = False

    @property
    def sees_scripts(self) -> bool:
        """Are objects whose members a script declares likely? Then calls of their methods are made directly."""
        return bool(self.modules or self.classes or self.open_types or self.of_object)

    @property
    def facts(self) -> tuple[Any, ...]:
        """The scope as marshalable tuples."""
        methods = tuple(
            (
                m.name,
                tuple((p.name, p.by_value, p.optional) for p in m.parameters),
                m.is_function,
                m.returned,
                m.edition,
                tuple(sorted(m.reads)),
                tuple(sorted(m.writes)),
            )
            for m in self.methods.values()
        )
        seen = tuple(self.modules.items()), tuple(self.classes.items()), tuple(sorted(self.by_reference))
        outside = (*seen, tuple(self.exported), self.open_types, self.of_object)
        return tuple(self.variables.items()), methods, tuple(self.body.items()), outside

    def learn(self, facts: tuple[Any, ...]) -> None:
        """Take over what another text declared."""
        variables, methods, body, (modules, classes, by_reference, exported, open_types, of_object) = facts
        self.body.update(body)
        self.variables.update(variables)
        for name, parameters, is_function, returned, edition, reads, writes in methods:
            known = tuple(ParameterFacts(*parameter) for parameter in parameters)
            self.methods[fold(name)] = MethodFacts(name, known, is_function, returned, edition, set(reads), set(writes))
        self.modules.update(modules)
        self.classes.update(classes)
        self.by_reference.update(by_reference)
        self.exported.update(dict.fromkeys(exported))
        self.open_types |= open_types
        self.of_object |= of_object

    def copy(self) -> ModuleScope:
        made = ModuleScope()
        made.take(self)
        return made

    def take(self, other: ModuleScope) -> None:
        """Become as the other scope is."""
        self.variables, self.methods, self.body = dict(other.variables), dict(other.methods), dict(other.body)
        self.modules, self.classes = dict(other.modules), dict(other.classes)
        self.by_reference, self.exported = set(other.by_reference), dict(other.exported)
        self.open_types, self.of_object = other.open_types, other.of_object
        self.wanted = dict(other.wanted)


def find_returned(methods: dict[str, tuple[nodes.Method, Usage]], scope: ModuleScope) -> None:
    """Fill in `returned`: a by-reference parameter is given back when the body assigns it, itself or through a call."""
    for key, (_, usage) in methods.items():
        facts = scope.methods[key]
        facts.returned = tuple(
            index
            for index, parameter in enumerate(facts.parameters)
            if not parameter.by_value and (usage.may_change_all or fold(parameter.name) in usage.assigned)
        )
    changed = True
    while changed:
        changed = False
        for key, (_, usage) in methods.items():
            facts = scope.methods[key]
            given = {name for call in usage.calls for name in handed_back(call, scope)} | usage.found
            returned = tuple(
                index
                for index, parameter in enumerate(facts.parameters)
                if index in facts.returned or (not parameter.by_value and fold(parameter.name) in given)
            )
            if returned != facts.returned:
                facts.returned, changed = returned, True


def handed_back(call: nodes.Call, scope: ModuleScope) -> Iterator[str]:
    """Folded names of the variables that a call of a module's method stores back into."""
    if isinstance(call.callee, nodes.Name) and (facts := scope.methods.get(fold(call.callee.name))):
        for index in facts.returned:
            if index < len(call.arguments) and isinstance(argument := call.arguments[index], nodes.Name):
                yield fold(argument.name)


@dataclass(slots=True)
class Variables:
    """Every variable a body may name (folded name → Python name), its own ones, the module's ones that it assigns."""

    names: dict[str, str]
    parameters: list[str] = field(default_factory=list)
    locals: list[str] = field(default_factory=list)
    globals: list[str] = field(default_factory=list)
    of_module: bool = False
    shared: dict[str, str] = field(default_factory=dict)
    """The module's variables, whether or not one of the body's own hides them."""
    aliases: dict[str, str] = field(default_factory=dict)
    """Parameters that are other variables: `:имя` of one of the module's, else the key of another parameter."""

    def identity(self, key: str) -> str | None:
        """The same for every name of one variable; begins with a colon for the module's. None when there is none."""
        while key in self.aliases:
            key = self.aliases[key]
        if key.startswith(":"):
            return key
        python = self.names.get(key)
        if python is None:
            return None
        is_own = python in self.parameters or python in self.locals
        return key if is_own or self.shared.get(key) != python else ":" + key


def variables_of(method: nodes.Method, usage: Usage, scope: ModuleScope) -> Variables:
    """Parameters and locals shadow the module's variables; assigning a name nobody declared makes a local."""
    names = {fold(p.name.name): python_name(p.name.name) for p in method.parameters}
    found = Variables(dict(scope.variables), list(names.values()), shared=scope.variables)
    for key in (*usage.declared, *usage.assigned):
        if key in names:
            continue
        if key in scope.variables and key not in usage.declared:
            found.globals.append(scope.variables[key])
        else:
            names[key] = python_name(usage.spelling(key))
            found.locals.append(names[key])
    stored = {name for call in usage.calls for name in handed_back(call, scope)} | usage.found
    if usage.executes:
        stored |= set(scope.variables)
    found.globals += [scope.variables[k] for k in stored if k in scope.variables and k not in names]
    found.globals = list(dict.fromkeys(found.globals))
    found.names |= names
    return found


@dataclass(frozen=True, slots=True)
class Duplicate:
    span: Span
    name: str


def duplicates(identifiers: Iterable[nodes.Identifier]) -> Iterator[Duplicate]:
    seen: set[str] = set()
    for identifier in identifiers:
        key = fold(identifier.name)
        if key in seen:
            yield Duplicate(identifier.span, identifier.name)
        seen.add(key)
