"""What a body does with names: the one walk over its tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Refused
from interpreter.enterprise import nodes
from interpreter.enterprise.object_calls import may_hand_back
from interpreter.node import walk
from interpreter.source import Source
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interpreter.enterprise.scopes import ModuleScope


@dataclass(slots=True)
class Usage:
    """What a body does with names: folded name → where it stands first; `declarations` are all names of Перем."""

    assigned: dict[str, nodes.Identifier | nodes.Name] = field(default_factory=dict)
    declared: dict[str, nodes.Identifier] = field(default_factory=dict)
    declarations: list[nodes.Identifier] = field(default_factory=list)
    passed: list[nodes.Call] = field(default_factory=list)
    found: set[str] = field(default_factory=set)
    """Variables that the library fills (see found_variable, filled_variable), or a method of an object may change."""
    executed: list[nodes.Execute] = field(default_factory=list)
    evaluations: list[nodes.Call] = field(default_factory=list)
    """Calls of Вычислить."""
    evaluated: list[nodes.Call] = field(default_factory=list)
    """Calls of methods by name in the texts given to Вычислить, where these are known."""
    evaluates_unknown: bool = False
    """Does Вычислить get a text that only the run knows?"""
    stores: list[nodes.Assign | nodes.ForRange | nodes.ForEach] = field(default_factory=list)
    """Everything that assigns a variable by name."""
    returns: list[nodes.Expression] = field(default_factory=list)
    of_objects: list[nodes.Call] = field(default_factory=list)
    """Calls of methods of objects."""
    awaits: bool = False

    @property
    def executes(self) -> bool:
        return bool(self.executed)

    @property
    def evaluates(self) -> bool:
        return bool(self.evaluations)

    @property
    def calls(self) -> list[nodes.Call]:
        """All calls by name that are known."""
        return self.passed + self.evaluated if self.evaluated else self.passed

    @property
    def may_change_all(self) -> bool:
        """Is there a text that may change every variable?"""
        return bool(self.executed) or self.evaluates_unknown

    def spelling(self, key: str) -> str:
        return (self.declared.get(key) or self.assigned[key]).name


def usage_of(body: Iterable[nodes.Node], scope: ModuleScope) -> Usage:
    """One walk over a body; calls of methods by name are kept in `passed`, for what they hand back."""
    usage = Usage()
    for statement in body:
        for node in walk(statement):
            if note := _NOTES.get(node.__class__):
                note(usage, node)
    for call in usage.evaluations:
        _note_text(usage, call)
    for call in usage.of_objects:
        if may_hand_back(call, scope):
            usage.found.update(fold(each.name) for each in call.arguments if isinstance(each, nodes.Name))
    return usage


def _note_assign(usage: Usage, node: nodes.Assign) -> None:
    if isinstance(node.target, nodes.Name):
        usage.assigned.setdefault(fold(node.target.name), node.target)
        usage.stores.append(node)


def _note_loop(usage: Usage, node: nodes.ForRange | nodes.ForEach) -> None:
    usage.assigned.setdefault(fold(node.variable.name), node.variable)
    usage.stores.append(node)


def _note_local(usage: Usage, node: nodes.LocalVar) -> None:
    usage.declarations += node.names
    for name in node.names:
        usage.declared.setdefault(fold(name.name), name)


def _note_call(usage: Usage, node: nodes.Call) -> None:
    if isinstance(node.callee, nodes.Name):
        usage.passed.append(node)
        if fold(node.callee.name) in EVALUATE:
            usage.evaluations.append(node)
    else:
        usage.of_objects.append(node)
    if found := found_variable(node) or filled_variable(node):
        usage.assigned.setdefault(fold(found.name), found)
        usage.found.add(fold(found.name))


def _note_text(usage: Usage, call: nodes.Call) -> None:
    """What a text given to Вычислить does with variables; one without brackets calls nothing and changes none."""
    text = call.arguments[0] if call.arguments else None
    if not isinstance(text, nodes.String):
        usage.evaluates_unknown = True
    elif "(" in text.value:
        from interpreter.enterprise.parser import parse_expression

        try:
            tree = parse_expression(Source("<Вычислить>", text.value))
        except Refused:
            return
        inner = Usage()
        for node in walk(tree):
            if isinstance(node, nodes.Call):
                _note_call(inner, node)
        usage.evaluates_unknown |= bool(inner.evaluations)
        usage.evaluated += inner.passed
        usage.of_objects += inner.of_objects
        usage.found |= inner.found


def _note_return(usage: Usage, node: nodes.Return) -> None:
    if node.value is not None:
        usage.returns.append(node.value)


def _note_await(usage: Usage, node: nodes.Node) -> None:
    usage.awaits = True


_NOTES: dict[type, Callable[[Usage, Any], None]] = {
    nodes.Assign: _note_assign,
    nodes.ForRange: _note_loop,
    nodes.ForEach: _note_loop,
    nodes.LocalVar: _note_local,
    nodes.Call: _note_call,
    nodes.Return: _note_return,
    nodes.Await: _note_await,
    nodes.AwaitStatement: _note_await,
    nodes.Execute: lambda usage, node: usage.executed.append(node),
}

EVALUATE = frozenset({"вычислить", "eval"})
_FIND_PROPERTY = frozenset({"свойство", "property"})
FILLING = {
    "запуститьприложение": 3, "runapp": 3, "ввестистроку": 0, "inputstring": 0, "ввестичисло": 0, "inputnumber": 0,
    "ввестидату": 0, "inputdate": 0, "ввестизначение": 0, "inputvalue": 0,
}  # fmt: skip
"""Library functions that give a value back by a parameter, and its index. They are passed a Reference there."""


def found_variable(call: nodes.Call) -> nodes.Name | None:
    """The variable that `Структура.Свойство(Имя, Переменная)` fills, the one method of an object that does so."""
    if isinstance(call.callee, nodes.Name) or fold(call.callee.name.name) not in _FIND_PROPERTY:
        return None
    second = call.arguments[1] if len(call.arguments) == 2 else None
    return second if isinstance(second, nodes.Name) else None


def filled_variable(call: nodes.Call) -> nodes.Name | None:
    """The variable that a library function stores its value into."""
    if not isinstance(call.callee, nodes.Name) or (index := FILLING.get(fold(call.callee.name))) is None:
        return None
    argument = call.arguments[index] if index < len(call.arguments) else None
    return argument if isinstance(argument, nodes.Name) else None
