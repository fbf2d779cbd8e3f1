"""Statements of one body. Closing keywords become a `pass` on their line, so that breakpoints there fire."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from interpreter.enterprise.compiler.appending import appending
from interpreter.enterprise.compiler.calls import TOO_MANY
from interpreter.enterprise.compiler.events import event_statement
from interpreter.enterprise.compiler.expressions import Expressions
from interpreter.enterprise.compiler.jumps import Jumps
from interpreter.enterprise.compiler.unit import returned_annotation
from interpreter.enterprise.object_calls import may_hand_back
from interpreter.enterprise.scopes import handed_back
from interpreter.enterprise.usages import usage_of
from runtime.enterprise.scripts import BY_REFERENCE
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.enterprise.compiler.unit import Unit
    from interpreter.enterprise.inference import Types
    from interpreter.enterprise.scopes import Variables
    from interpreter.enterprise.usages import Usage
    from interpreter.source import Span

BRANCHES = 200
"""Longer chains of ИначеЕсли are cut: CPython's compiler recurses along them."""

_DETAILS = 4
"""What the long form of ВызватьИсключение takes after the description."""


class Statements(Jumps):
    """Compiles the statements of one body.

    `method` is None in a module's body; `returned` are the Python names that every return gives back after its value.
    `of_text`: the statements given to Выполнить, whose value nobody asks for.
    """

    def __init__(
        self,
        unit: Unit,
        variables: Variables,
        types: Types,
        *,
        method: nodes.Method | None = None,
        returned: Sequence[str] = (),
        of_text: bool = False,
    ) -> None:
        super().__init__(unit)
        self.variables = variables
        self.expressions = Expressions(unit, variables, types)
        self.method, self.returned, self.of_text = method, returned, of_text
        self._handlers = 0

    def statement(self, node: nodes.Statement) -> list[ast.stmt]:
        match node:
            case nodes.Assign():
                return self._assign(node)
            case nodes.CallStatement(call=call):
                return [self.expressions.call_statement(call)]
            case nodes.If():
                return self._if(node)
            case nodes.While():
                return self._while(node)
            case nodes.ForRange():
                return self._for_range(node)
            case nodes.ForEach():
                return self._for_each(node)
            case nodes.Try():
                return self._try(node)
            case nodes.Return():
                return self._return(node)
            case nodes.Raise():
                return [self._raise(node)]
            case nodes.Break() | nodes.Continue() | nodes.Goto():
                return self.leap(node)
            case nodes.Execute():
                return [self._execute(node)]
            case nodes.AddHandler() | nodes.RemoveHandler():
                return [event_statement(self.expressions, node)]
            case nodes.AwaitStatement(operand=operand):
                return [self._await(node.span, operand)]
            case nodes.LocalVar():
                return []
        raise TypeError(f"no such statement: {node!r}")

    def finish(self, span: Span) -> ast.stmt:
        """What a method does at its end."""
        return self.emit.return_(span, self._result(span, self.emit.constant(span, None)))

    def _result(self, span: Span, value: ast.expr) -> ast.expr:
        if not self.returned and not self.of_text:
            return value
        first = [] if self.of_text else [value]
        return self.emit.tuple_(span, [*first, *(self.emit.name(span, name) for name in self.returned)])

    def _assign(self, node: nodes.Assign) -> list[ast.stmt]:
        span, target = node.span, node.target
        if isinstance(target, nodes.Name):
            variable = self._variable(target)
            is_local = not self.variables.of_module and variable not in self.variables.globals
            if made := appending(self.expressions, node, variable, is_local=is_local):
                return made
        value = self.expressions.value(node.value)
        if isinstance(target, nodes.Name):
            return [self.emit.assign(span, self.emit.target(target.span, self._variable(target)), value)]
        if isinstance(target, nodes.Member):
            owner = self.expressions.value(target.owner)
            name = "." + self.unit.key(target.name.name)
            return [self.emit.assign(span, self.emit.attribute_target(target.name.span, owner, name), value)]
        return self._assign_item(span, target, value)

    def _variable(self, node: nodes.Name | nodes.Identifier) -> str:
        return self.variables.names[fold(node.name)]

    def _assign_item(self, span: Span, target: nodes.Index, value: ast.expr) -> list[ast.stmt]:
        owner, index = self.expressions.value(target.owner), self.expressions.value(target.index)
        steps: list[ast.stmt] = []
        simple = all(isinstance(part, ast.Name | ast.Constant) for part in (value, owner, index))
        if not simple and not isinstance(value, ast.Constant):
            # The value comes before the place, here as in every assignment.
            name = self.expressions.temporary()
            steps.append(self.emit.assign(span, self.emit.target(span, name), value))
            value = self.emit.name(span, name)
        if self.expressions.is_plain_key(target):
            return [*steps, self.emit.assign(span, self.emit.item_target(target.span, owner, index), value)]
        guard = self.expressions.array_guard(target, owner, index)
        if guard is None:
            set_item = self.unit.helper(span, "1c.set_item", owner, index, value)
            return [*steps, self.emit.expression(span, set_item)]
        test, owner, index = guard
        bare = self.emit.assign(span, self.emit.item_target(target.span, owner, index), value)
        if test is None:
            return [*steps, bare]
        helped = self.emit.expression(span, self.unit.helper(span, "1c.set_item", owner, index, value))
        return [*steps, self.emit.if_(span, test, [bare], [helped])]

    def _if(self, node: nodes.If) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        none_fits = ""
        for start in range(0, len(node.branches), BRANCHES):
            part = node.branches[start : start + BRANCHES]
            last: list[ast.stmt] = []
            if start + BRANCHES < len(node.branches):
                following = self.expressions.temporary()
                made.append(self._flag(node.span, following, False))
                last = [self._flag(node.span, following, True)]
            chain = self._branches(part, last)
            made += [self.emit.if_(part[0].span, self.emit.name(node.span, none_fits), chain)] if none_fits else chain
            none_fits = following if last else ""
        return [*made, self.emit.pass_(node.end)]

    def _branches(self, branches: Sequence[nodes.IfBranch], otherwise: list[ast.stmt]) -> list[ast.stmt]:
        for branch in reversed(branches):
            body = self.block(branch.body, branch.keyword)
            if branch.condition is None:
                otherwise = body
                continue
            test = self.expressions.condition(branch.condition)
            otherwise = [self.emit.if_(branch.span, test, body, otherwise)]
        return otherwise

    def _flag(self, span: Span, name: str, value: bool) -> ast.stmt:
        return self.emit.assign(span, self.emit.target(span, name), self.emit.constant(span, value))

    def _while(self, node: nodes.While) -> list[ast.stmt]:
        test = self.expressions.condition(node.condition)
        with self.loop() as loop:
            body = self.block(node.body, node.end)
        return [self.emit.while_(node.span, test, [*body, self.emit.pass_(node.end)]), *self.landing(node.end, loop)]

    def _for_each(self, node: nodes.ForEach) -> list[ast.stmt]:
        items = self.unit.helper(node.collection.span, "1c.iterate", self.expressions.value(node.collection))
        with self.loop() as loop:
            body = self.block(node.body, node.end)
        name = self._variable(node.variable)
        return [
            self.emit.for_(node.variable.span, name, items, [*body, self.emit.pass_(node.end)]),
            *self.landing(node.end, loop),
        ]

    def _for_range(self, node: nodes.ForRange) -> list[ast.stmt]:
        """The counter goes up by 1 to the bound, which is evaluated once, and stands one beyond it afterwards."""
        types = self.expressions.types
        name, span = self._variable(node.variable), node.span
        first, last = self.expressions.value(node.first), self.expressions.value(node.last)
        steps: list[ast.stmt] = []
        bounds: list[ast.expr] = []
        for value in (first, last):
            if not isinstance(value, ast.Constant):
                kept = self.expressions.temporary()
                steps.append(self.emit.assign(span, self.emit.target(span, kept), value))
                value = self.emit.name(span, kept)
            bounds.append(value)
        if self._changes(node):
            return [*steps, *self._counting_while(node, name, bounds)]
        one = self.emit.constant(span, 1)
        if types.of(node.first).is_integer and types.of(node.last).is_integer:
            beyond = self.emit.binary(span, bounds[1], ast.Add(), one)
            items = self.emit.call(span, self.unit.linked(span, "1c.range"), [bounds[0], beyond])
        else:
            items = self.unit.helper(span, "1c.counter", *bounds)
        with self.loop() as loop:
            body = self.block(node.body, node.end)
        after = self.emit.assign(
            node.end, self.emit.target(node.end, name), self.unit.helper(node.end, "1c.after", *bounds)
        )
        whole = self.emit.for_(node.variable.span, name, items, [*body, self.emit.pass_(node.end)], [after])
        return [*steps, whole, *self.landing(node.end, loop)]

    def _changes(self, node: nodes.ForRange) -> bool:
        """Is the counter assigned inside the loop?"""
        key = fold(node.variable.name)
        usage = usage_of(node.body, self.unit.scope)
        handed = (name for call in usage.calls for name in handed_back(call, self.unit.scope))
        is_module_variable = key in self.unit.scope.variables and self.variables.names[key] not in self.variables.locals
        return (
            key in usage.assigned
            or key in usage.found
            or usage.may_change_all
            or key in handed
            or (is_module_variable and (bool(usage.passed) or usage.awaits))
        )

    def _counting_while(self, node: nodes.ForRange, name: str, bounds: list[ast.expr]) -> list[ast.stmt]:
        span, end = node.span, node.end
        first, last = (
            bound
            if isinstance(bound, ast.Constant) and bound.value.__class__ is int
            else self.unit.helper(span, "1c.positive", bound)
            for bound in bounds
        )
        start = self.emit.assign(span, self.emit.target(node.variable.span, name), first)
        test = self.unit.helper(span, "1c.less_equal", self.emit.name(span, name), last)
        raised = self.unit.helper(end, "1c.add", self.emit.name(end, name), self.emit.constant(end, 1))
        increment = self.emit.assign(end, self.emit.target(end, name), raised)
        with self.loop(before_next=increment) as loop:
            body = self.block(node.body, node.end)
        return [start, self.emit.while_(span, test, [*body, increment]), *self.landing(end, loop)]

    def _try(self, node: nodes.Try) -> list[ast.stmt]:
        body = self.block(node.body, node.span)
        self._handlers += 1
        handler = self.block(node.handler, node.keyword)
        self._handlers -= 1
        caught = self.emit.expression(node.keyword, self.unit.helper(node.keyword, "1c.caught"))
        exception = self.unit.linked(node.keyword, "1c.Exception")
        handler = [caught, *self._restored(node.body, node.keyword), *handler]
        return [self.emit.try_except(node.span, body, exception, None, handler), self.emit.pass_(node.end)]

    def guarded(
        self, body: list[ast.stmt], statements: Sequence[nodes.Node], span: Span, python: str
    ) -> list[ast.stmt]:
        """The body of a method: when an error leaves it, the variables that it gives back travel with the error, and
        those of the module are as the failed call left them."""
        handler = self._restored(statements, span, outlives=not self.returned)
        if self.returned:
            values = self.emit.tuple_(span, [self.emit.name(span, name) for name in self.returned])
            gone = self.unit.helper(span, "1c.hand_back", self.emit.constant(span, python), values)
            handler.append(self.emit.expression(span, gone))
        if not handler:
            return body
        handler.append(self.emit.raise_(span))
        return [self.emit.try_except(span, body, self.unit.linked(span, "1c.Exception"), None, handler)]

    def _restored(self, body: Sequence[nodes.Node], span: Span, *, outlives: bool = False) -> list[ast.stmt]:
        """In a handler: variables get what the call that failed had made of its by-reference parameters.

        `outlives`: only the variables matter that are not this body's own.
        """
        usage = usage_of(body, self.unit.scope)
        own = [*self.variables.parameters, *self.variables.locals]
        made = []
        if own and not outlives:
            texts = [*usage.executed, *(call for call in usage.evaluations if self.expressions.changed_by(call))]
            made = [self._taken(span, "1c.result", (node.span,), dict(enumerate(own))) for node in texts]
        for method, places, stored in self._handing_back(usage):
            if not outlives or not set(own).issuperset(stored.values()):
                made.append(self._taken(span, method, places, stored))
        return made

    def _handing_back(self, usage: Usage) -> Iterator[tuple[str, tuple[Span, ...], dict[int, str]]]:
        """Calls that give variables back: the method, where CPython may say the call is, the variables by their places
        among those given back, or the arguments."""
        for call in usage.passed:
            assert isinstance(call.callee, nodes.Name)
            facts = self.unit.scope.methods.get(fold(call.callee.name))
            if facts is None:
                continue
            names = ((place, self.expressions.stored_name(call, index)) for place, index in enumerate(facts.returned))
            if stored := {place: name for place, name in names if name}:
                yield self.expressions.called_name(call, facts), (call.span,), stored
        for call in usage.of_objects:
            if isinstance(call.callee, nodes.Member) and may_hand_back(call, self.unit.scope):
                names = ((index, self.expressions.stored_name(call, index)) for index in range(len(call.arguments)))
                if stored := {index: name for index, name in names if name}:
                    method = BY_REFERENCE + fold(call.callee.name.name) + "()"
                    yield method, (call.span, call.callee.name.span), stored

    def _taken(self, span: Span, method: str, calls: tuple[Span, ...], stored: dict[int, str]) -> ast.stmt:
        """The variables as the failed call left them."""
        names = list(stored.values())
        places = self.emit.tuple_(span, [self.emit.constant(span, place) for place in stored])
        current = self.emit.tuple_(span, [self.emit.name(span, name) for name in names])
        ends = self.emit.tuple_(span, [self._end(span, call) for call in calls])
        handed = self.unit.helper(span, "1c.handed", self.emit.constant(span, method), ends, places, current)
        return self.emit.unpack(span, names, handed)

    def _end(self, span: Span, call: Span) -> ast.expr:
        return self.emit.tuple_(
            span, [self.emit.constant(span, each) for each in self.unit.source.byte_column(call.end)]
        )

    def _return(self, node: nodes.Return) -> list[ast.stmt]:
        is_function = self.method is not None and self.method.is_function
        if node.value is not None and not is_function:
            where = "процедура" if self.method else "тело модуля"
            self.unit.mistake(
                node.span, "Процедура не может возвращать значение", f"Значение возвращает функция, а это {where}"
            )
        elif node.value is None and is_function:
            self.unit.mistake(node.span, "Функция должна возвращать значение", "Напишите так: Возврат Значение;")
        value = self.expressions.value(node.value) if node.value else self.emit.constant(node.span, None)
        if self.method is None and not self.of_text:
            return self.leave_module(node.span)
        return [self.emit.return_(node.span, self._result(node.span, value))]

    def _raise(self, node: nodes.Raise) -> ast.stmt:
        if node.value is None and not node.details:
            if not self._handlers:
                text = "Оператор ВызватьИсключение без аргументов может употребляться только при обработке исключения"
                self.unit.mistake(node.span, text)
            return self.emit.raise_(node.span)
        if node.value is not None and not node.details and self.expressions.is_text(node.value):
            return self.emit.raise_(
                node.span, self.unit.helper(node.span, "1c.Raised", self.expressions.value(node.value))
            )
        if len(node.details) > _DETAILS:
            self.unit.mistake(node.span, TOO_MANY)
        values = [self.expressions.value(v) if v else self.emit.constant(node.span, None) for v in node.details]
        message = self.expressions.value(node.value) if node.value else self.emit.constant(node.span, None)
        helper = "1c.detailed_error" if node.details else "1c.error"
        return self.emit.raise_(node.span, self.unit.helper(node.span, helper, message, *values))

    def _execute(self, node: nodes.Execute) -> ast.stmt:
        names, values = self.expressions.variables_now(node.span)
        text = self.expressions.value(node.code)
        module = self.emit.name(node.span, "1c.module")
        call = self.unit.helper(node.span, "1c.execute", module, text, names, values)
        own = [*self.variables.parameters, *self.variables.locals]
        return self.emit.unpack(node.span, own, call) if own else self.emit.expression(node.span, call)

    def _await(self, span: Span, operand: nodes.Expression) -> ast.stmt:
        if isinstance(operand, nodes.Call) and self._gives_nothing(operand):
            # It has no value, so there is nothing to wait for.
            return self.expressions.call_statement(operand)
        return self.emit.expression(span, self.expressions.awaited(span, operand))

    def _gives_nothing(self, node: nodes.Call) -> bool:
        """Is it a call by name of a procedure that is not asynchronous?"""
        if isinstance(node.callee, nodes.Member):
            return False
        if facts := self.unit.scope.methods.get(fold(node.callee.name)):
            return not facts.is_function
        entry = self.unit.catalog.find_function(node.callee.name)
        return entry is not None and returned_annotation(entry) == "None"
