"""What can be called, as the targets that arguments are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checker.arguments import Slot, Target
from interpreter.element.checker.library import returns_nothing
from interpreter.element.checker.program import BASE_FIELDS
from interpreter.element.types import DYNAMIC, VOID, FunctionType, LibraryType, ProgramType, Type, TypeVariable

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context
    from runtime.names import Parameter, Signature
    from runtime.typeinfo import Member


def method_target(context: Context, method: nodes.Method) -> Target:
    """A method of the program."""
    types, result = context.program.signature(method)
    slots = tuple(
        Slot((one.name.text,), type_, one.default is None) for one, type_ in zip(method.parameters, types, strict=True)
    )
    return Target(method.name.text, slots, result, method, named_only=wants_names(method.annotations))


def library_targets(context: Context, owner: Type, member: Member) -> list[Target]:
    """A method or function of the library: one target an overload."""
    return [_library_target(context, owner, member, one) for one in member.signatures]


def _library_target(context: Context, owner: Type, member: Member, signature: Signature) -> Target:
    types, result, known = context.library.signature(owner, signature)
    if returns_nothing(member, signature):
        result = VOID
    slots = tuple(_slot(one, type_) for one, type_ in zip(signature.parameters, types, strict=True))
    return Target(signature.ru, slots, result, signature, known, signature.type_parameters)


def _slot(parameter: Parameter, type_: Type) -> Slot:
    omitted = parameter.optional or parameter.variadic
    return Slot(tuple({parameter.ru: 0, parameter.en: 0}), type_, not omitted, parameter.variadic, omitted)


def constructor_targets(context: Context, made: Type) -> list[Target]:
    """The constructors of a type; none when it has none."""
    if isinstance(made, ProgramType):
        if isinstance(made.declaration, nodes.Enumeration):
            return []
        twins = BASE_FIELDS if isinstance(made.declaration, nodes.ExceptionDeclaration) else {}
        slots = tuple(
            Slot((name, twins[name]) if name in twins else (name,), type_, needed)
            for name, type_, needed in context.program.constructor(made.declaration)
        )
        marks = [mark for one in made.declaration.constructors for mark in one.annotations]
        return [Target(made.declaration.name.text, slots, made, named_only=wants_names(tuple(marks)))]
    assert isinstance(made, LibraryType)
    constructor = next((one.constructor for one in (made.info, *made.info.bases) if one.constructor), None)
    if constructor is None:
        return []
    parameters = made.info.parameters
    generic = made if made.arguments else LibraryType(made.info, tuple(TypeVariable(one) for one in parameters))
    return [_constructor_target(context, generic, one, not made.arguments) for one in constructor.signatures]


def _constructor_target(context: Context, made: LibraryType, signature: Signature, open_: bool) -> Target:
    """`Массив(…)` without type arguments learns them from its own arguments."""
    types, _, known = context.library.signature(made, signature)
    slots = tuple(_slot(one, type_) for one, type_ in zip(signature.parameters, types, strict=True))
    parameters = made.info.parameters if open_ else ()
    return Target(made.info.ru, slots, made, signature, {} if open_ else known, parameters)


def function_target(label: str, type_: FunctionType) -> Target:
    """A value that is a function."""
    return Target(label, tuple(Slot((), one, True) for one in type_.parameters), type_.result)


def wants_names(annotations: tuple[nodes.Annotation, ...]) -> bool:
    return any(one.path[-1].text in ("ИменованныеПараметры", "NamedParameters") for one in annotations)


def function_type(target: Target) -> Type:
    """The type of `&Метод`."""
    if target.type_parameters:
        return DYNAMIC
    return FunctionType(tuple(slot.type for slot in target.slots), target.result)
