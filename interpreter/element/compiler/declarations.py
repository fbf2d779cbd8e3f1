"""Declarations of a module: methods, structures, exceptions, enumerations, constants."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import ModuleConstant
from interpreter.element.compiler.names import assigned_session_variables
from interpreter.element.compiler.statements import Statements
from interpreter.element.compiler.unit import constant_name, python_name, type_name, variable_name
from interpreter.element.types import DYNAMIC, is_a
from interpreter.node import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.element.compiler.unit import Declaration, Unit
    from interpreter.element.types import Type
    from interpreter.source import Span

_UNCHANGING = (nodes.NumberLiteral, nodes.StringLiteral, nodes.BooleanLiteral, nodes.UndefinedLiteral)


def methods_of_module(unit: Unit, methods: Sequence[nodes.Method]) -> list[ast.stmt]:
    made = [_function(unit, method, unit.method_name(method)) for method in methods]
    for name, overloads in _overloaded(methods).items():
        span = overloads[0].name.span
        functions = {one: unit.method_name(one) for one in overloads}
        choice = _choice(unit, span, functions)
        made.append(unit.emit.assign(span, unit.emit.target(span, f"{name}()"), choice))
    return made


def declared_type(unit: Unit, node: Declaration) -> list[ast.stmt]:
    """A class, and the functions that are its methods."""
    span, owner = node.name.span, node.name.text
    functions = {method: f"{owner}.{unit.method_name(method)}" for method in node.methods}
    made = [_function(unit, method, name, owner) for method, name in functions.items()]
    name = unit.emit.constant(span, owner)
    first: list[ast.expr]
    if isinstance(node, nodes.Enumeration):
        default = next((item.name.text for item in node.items if item.is_default), None)
        items = unit.emit.tuple_(span, [unit.emit.constant(item.span, item.name.text) for item in node.items])
        helper, first = "1c.enumeration", [name, items, unit.emit.constant(span, default)]
    else:
        helper = "1c.structure" if isinstance(node, nodes.Structure) else "1c.exception"
        statements = Statements(unit, owner)
        fields = unit.emit.tuple_(span, [_field(statements, field) for field in node.fields])
        made += statements.hoisted
        first = [name, fields]
    tables = [_table(unit, span, functions, static=static) for static in (False, True)]
    made_class = unit.helper(span, helper, *first, *tables)
    made.append(unit.emit.assign(span, unit.emit.target(span, type_name(node)), made_class))
    for overloads in _overloaded(node.methods).values():
        for method in overloads:
            function = unit.emit.name(span, functions[method])
            place = unit.emit.attribute_target(span, unit.emit.name(span, type_name(node)), unit.method_name(method))
            made.append(unit.emit.assign(span, place, function))
    return made


def constants(unit: Unit, declared: Sequence[nodes.Constant]) -> list[ast.stmt]:
    """Constants, each after those that its value names."""
    waiting, made = dict.fromkeys(declared), []

    def settle(constant: nodes.Constant) -> None:
        del waiting[constant]
        for inside in walk(constant.value):
            meaning = unit.checked.meanings.get(inside)
            if isinstance(meaning, ModuleConstant) and meaning.constant in waiting:
                settle(meaning.constant)
        statements = Statements(unit)
        value = statements.value(constant.value)
        target = unit.emit.target(constant.name.span, constant_name(constant))
        made.extend([*statements.hoisted, unit.emit.assign(constant.span, target, value)])

    while waiting:
        settle(next(iter(waiting)))
    return made


def _function(unit: Unit, method: nodes.Method, name: str, owner: str = "") -> ast.stmt:
    """The Python function of a method; of one that belongs to an object, `этот` is the first parameter."""
    if method.body is None or method.end is None:
        unit.mistake(method.span, "Абстрактные методы в сценариях не поддерживаются")
        return unit.emit.pass_(method.span)
    statements = Statements(unit, owner, method)
    names = ["этот"] if owner and not method.static else []
    names += [python_name(parameter.name.text) for parameter in method.parameters]
    defaults, opening = _defaults(statements, method.parameters)
    if session := assigned_session_variables(method.body, unit.checked):
        opening.insert(0, unit.emit.global_(method.name.span, [variable_name(one) for one in session]))
    body = [*opening, *statements.sequence(method.body.statements), unit.emit.return_(method.end, None)]
    return unit.emit.function(method.span, name, unit.emit.parameters(method.name.span, names, defaults), body)


def _defaults(statements: Statements, parameters: Sequence[nodes.Parameter]) -> tuple[list[ast.expr], list[ast.stmt]]:
    """Python defaults from the first optional parameter on, and what makes the values that each call needs anew."""
    unit, emit = statements.unit, statements.emit
    first = next((number for number, one in enumerate(parameters) if one.default is not None), len(parameters))
    defaults: list[ast.expr] = []
    opening: list[ast.stmt] = []
    for parameter in parameters[first:]:
        span, default = parameter.span, parameter.default
        if isinstance(default, _UNCHANGING):
            defaults.append(statements.value(default))
            continue
        defaults.append(unit.linked(span, "1c.default"))
        if default is not None:
            name = python_name(parameter.name.text)
            value = statements.value(default)
            test = emit.compare(span, emit.name(span, name), ast.Is(), unit.linked(span, "1c.default"))
            opening += statements.hoisted
            statements.hoisted = []
            opening.append(emit.if_(span, test, [emit.assign(span, emit.target(span, name), value)]))
    return defaults, opening


def _field(statements: Statements, field: nodes.Field) -> ast.expr:
    unit, emit, span = statements.unit, statements.emit, field.span
    if field.required:
        default: ast.expr = emit.constant(span, None)
    elif field.value is not None:
        default = statements.function_of(field.value.span, (), field.value)
    else:
        default = emit.lambda_(span, (), statements.default_of(field.type, span))
    type_ = unit.source.slice(field.type.span) if field.type is not None else ""
    named = [
        ("required", emit.constant(span, field.required)),
        ("writable", emit.constant(span, field.kind == "пер")),
        ("type_", emit.constant(span, type_)),
    ]
    if field.annotations:
        named.append(("annotations", emit.tuple_(span, [_annotation(unit, one) for one in field.annotations])))
    return emit.call(span, unit.linked(span, "1c.Field"), [emit.constant(span, field.name.text), default], named)


def _annotation(unit: Unit, annotation: nodes.Annotation) -> ast.expr:
    """Its name, and the literals it is given with their names: ("JsonСвойство", (("", "имя"),))."""
    emit, span = unit.emit, annotation.span
    given = []
    for argument in annotation.arguments:
        if isinstance(argument.value, _UNCHANGING):
            name = emit.constant(span, argument.name.text if argument.name else "")
            given.append(emit.tuple_(span, [name, emit.constant(span, getattr(argument.value, "value", None))]))
    return emit.tuple_(span, [emit.constant(span, annotation.path[-1].text), emit.tuple_(span, given)])


def _table(unit: Unit, span: Span, functions: dict[nodes.Method, str], *, static: bool) -> ast.expr:
    """Methods by name; overloads stand under their common name as one that chooses."""
    by_name: dict[str, list[nodes.Method]] = {}
    for method in functions:
        if method.static is static:
            by_name.setdefault(method.name.text, []).append(method)
    pairs = []
    for name, methods in by_name.items():
        made = {method: functions[method] for method in methods}
        function = unit.emit.name(span, made[methods[0]]) if len(made) == 1 else _choice(unit, span, made)
        pairs.append((unit.emit.constant(span, name), function))
    return unit.emit.dict_(span, pairs)


def _choice(unit: Unit, span: Span, functions: dict[nodes.Method, str]) -> ast.expr:
    """One callable for overloads, narrow ones first, each with the tests of its parameters.

    Types of the module are made later than its methods: the tests are looked up when the first choice is made.
    """
    emit, tests = unit.emit, Statements(unit)
    parts: list[ast.expr] = []
    for method in _narrow_first(unit, list(functions)):
        wanted = [_type_of(unit, one) for one in method.parameters]
        made = [tests.test_of_type(span, type_) or emit.constant(span, True) for type_ in wanted]
        parts += [emit.name(span, functions[method]), emit.lambda_(span, (), emit.tuple_(span, made))]
    return unit.helper(span, "1c.overloads", *parts)


def _narrow_first(unit: Unit, methods: list[nodes.Method]) -> list[nodes.Method]:
    """Overloads with narrower parameters before those with wider ones, then those with fewer before others."""
    sorted_: list[nodes.Method] = []
    for method in sorted(methods, key=lambda one: len(one.parameters)):
        place = next(
            (number for number, other in enumerate(sorted_) if _is_narrower(unit, method, other)), len(sorted_)
        )
        sorted_.insert(place, method)
    return sorted_


def _is_narrower(unit: Unit, one: nodes.Method, other: nodes.Method) -> bool:
    common = list(zip(one.parameters, other.parameters, strict=False))
    pairs = [(_type_of(unit, mine), _type_of(unit, others)) for mine, others in common]
    return any(mine != others for mine, others in pairs) and all(is_a(mine, others) for mine, others in pairs)


def _type_of(unit: Unit, parameter: nodes.Parameter) -> Type:
    known = unit.checked.types
    found = known.get(parameter.type) if parameter.type is not None else None
    return found or (known.get(parameter.default) if parameter.default is not None else None) or DYNAMIC


def _overloaded(methods: Sequence[nodes.Method]) -> dict[str, list[nodes.Method]]:
    by_name: dict[str, list[nodes.Method]] = {}
    for method in methods:
        by_name.setdefault(method.name.text, []).append(method)
    return {name: overloads for name, overloads in by_name.items() if len(overloads) > 1}
