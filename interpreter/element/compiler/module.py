"""A text becomes an Artifact: declarations, then what runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from interpreter.artifact import Artifact
from interpreter.diagnostics import Diagnostic, Refused
from interpreter.element import nodes
from interpreter.element.checker.program import module_name
from interpreter.element.compiler.declarations import constants, declared_type, methods_of_module
from interpreter.element.compiler.givings import ENTRY_METHODS
from interpreter.element.compiler.kinds import Kind
from interpreter.element.compiler.statements import Statements
from interpreter.element.compiler.unit import Unit, python_name
from interpreter.source import Span

if TYPE_CHECKING:
    import ast
    from collections.abc import Sequence
    from types import CodeType

    from interpreter.element.checked import CheckedModule
    from interpreter.source import Source
    from runtime.catalog import Catalog

LANGUAGE = "element"
TOO_DEEP = "Слишком большая вложенность"
_GLOBAL = ("Глобально", "Global")
_TYPES = (nodes.Structure, nodes.ExceptionDeclaration, nodes.Enumeration)


def compile_checked(
    checked: CheckedModule, source: Source, catalog: Catalog, *, with_entry: bool = True, closed: bool = False
) -> Artifact:
    """The artifact of a checked text: a module, or an input of the REPL, which leaves its value as `1c.result`.

    `closed`: no other text will call its methods.
    """
    tree = checked.tree
    try:
        unit = Unit(source, checked, catalog, closed=closed)
        body = _module(unit, tree, with_entry) if isinstance(tree, nodes.Module) else _input(unit, tree)
        unit.refuse_mistakes()
        code = _code(unit.emit.module([*_literals(unit), *body]), source.name)
    except RecursionError:
        raise Refused([Diagnostic(source, Span(0, 0), TOO_DEEP)]) from None
    except SyntaxError as error:
        raise Refused([Diagnostic(source, _place(source, error), TOO_DEEP)]) from error
    facts = ("module" if isinstance(tree, nodes.Module) else "input", source.name, source.text)
    return Artifact(code, unit.links, {}, LANGUAGE, facts)


def _code(module: ast.Module, name: str) -> CodeType:
    with catch_warnings():
        # What is odd for Python (`"" is None`) may be what the script says.
        simplefilter("ignore", SyntaxWarning)
        return compile(module, name, "exec", dont_inherit=True, optimize=0)


def _place(source: Source, error: SyntaxError) -> Span:
    """CPython allows twenty loops, attempts and resources one inside the other, and tells where there are more."""
    line, column = error.lineno or 1, error.offset or 1
    before = source.line(line).encode("utf-8", "surrogatepass")[: column - 1]
    start = source.offset(line, 1) + len(before.decode("utf-8", "replace"))
    return Span(start, start + 1)


def _module(unit: Unit, tree: nodes.Module, with_entry: bool) -> list[ast.stmt]:
    methods = [member for member in tree.members if isinstance(member, nodes.Method)]
    made = [_required(unit, directive) for directive in tree.directives]
    made += methods_of_module(unit, methods)
    for member in tree.members:
        if isinstance(member, _TYPES):
            made += declared_type(unit, member)
    made += constants(unit, [member for member in tree.members if isinstance(member, nodes.Constant)])
    made += _visible(unit, tree)
    return [*made, _entry(unit, methods)] if with_entry else made


def _required(unit: Unit, directive: nodes.Directive) -> ast.stmt:
    """`#требуется Файл.sbsl`: the file as an object under its name."""
    span, argument = directive.span, unit.emit.constant(directive.argument.span, directive.argument.text)
    found = unit.helper(span, "1c.required", unit.emit.name(span, "1c.module"), argument)
    return unit.emit.assign(span, unit.emit.target(span, python_name(module_name(directive))), found)


def _visible(unit: Unit, tree: nodes.Module) -> list[ast.stmt]:
    """What files that require this one may name; see interpreter.element.required."""
    kinds = {nodes.Method: "method", nodes.Constant: "constant"}
    found = {
        member.name.text: (member.name.span, kinds.get(type(member), "type"))
        for member in tree.members
        if any(one.path[-1].text in _GLOBAL for one in member.annotations)
    }
    if not found:
        return []
    emit, start = unit.emit, Span(0, 0)
    pairs = [
        emit.tuple_(span, [emit.constant(span, kind), emit.constant(span, name)])
        for name, (span, kind) in found.items()
    ]
    return [emit.assign(start, emit.target(start, "1c.visible"), emit.tuple_(start, pairs))]


def _input(unit: Unit, tree: nodes.Block | nodes.Expression) -> list[ast.stmt]:
    statements = Statements(unit)
    if isinstance(tree, nodes.Block):
        return statements.block(tree)
    value = statements.value(tree)
    result = unit.emit.assign(tree.span, unit.emit.target(tree.span, "1c.result"), value)
    return [*statements.hoisted, result]


def _literals(unit: Unit) -> list[ast.stmt]:
    """Values of literals, made once."""
    start, made = Span(0, 0), []
    for name, (helper, value) in unit.constants.items():
        literal = unit.helper(start, helper, unit.emit.constant(start, value))
        made.append(unit.emit.assign(start, unit.emit.target(start, name), literal))
    return made


def _entry(unit: Unit, methods: Sequence[nodes.Method]) -> ast.stmt:
    """What the module leaves to be called when all of it is there, unless it is a context for another text."""
    method = next((one for one in methods if one.name.text in ENTRY_METHODS), None)
    if method is None and len(methods) == 1 and not methods[0].parameters:
        method = methods[0]
    span = method.name.span if method else Span(0, 0)
    target = unit.emit.target(span, "1c.entry")
    if method is None:
        return unit.emit.assign(span, target, unit.linked(span, "1c.no_entry"))
    parameters = unit.emit.tuple_(
        span,
        [
            unit.emit.tuple_(one.span, [unit.emit.constant(one.span, value) for value in _parameter(unit, one)])
            for one in method.parameters
        ],
    )
    function = unit.emit.name(span, unit.method_name(method))
    name = unit.emit.constant(span, method.name.text)
    return unit.emit.assign(span, target, unit.helper(span, "1c.entry", function, name, parameters))


def _parameter(unit: Unit, parameter: nodes.Parameter) -> tuple[str, str, bool]:
    """Name, type as written and optionality of a parameter that the command line fills."""
    if parameter.type is not None:
        type_ = unit.source.slice(parameter.type.span)
    else:
        by_default = {Kind.NUMBER: "Число", Kind.BOOLEAN: "Булево"}
        kind = unit.kinds.of(parameter.default) if parameter.default else Kind.ANY
        type_ = by_default.get(kind, "Строка")
    return parameter.name.text, type_, parameter.default is not None
