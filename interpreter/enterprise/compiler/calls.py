"""Calls of methods and of the library.

A method that assigns to a by-reference parameter returns `(result, parameter, …)`, and the call stores the parameters
back into the variables that were passed. Every other call is a plain Python call.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, cast

from interpreter.enterprise import nodes
from interpreter.enterprise.aliases import given_name, pattern_of
from interpreter.enterprise.compiler.argument_order import in_order
from interpreter.enterprise.compiler.sure_calls import sure_call, template_text
from interpreter.enterprise.compiler.unit import returned_annotation
from interpreter.enterprise.object_calls import THIS, is_of_scripts, is_perhaps_of_scripts
from interpreter.enterprise.scopes import BODY, handed_back
from interpreter.enterprise.unavailable import reason_of, reason_of_call
from interpreter.enterprise.usages import EVALUATE, FILLING, filled_variable, found_variable, usage_of
from runtime.enterprise.scripts import BY_REFERENCE
from runtime.names import fold
from runtime.typeinfo import Member, TypeInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.emit import Emitter
    from interpreter.enterprise.compiler.expressions import Expressions
    from interpreter.enterprise.compiler.unit import Unit
    from interpreter.enterprise.scopes import MethodFacts, Variables
    from interpreter.source import Span
    from runtime.catalog import Entry

TOO_MANY = "Слишком много фактических параметров"
TOO_FEW = "Недостаточно фактических параметров"
_LANGUAGE_FUNCTIONS = ("strings", "numbers", "dates", "conversion", "formatting")


class Calls:
    """The part of Expressions that compiles calls."""

    unit: Unit
    emit: Emitter
    variables: Variables

    def value(self, node: nodes.Expression) -> ast.expr:
        raise NotImplementedError

    def temporary(self) -> str:
        raise NotImplementedError

    def call(self, node: nodes.Call) -> ast.expr:
        """A call whose result is used."""
        if isinstance(node.callee, nodes.Member):
            return self._method_call(node, node.callee)
        key = fold(node.callee.name)
        if key in EVALUATE:
            return self._evaluate(node)
        if facts := self.unit.scope.methods.get(key):
            if not facts.is_function:
                self.unit.mistake(node.callee.span, f"Обращение к процедуре как к функции ({node.callee.name})")
            return self._user_call(node, facts)
        return self._library_call(node, node.callee, as_value=True)

    def call_statement(self, node: nodes.Call) -> ast.stmt:
        """A call whose result, if any, is dropped."""
        if isinstance(node.callee, nodes.Member):
            return self.emit.expression(node.span, self._method_call(node, node.callee))
        key = fold(node.callee.name)
        facts = self.unit.scope.methods.get(key)
        if facts is None:
            if key in EVALUATE:
                self._only_in_expression(node.callee)
                return self.emit.pass_(node.span)
            return self.emit.expression(node.span, self._library_call(node, node.callee, as_value=False))
        call = self._plain_call(node, facts)
        if not facts.returned:
            return self.emit.expression(node.span, call)
        names = [self.stored_name(node, index) or "1c._" for index in facts.returned]
        return self.emit.unpack(node.span, ["1c._", *names], call)

    def new(self, node: nodes.New) -> ast.expr:
        """`Новый Тип(…)`."""
        if of_script := self.unit.scope.classes.get(fold(node.type_name.name)):
            arguments = self._arguments_of_script(node.span, node.arguments)
            return self.emit.call(node.span, self.emit.name(node.type_name.span, of_script), arguments)
        entry = self.unit.catalog.find_type(node.type_name.name)
        if entry is None and self.unit.scope.open_types:
            name = self.emit.constant(node.type_name.span, node.type_name.name)
            return self.unit.helper(
                node.span, "1c.new_of_script", name, *self._arguments_of_script(node.span, node.arguments)
            )
        if entry is None:
            hint = reason_of(node.type_name.name) or self.unit.catalog.hint_for(
                "type", node.type_name.name, self.unit.class_names
            )
            self.unit.mistake(node.type_name.span, f"Тип не определен ({node.type_name.name})", hint)
            return self.emit.constant(node.span, None)
        info = entry.declaration
        assert isinstance(info, TypeInfo)
        if info.constructor is None:
            self.unit.mistake(node.type_name.span, f"Конструктор не найден ({node.type_name.name})")
            return self.emit.constant(node.span, None)
        self._check_count(node.span, info.constructor, len(node.arguments), f"Новый {info.ru}")
        constructor = self.unit.library(node.type_name.span, entry, "new")
        return self.emit.call(node.span, constructor, self._arguments(node.span, node.arguments))

    def new_dynamic(self, node: nodes.NewDynamic) -> ast.expr:
        """`Новый(Тип, МассивПараметров)`."""
        arguments = self.value(node.arguments) if node.arguments else self.emit.constant(node.span, None)
        return self.unit.helper(node.span, "1c.new_by_name", self.value(node.type_value), arguments)

    def variables_now(self, span: Span) -> tuple[ast.expr, ast.expr]:
        """The names of the body's own variables and their values, for Вычислить and Выполнить.

        A module's body has none, its variables are the module's: `1c.body` stands for them.
        """
        if self.variables.of_module:
            nothing = self.emit.constant(span, None)
            return self.emit.tuple_(span, [self.emit.constant(span, BODY)]), self.emit.tuple_(span, [nothing])
        names = [*self.variables.parameters, *self.variables.locals]
        renamed = [f"{key}={one}" for key, one in self.variables.aliases.items()]
        return (
            self.emit.tuple_(span, [self.emit.constant(span, name) for name in [*names, *renamed]]),
            self.emit.tuple_(span, [self.emit.name(span, name) for name in names]),
        )

    def _method_call(self, node: nodes.Call, callee: nodes.Member) -> ast.expr:
        if found_variable(node) and (stored := self.stored_name(node, 1)):
            return self._find_property(node, callee, stored)
        if made := self._call_of_script(node, callee):
            return made
        # The name's own place: an error there is about the name, not about what stands left of it.
        method = self.emit.attribute(callee.name.span, self.value(callee.owner), self.unit.key(callee.name.name) + "()")
        return self.emit.call(node.span, method, self._arguments(node.span, node.arguments))

    def _call_of_script(self, node: nodes.Call, callee: nodes.Member) -> ast.expr | None:
        """A call that a script's method may answer, and that wants more of it than other calls: variables given back,
        defaults in place of skipped arguments."""
        scope = self.unit.scope
        certain = is_of_scripts(callee)
        hands_back = certain or is_perhaps_of_scripts(callee, scope)
        indexes = range(len(node.arguments)) if hands_back else ()
        stored = {index: name for index in indexes if (name := self.stored_name(node, index))}
        skips = None in node.arguments and (hands_back or scope.sees_scripts)
        if not stored and not skips:
            return None
        span, name = node.span, self.unit.key(callee.name.name) + "()"
        owner = self.value(callee.owner)
        arguments = self._arguments_of_script(span, node.arguments)
        if same := self._same(node, stored):
            called = self.emit.constant(callee.name.span, name)
            call = self.unit.helper(callee.name.span, "1c.call_joined", owner, called, same, *arguments)
        elif certain and not skips and scope.sees_scripts:
            method = self.emit.attribute(callee.name.span, owner, BY_REFERENCE + name)
            call = self.emit.call(span, method, arguments)
        else:
            called = self.emit.constant(callee.name.span, name)
            helper = "1c.call_skipping" if skips else "1c.call_back"
            # The method's own name is the place of an error about the object.
            call = self.unit.helper(callee.name.span, helper, owner, called, *arguments)
        return self._taking_back(span, call, stored)

    def _same(self, node: nodes.Call, stored: dict[int, str]) -> ast.expr | None:
        """Which arguments are the variable of an earlier one, or one of the module's own that the method may reach: a
        pattern, see interpreter.enterprise.aliases."""
        assert isinstance(node.callee, nodes.Member)
        owner, key = node.callee.owner, fold(node.callee.name.name)
        facts = self.unit.scope.methods.get(key)
        if facts and isinstance(owner, nodes.Name) and fold(owner.name) in THIS:
            pattern: Sequence[tuple[int, str]] = pattern_of(node, facts, self.variables.identity)
        else:
            first: dict[str, int] = {}
            places = ((place, first.setdefault(name, place)) for place, name in stored.items())
            pattern = [(place, str(start)) for place, start in places if start != place]
        both = (self.emit.tuple_(node.span, [self.emit.constant(node.span, each) for each in pair]) for pair in pattern)
        return self.emit.tuple_(node.span, list(both)) if pattern else None

    def _taking_back(self, span: Span, call: ast.expr, stored: dict[int, str]) -> ast.expr:
        """The result of a call, after the variables have what the method made of them."""
        name = self.temporary()
        kind = self.emit.attribute(span, self.emit.keep(span, name, call), "__class__")
        again = self.emit.name(span, name)
        steps = [
            self.emit.keep(
                span,
                variable,
                self.unit.helper(
                    span, "1c.taken", again, self.emit.constant(span, index), self.emit.name(span, variable)
                ),
            )
            for index, variable in stored.items()
        ]
        first = self.emit.constant(span, 0)
        given = self.emit.item(span, self.emit.item(span, again, first), first)
        whole = self.emit.tuple_(span, [*steps, given])
        result = self.emit.item(span, whole, self.emit.constant(span, len(steps)))
        test = self.emit.compare(span, kind, ast.Is(), self.unit.linked(span, "1c.Handed"))
        return self.emit.choice(span, test, result, again)

    def _arguments_of_script(self, span: Span, arguments: tuple[nodes.Expression | None, ...]) -> list[ast.expr]:
        """A skipped argument is told as such: the method of a script puts its default in its place."""
        return [self.value(a) if a is not None else self.unit.linked(span, "1c.SKIPPED") for a in arguments]

    def _find_property(self, node: nodes.Call, callee: nodes.Member, stored: str) -> ast.expr:
        """`Структура.Свойство(Имя, Переменная)`."""
        span, key = node.span, node.arguments[0]
        name = self.temporary()
        owner, wanted = self.value(callee.owner), self.value(key) if key else self.emit.constant(span, None)
        # The method's own name is the place of an error about the object.
        call = self.unit.helper(callee.name.span, "1c.find_property", owner, wanted)
        found, value = (
            self.emit.item(span, self.emit.name(span, name), self.emit.constant(span, index)) for index in (0, 1)
        )
        steps = [self.emit.keep(span, name, call), self.emit.keep(span, stored, value), found]
        return self.emit.item(span, self.emit.tuple_(span, steps), self.emit.constant(span, 2))

    def _library_call(self, node: nodes.Call, callee: nodes.Name, *, as_value: bool) -> ast.expr:
        entry = self.unit.catalog.find_function(callee.name)
        if entry is None:
            self._no_such_function(callee)
            return self.emit.constant(node.span, None)
        assert isinstance(entry.declaration, Member)
        self._check_count(node.span, entry.declaration, len(node.arguments))
        if entry.en == "Type" and (known := self._type_literal(node)):
            return known
        is_procedure = returned_annotation(entry) == "None"
        if as_value and is_procedure:
            self.unit.mistake(callee.span, f"Обращение к процедуре как к функции ({callee.name})")
        if not as_value and not is_procedure and _belongs_to_language(entry):
            self._only_in_expression(callee)
        function = self.unit.library(callee.span, entry, "call")
        # Kept for messages.
        self.unit.key(callee.name)
        arguments = self._arguments(node.span, node.arguments)
        expressions = cast("Expressions", self)
        if sure := sure_call(expressions, node, entry, arguments):
            return sure
        if entry.en == "StrTemplate" and (text := template_text(expressions, node, arguments)):
            return text
        index = FILLING.get(fold(callee.name))
        if index is not None and filled_variable(node) and (stored := self.stored_name(node, index)):
            return self._filling_call(node.span, function, arguments, index, stored)
        return self.emit.call(node.span, function, arguments)

    def _filling_call(
        self, span: Span, function: ast.expr, arguments: list[ast.expr], index: int, stored: str
    ) -> ast.expr:
        """A library function that gives a value back: it finds a Reference in the variable's place."""
        name = self.temporary()
        arguments[index] = self.emit.keep(span, name, self.unit.helper(span, "1c.reference", arguments[index]))
        value = self.emit.attribute(span, self.emit.name(span, name), "value")
        steps = [self.emit.call(span, function, arguments), self.emit.keep(span, stored, value)]
        return self.emit.item(span, self.emit.tuple_(span, steps), self.emit.constant(span, 0))

    def _type_literal(self, node: nodes.Call) -> ast.expr | None:
        """`Тип("Массив")`: the class is known now, the run need not look through the whole library."""
        if len(node.arguments) != 1 or not isinstance(argument := node.arguments[0], nodes.String):
            return None
        name = argument.value.strip()
        entry = self.unit.catalog.find_type(name)
        if fold(name) in self.unit.scope.classes or (entry is None and self.unit.scope.open_types):
            return self.unit.helper(node.span, "1c.type_of_script", self.emit.constant(argument.span, name))
        if entry is None:
            return None
        return self.unit.helper(node.span, "1c.type_of_class", self.unit.library(argument.span, entry, "raw"))

    def _only_in_expression(self, callee: nodes.Name) -> None:
        text = f"Встроенная функция может быть использована только в выражении ({callee.name})"
        self.unit.mistake(callee.span, text, f"Присвойте результат переменной: А = {callee.name}(…);")

    def _no_such_function(self, callee: nodes.Name) -> None:
        methods = (facts.name for facts in self.unit.scope.methods.values())
        self.unit.mistake(
            callee.span,
            f"Процедура или функция с указанным именем не определена ({callee.name})",
            reason_of_call(callee.name) or self.unit.catalog.hint_for("function", callee.name, methods),
        )

    def _check_count(self, span: Span, member: Member, count: int, called: str = "") -> None:
        """`called`: what stands before the brackets, when it is not the member's name."""
        limits = [signature.limit for signature in member.signatures]
        limit = None if None in limits else max(limit for limit in limits if limit is not None)
        if limit is not None and count > limit:
            self.unit.mistake(span, TOO_MANY, f"Вызов: {_shown(member, called)}")
        elif count < min(signature.required for signature in member.signatures):
            self.unit.mistake(span, TOO_FEW, f"Вызов: {_shown(member, called)}")

    def _arguments(self, span: Span, arguments: tuple[nodes.Expression | None, ...]) -> list[ast.expr]:
        """A skipped argument is passed as Неопределено; declared functions put their default in its place."""
        return [self.value(a) if a is not None else self.emit.constant(span, None) for a in arguments]

    def _user_call(self, node: nodes.Call, facts: MethodFacts) -> ast.expr:
        call, span = self._plain_call(node, facts), node.span
        if not facts.returned:
            return call
        name = self.temporary()
        steps = [self.emit.keep(span, name, call)]
        for place, index in enumerate(facts.returned, 1):
            if stored := self.stored_name(node, index):
                item = self.emit.item(span, self.emit.name(span, name), self.emit.constant(span, place))
                steps.append(self.emit.keep(span, stored, item))
        result = self.emit.item(span, self.emit.name(span, name), self.emit.constant(span, 0))
        if len(steps) == 1:
            return self.emit.item(span, call, self.emit.constant(span, 0))
        return self.emit.item(span, self.emit.tuple_(span, [*steps, result]), self.emit.constant(span, len(steps)))

    def stored_name(self, node: nodes.Call, index: int) -> str | None:
        """The Python name of the variable passed at `index`; None when it was an expression."""
        if index < len(node.arguments) and isinstance(argument := node.arguments[index], nodes.Name):
            return self.variables.names.get(fold(argument.name))
        return None

    def called_name(self, node: nodes.Call, facts: MethodFacts) -> str:
        """The Python name of the method, or of the variant that a call needs."""
        if not (facts.returned or facts.writes):
            return facts.python
        pattern = pattern_of(node, facts, self.variables.identity)
        return facts.variant(pattern) if pattern and self.unit.has_variant(fold(facts.name), pattern) else facts.python

    def _plain_call(self, node: nodes.Call, facts: MethodFacts) -> ast.expr:
        span = node.span
        if len(node.arguments) > len(facts.parameters):
            self.unit.mistake(span, TOO_MANY, f"Вызов: {_line(facts)}")
        elif len(node.arguments) < facts.required:
            self.unit.mistake(span, TOO_FEW, f"Вызов: {_line(facts)}")
        python = self.called_name(node, facts)
        is_variant = python != facts.python
        positional: list[ast.expr] = []
        named: list[tuple[str, ast.expr]] = []
        skipped = False
        first, values = in_order(cast("Expressions", self), node, facts)
        for index, (parameter, value) in enumerate(zip(facts.parameters, values, strict=False)):
            if value is None and parameter.optional:
                skipped = True
                continue
            value = self.emit.constant(span, None) if value is None else value
            if skipped:
                named.append((given_name(index) if is_variant else parameter.python, value))
            else:
                positional.append(value)
        call = self.emit.call(span, self.emit.name(node.callee.span, python), positional, named)
        if not first:
            return call
        return self.emit.item(span, self.emit.tuple_(span, [*first, call]), self.emit.constant(span, len(first)))

    def _evaluate(self, node: nodes.Call) -> ast.expr:
        if len(node.arguments) != 1 or node.arguments[0] is None:
            self.unit.mistake(node.span, TOO_FEW if len(node.arguments) < 1 else TOO_MANY)
            return self.emit.constant(node.span, None)
        names, values = self.variables_now(node.span)
        text = self.value(node.arguments[0])
        module = self.emit.name(node.span, "1c.module")
        call = self.unit.helper(node.span, "1c.evaluate", module, text, names, values)
        stored = self.changed_by(node)
        return self._taking_back(node.span, call, stored) if stored else call

    def changed_by(self, node: nodes.Call) -> dict[int, str]:
        """The body's own variables that the text given to Вычислить may change, by their places among these."""
        usage = usage_of([node], self.unit.scope)
        own = dict(enumerate([*self.variables.parameters, *self.variables.locals]))
        if usage.evaluates_unknown:
            return own
        changed = {*usage.found, *(name for call in usage.evaluated for name in handed_back(call, self.unit.scope))}
        names = {self.variables.names.get(key) for key in changed}
        return {place: name for place, name in own.items() if name in names}


def _shown(member: Member, called: str) -> str:
    text = str(member.signatures[0])
    return called + text[text.index("(") :] if called else text


def _belongs_to_language(entry: Entry) -> bool:
    return entry.link.startswith(tuple(f"stdlib.enterprise.{package}" for package in _LANGUAGE_FUNCTIONS))


def _line(facts: MethodFacts) -> str:
    shown = (f"[{p.name}]" if p.optional else p.name for p in facts.parameters)
    return f"{facts.name}({', '.join(shown)})"
