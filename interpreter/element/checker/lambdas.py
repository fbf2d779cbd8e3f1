"""Functions as values: lambdas and method references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import DeclaredMember, LibraryName, MethodOfThis, ModuleMethod
from interpreter.element.checker.arguments import Target
from interpreter.element.checker.assignments import check_assignment
from interpreter.element.checker.calls import find_method, find_named_method, is_foreign, is_hidden
from interpreter.element.checker.context import Frame
from interpreter.element.checker.deprecation import warn_of_deprecated
from interpreter.element.checker.members import is_dynamic, refuse_member
from interpreter.element.checker.required_files import refuse_hidden_name, refuse_name_of_file
from interpreter.element.checker.targets import constructor_targets, function_type, library_targets, method_target
from interpreter.element.types import (
    DYNAMIC,
    NEVER,
    VOID,
    FileType,
    FunctionType,
    LibraryType,
    ProgramType,
    Type,
    TypeName,
    alternatives,
    assignable,
    join,
    show,
    without_undefined,
)
from runtime.typeinfo import Member

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context


def check_lambda(context: Context, node: nodes.Lambda, expected: Type | None) -> Type:
    wanted = _wanted(node, expected) if expected is not None else None
    if wanted is not None and len(wanted.parameters) != len(node.parameters):
        message = f"Ожидается функция с числом параметров {len(wanted.parameters)}, а не {len(node.parameters)}"
        context.reports.error(node.span, message)
        wanted = None
    outer = context.frame
    # VOID and variables still unknown leave the result to be found out.
    result = wanted.result if wanted is not None and wanted.result not in (VOID, DYNAMIC) else None
    context.frame = Frame(result, outer.this, outer.static)
    context.scopes.lambdas += 1
    context.scopes.enter()
    try:
        parameters = tuple(_declare(context, node, index, wanted) for index in range(len(node.parameters)))
        found = _body_type(context, node, wanted)
    finally:
        context.scopes.leave()
        context.scopes.lambdas -= 1
        context.frame = outer
    return FunctionType(parameters, found)


def _wanted(node: nodes.Lambda, expected: Type) -> FunctionType | None:
    """Of several function types the one with as many parameters, else the first one."""
    functions = [one for one in alternatives(expected) if isinstance(one, FunctionType)]
    fitting = (one for one in functions if len(one.parameters) == len(node.parameters))
    return next(fitting, functions[0] if functions else None)


def _declare(context: Context, node: nodes.Lambda, index: int, wanted: FunctionType | None) -> Type:
    parameter = node.parameters[index]
    if parameter.type is not None:
        type_ = context.resolve(parameter.type)
    else:
        type_ = DYNAMIC if wanted is None else wanted.parameters[index]
    context.declare(parameter.name, type_, writable=True)
    return type_


def _body_type(context: Context, node: nodes.Lambda, wanted: FunctionType | None) -> Type:
    body = node.body
    if isinstance(body, nodes.Assignment):
        check_assignment(context, body)
        return VOID
    if isinstance(body, nodes.Block):
        return _full_body(context, node, body)
    expected = context.frame.result
    found = context.any_type(body, expected)
    if wanted is not None and wanted.result != VOID:
        if found == VOID:
            return context.type_of(body)
        if not assignable(found, wanted.result):
            message = f"Функция должна возвращать {show(wanted.result)}, а не {show(found)}"
            context.reports.error(body.span, message)
            return wanted.result
    return found


def _full_body(context: Context, node: nodes.Lambda, body: nodes.Block) -> Type:
    frame = context.frame
    ends = context.block(body)
    found: Type = VOID
    for index, one in enumerate(frame.returned):
        found = one if index == 0 else join(found, one)
    if found == VOID:
        return NEVER if ends and not frame.returned else VOID
    if not ends and node.end is not None:
        context.reports.error(node.end, "Не на всех путях возвращается значение")
    return found


# ---- method references


def check_method_reference(context: Context, node: nodes.MethodReference, expected: Type | None) -> Type:
    for argument in node.type_arguments:
        context.resolve(argument.type)
    signature = tuple(context.resolve(one) for one in node.signature) if node.signature is not None else None
    targets = _targets(context, node)
    if signature is not None:
        targets = _of_signature(context, node, targets, signature)
    elif len(targets) > 1 and expected is not None:
        targets = [one for one in targets if assignable(function_type(one), expected)] or targets
    if targets and isinstance(targets[0].shape_target, nodes.Method):
        _mean(context, node, targets[0].shape_target)
    return function_type(targets[0]) if targets else DYNAMIC


def _of_signature(
    context: Context, node: nodes.MethodReference, targets: list[Target], signature: tuple[Type, ...]
) -> list[Target]:
    """The overload that `&Метод(Тип, …)` picks."""
    for fits in (lambda given, wanted: given == wanted, assignable):
        for one in targets:
            types = [slot.type for slot in one.slots]
            if len(types) == len(signature) and all(map(fits, signature, types)):
                return [one]
    if targets:
        context.reports.error(node.name.span, f"У «{node.name.text}» нет варианта с такими параметрами")
    return []


def _mean(context: Context, node: nodes.MethodReference, method: nodes.Method) -> None:
    """Note which of the overloads is referred to."""
    warn_of_deprecated(context, node.name.span, method)
    checked = context.checked
    meaning, member = checked.meanings.get(node), checked.members.get(node)
    if isinstance(meaning, MethodOfThis):
        checked.meanings[node] = MethodOfThis(method)
    elif isinstance(meaning, ModuleMethod):
        checked.meanings[node] = ModuleMethod(method)
    elif isinstance(member, DeclaredMember):
        checked.members[node] = DeclaredMember(member.declaration, method)


def _targets(context: Context, node: nodes.MethodReference) -> list[Target]:
    name = node.name
    if node.target is None:
        return _by_name(context, node, find_named_method(context, name))
    if isinstance(node.target, nodes.Global):
        known = context.program.known.methods.get(name.text)
        own = [method_target(context, method) for method in known or ()]
        return _by_name(context, node, (own, ModuleMethod(known[0])) if known else None)
    owner = without_undefined(context.owner_type(node.target))
    if is_dynamic(owner):
        return []
    if isinstance(owner, FileType):
        file = context.program.known.files[owner.name]
        shown = [method_target(context, method) for method in file.shown_methods(name.text)]
        if not shown:
            refuse_name_of_file(context, file, name, "метода")
        return shown
    if name.text in ("новый", "new") and isinstance(owner, TypeName):
        made = owner.of
        found = constructor_targets(context, made) if isinstance(made, LibraryType | ProgramType) else []
        if not found:
            context.reports.error(name.span, f"У типа {show(made)} нет конструктора")
        return found
    method = find_method(context, owner, name.text)
    if method is None:
        refuse_member(context, owner, name, "method")
        return []
    if is_hidden(context, method[0]):
        refuse_hidden_name(context, name)
    if not is_foreign(context, method[1]):
        context.checked.members[node] = method[1]
    return method[0]


def _by_name(
    context: Context, node: nodes.MethodReference, found: tuple[list[Target], MethodOfThis | ModuleMethod] | None
) -> list[Target]:
    if found is not None:
        targets, context.checked.meanings[node] = found
        return targets
    entry = context.library.catalog.find_function(node.name.text)
    if entry is None or not isinstance(entry.declaration, Member):
        known = list(context.program.known.methods)
        advice = context.library.catalog.hint_for("function", node.name.text, known)
        context.reports.error(node.name.span, f"Неизвестный метод «{node.name.text}»", advice)
        return []
    context.checked.meanings[node] = LibraryName(entry)
    return library_targets(context, DYNAMIC, entry.declaration)
