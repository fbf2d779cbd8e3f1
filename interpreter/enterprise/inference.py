"""Types of variables, as far as they can be told cheaply and for certain.

Only assignments count, not their order: a variable has a kind when every value that is ever assigned to it has. It may
still be Неопределено before the first assignment, which Python's arithmetic refuses as the language does; where None
would pass for something else (conditions, text) the compiler keeps its test for variables.

In a closed module (nobody else calls its methods, no text is compiled while it runs) the kinds of parameters come from
the calls, and those of module variables from all assignments.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from interpreter.enterprise.scopes import handed_back
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from interpreter.enterprise.scopes import ModuleScope
    from interpreter.enterprise.usages import Usage


class Kind(IntEnum):
    """What is known of a value. NATURAL (not negative) is an INTEGER (Python's int), which is a NUMBER."""

    NOTHING = 0
    NATURAL = 1
    INTEGER = 2
    NUMBER = 3
    STRING = 4
    BOOLEAN = 5
    ARRAY = 6
    MAP = 7
    ANY = 8

    @property
    def is_integer(self) -> bool:
        return self in (Kind.NATURAL, Kind.INTEGER)

    @property
    def is_number(self) -> bool:
        return self in (Kind.NATURAL, Kind.INTEGER, Kind.NUMBER)


def join(one: Kind, other: Kind) -> Kind:
    if one is other or other is Kind.NOTHING:
        return one
    if one is Kind.NOTHING:
        return other
    return max(one, other) if one.is_number and other.is_number else Kind.ANY


RESULTS = {
    "int": Kind.INTEGER,
    "Number": Kind.NUMBER,
    "str": Kind.STRING,
    "bool": Kind.BOOLEAN,
    "Array": Kind.ARRAY,
    "Map": Kind.MAP,
}
"""Annotations of library functions and what they promise."""

_COUNTS = frozenset({"количество", "count"})
_BOUNDS = frozenset({"вграница", "ubound"})
MADE = {"массив": Kind.ARRAY, "array": Kind.ARRAY, "соответствие": Kind.MAP, "map": Kind.MAP}
"""Types whose new objects have a kind, by folded name."""


class Types:
    """Kinds of the variables of one body (folded names); those of `outer` are the module's."""

    def __init__(self, call_kind: Callable[[str], Kind], outer: dict[str, Kind] | None = None) -> None:
        self.known: dict[str, Kind] = {}
        self.outer = outer or {}
        self._call_kind = call_kind

    def of(self, node: nodes.Expression | _Counter) -> Kind:
        """The kind of an expression."""
        match node:
            case _Counter(first=first):
                kind = self.of(first)
                return kind if kind.is_number or kind is Kind.NOTHING else Kind.NUMBER
            case nodes.Number(value=value):
                return Kind.NATURAL if isinstance(value, int) else Kind.NUMBER
            case nodes.String():
                return Kind.STRING
            case nodes.Boolean() | nodes.Not():
                return Kind.BOOLEAN
            case nodes.Name(name=name):
                key = fold(name)
                return self.known[key] if key in self.known else self.outer.get(key, Kind.ANY)
            case nodes.Unary(operand=operand):
                kind = self.of(operand)
                return Kind.NOTHING if kind is Kind.NOTHING else Kind.INTEGER if kind.is_integer else Kind.NUMBER
            case nodes.Binary():
                return self._of_chain(node)
            case nodes.Ternary(then=then, otherwise=otherwise):
                return join(self.of(then), self.of(otherwise))
            case nodes.Call(callee=nodes.Name(name=name)):
                return self._call_kind(fold(name))
            case nodes.Call(callee=nodes.Member(owner=owner, name=member)):
                return self._of_method(owner, fold(member.name))
            case nodes.New(type_name=type_name):
                return MADE.get(fold(type_name.name), Kind.ANY)
        return Kind.ANY

    def _of_method(self, owner: nodes.Expression, name: str) -> Kind:
        if name not in _COUNTS and name not in _BOUNDS:
            return Kind.ANY
        kind = self.of(owner)
        if kind is Kind.ARRAY:
            return Kind.NATURAL if name in _COUNTS else Kind.INTEGER
        if kind is Kind.MAP and name in _COUNTS:
            return Kind.NATURAL
        return kind if kind is Kind.NOTHING else Kind.ANY

    def _of_chain(self, node: nodes.Binary) -> Kind:
        operators: list[nodes.Binary] = []
        current: nodes.Expression = node
        while isinstance(current, nodes.Binary):
            operators.append(current)
            current = current.left
        kind = self.of(current)
        for binary in reversed(operators):
            kind = result_kind(binary.operator, kind, self.of(binary.right))
        return kind


def result_kind(operator: str, left: Kind, right: Kind) -> Kind:
    """The kind of an operation's result by the kinds of its operands."""
    if operator in ("=", "<>", "<", "<=", ">", ">=", "and", "or"):
        return Kind.BOOLEAN
    if operator == "+" and left is Kind.STRING:
        return Kind.STRING
    if Kind.NOTHING in (left, right):
        return Kind.NOTHING
    if left.is_number and right.is_number:
        return _number_kind(operator, left, right)
    # Whatever else these operators accept becomes a number; only `+` and `-` also know dates and strings on their left.
    return Kind.NUMBER if operator in ("*", "/", "%") or left.is_number else Kind.ANY


def _number_kind(operator: str, left: Kind, right: Kind) -> Kind:
    if operator == "/" or not (left.is_integer and right.is_integer):
        return Kind.NUMBER
    if operator == "%":
        # The remainder has the sign of the dividend.
        return left
    return max(left, right) if operator != "-" else Kind.INTEGER


@dataclass(frozen=True, slots=True)
class _Counter:
    """What a loop's counter gets: its first value as a number, then whole steps from there."""

    first: nodes.Expression


@dataclass(slots=True)
class Body:
    """A method, or the module's body, as inference sees it: what is assigned, called and returned.

    `own`: folded names of the variables whose kinds are looked for; None values are unknown ones.
    """

    statements: Sequence[nodes.Statement]
    usage: Usage
    own: set[str]
    parameters: tuple[nodes.Parameter, ...] = ()
    values: dict[str, list[nodes.Expression | _Counter]] = field(default_factory=dict)
    module_values: list[tuple[str, nodes.Expression | _Counter]] = field(default_factory=list)
    untold: set[str] = field(default_factory=set)
    renamed: set[str] = field(default_factory=set)
    """Parameters that are, in some variant of the method, another variable."""
    is_async: bool = False
    types: Types = field(init=False)

    def collect(self, scope: ModuleScope) -> None:
        """Find the values that are assigned."""
        self.untold = (
            {name for call in self.usage.calls for name in handed_back(call, scope)} | self.usage.found | self.renamed
        )
        self.values = {name: [] for name in self.own}
        for node in self.usage.stores:
            if isinstance(node, nodes.ForEach):
                self.untold.add(fold(node.variable.name))
            elif isinstance(node, nodes.ForRange):
                self._assigned(fold(node.variable.name), _Counter(node.first))
            elif isinstance(node.target, nodes.Name):
                self._assigned(fold(node.target.name), node.value)
        for name in self.untold:
            self.values.pop(name, None)

    def _assigned(self, name: str, value: nodes.Expression | _Counter) -> None:
        if name in self.own:
            self.values[name].append(value)
        else:
            self.module_values.append((name, value))


class ModuleTypes:
    """Kinds of a module's variables, parameters and results, found together: each may depend on the others."""

    def __init__(
        self,
        bodies: dict[str, Body],
        scope: ModuleScope,
        earlier: ModuleScope,
        library_kind: Callable[[str], Kind],
        *,
        closed: bool,
    ) -> None:
        """`bodies`: the methods by folded name, the module's body under "". `earlier`: what other texts can reach."""
        self._bodies, self._scope, self._library_kind = bodies, scope, library_kind
        dynamic = any(body.usage.executes or body.usage.evaluates for body in bodies.values())
        self._closed, self._earlier = closed and not dynamic, earlier
        self.results = {name: Kind.NOTHING if self._always_returns(body) else Kind.ANY for name, body in bodies.items()}
        self.variables: dict[str, Kind] = {}
        for body in bodies.values():
            body.collect(scope)
            body.types = Types(self.call_kind, self.variables)
        if self._closed:
            unknown = {*earlier.variables, *(name for body in bodies.values() for name in body.untold)}
            self.variables.update({name: Kind.NOTHING for name in scope.variables if name not in unknown})
        self._solve()

    def call_kind(self, key: str) -> Kind:
        """What a call by this folded name gives."""
        if key in self._scope.methods:
            return self.results.get(key, Kind.ANY)
        return self._library_kind(key)

    def _solve(self) -> None:
        for name, body in self._bodies.items():
            if body.usage.may_change_all or (body.usage.evaluates and not name):
                body.values.clear()
            body.types.known = dict.fromkeys(body.own - set(body.values), Kind.ANY)
            is_open = not self._closed or name in self._earlier.methods
            given = {fold(parameter.name.name) for parameter in body.parameters} if is_open else set()
            # Parameters of methods that others may call can be anything.
            body.types.known |= {own: Kind.ANY if own in given else Kind.NOTHING for own in body.values}
        changed = True
        while changed:
            changed = False
            for name, body in self._bodies.items():
                changed |= self._improve(name, body)
        self._settle()

    def _improve(self, name: str, body: Body) -> bool:
        changed = False
        types = body.types
        for own, values in body.values.items():
            kind = types.known[own]
            for value in values:
                kind = join(kind, types.of(value))
            if kind is not types.known[own]:
                types.known[own], changed = kind, True
        for variable, value in body.module_values:
            if variable in self.variables:
                kind = join(self.variables[variable], types.of(value))
                changed |= kind is not self.variables[variable]
                self.variables[variable] = kind
        for value in body.usage.returns:
            kind = join(self.results[name], types.of(value))
            changed |= kind is not self.results[name]
            self.results[name] = kind
        if self._closed:
            for call in body.usage.passed:
                changed |= self._pass(call, types)
        return changed

    def _pass(self, call: nodes.Call, types: Types) -> bool:
        """The arguments of a call become kinds of the method's parameters."""
        assert isinstance(call.callee, nodes.Name)
        body = self._bodies.get(fold(call.callee.name))
        if body is None:
            return False
        changed = False
        for index, parameter in enumerate(body.parameters):
            key = fold(parameter.name.name)
            argument = call.arguments[index] if index < len(call.arguments) else None
            value = argument if argument is not None else parameter.default
            kind = join(body.types.known.get(key, Kind.ANY), types.of(value) if value is not None else Kind.ANY)
            if key in body.types.known and kind is not body.types.known[key]:
                body.types.known[key], changed = kind, True
        return changed

    def _settle(self) -> None:
        """What nothing was ever told of may be anything."""
        for kinds in (self.variables, self.results, *(body.types.known for body in self._bodies.values())):
            for name, kind in kinds.items():
                if kind is Kind.NOTHING:
                    kinds[name] = Kind.ANY

    def _always_returns(self, body: Body) -> bool:
        # What is asynchronous gives a promise of what it returns.
        return not body.is_async and _ends(body.statements)


def _ends(statements: Iterable[nodes.Statement]) -> bool:
    """Is the end of the block never reached? Then a function cannot give Неопределено by running out."""
    *_, last = [None, *statements]
    if isinstance(last, nodes.Return | nodes.Raise):
        return True
    if isinstance(last, nodes.If):
        return last.branches[-1].condition is None and all(_ends(branch.body) for branch in last.branches)
    return False
