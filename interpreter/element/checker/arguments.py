"""Arguments of a call meet the parameters of what is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import CallShape
from interpreter.element.checker.advice import advice_of_mismatch
from interpreter.element.checker.deprecation import warn_of_deprecated
from interpreter.element.types import (
    DYNAMIC,
    FunctionType,
    Type,
    assignable,
    bind,
    is_a,
    nullable,
    show,
    substitute,
    without_undefined,
)
from runtime.spelling import hint

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context
    from interpreter.source import Span
    from runtime.names import Signature


@dataclass(frozen=True, slots=True)
class Slot:
    """A parameter; `names` are its spellings, none when it has no name.

    `lenient`: Неопределено may be given for it too, as the library takes it for its optional parameters.
    """

    names: tuple[str, ...]
    type: Type
    required: bool
    variadic: bool = False
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One way to call something. `known` are type arguments that are fixed before the arguments are looked at."""

    label: str
    slots: tuple[Slot, ...]
    result: Type
    shape_target: nodes.Method | Signature | None = None
    known: dict[str, Type] = field(default_factory=dict)
    type_parameters: tuple[str, ...] = ()
    named_only: bool = False


_Placed = tuple[Target, tuple[int, ...]]
"""A way to call something, and the parameter that each argument is for."""


@dataclass(frozen=True, slots=True)
class _Misfit:
    span: Span
    message: str
    hint: str = ""


def check_arguments(
    context: Context,
    call: nodes.Call | nodes.New,
    name: Span,
    targets: list[Target],
    given: tuple[Type, ...] = (),
    constructs: bool = False,
) -> tuple[Type, dict[str, Type]]:
    """The type of the result and the type arguments found out; wrong arguments are reported."""
    placed = [(one, _place(call.arguments, one, name)) for one in targets]
    fitting = [(one, order) for one, order in placed if isinstance(order, tuple)]
    # Type arguments tell overloads apart too.
    fitting = [one for one in fitting if len(one[0].type_parameters) == len(given)] or fitting if given else fitting
    if not fitting:
        # The overload that takes the most of what is given was meant.
        misfit = max((one for _, one in placed if isinstance(one, _Misfit)), key=lambda one: one.span.start)
        context.reports.error(misfit.span, misfit.message, misfit.hint)
        check_loosely(context, call.arguments)
        return targets[0].result if len(targets) == 1 and not targets[0].type_parameters else DYNAMIC, {}
    candidates = _by_types(context, call.arguments, fitting) if len(fitting) > 1 else fitting
    chosen = _choose(context, call.arguments, name, candidates) if candidates else None
    if chosen is None:
        context.reports.error(name, f"Нет варианта «{fitting[0][0].label}» для параметров таких типов")
        return DYNAMIC, {}
    if not isinstance(chosen, tuple):
        return chosen, {}
    target, order = chosen
    _check_given(context, name, target, given)
    found = dict(target.known) | dict(zip(target.type_parameters, given, strict=False))
    types = tuple(
        _check_argument(context, argument, target.slots[index], found)
        for argument, index in zip(call.arguments, order, strict=True)
    )
    if isinstance(target.shape_target, nodes.Method):
        warn_of_deprecated(context, name, target.shape_target)
    if _is_open(context, call.arguments, candidates):
        context.checked.calls[call] = CallShape(order, None)
        results = {one.result for one, _ in candidates}
        return (target.result if len(results) == 1 else DYNAMIC), found
    overload = context.program.foreign_overload(target.shape_target)
    context.checked.calls[call] = CallShape(order, target.shape_target, constructs, types, overload)
    return substitute(target.result, found), found


def _is_open(context: Context, arguments: tuple[nodes.Argument, ...], candidates: list[_Placed]) -> bool:
    """Whether only the values tell which of a program's overloads is meant: the run chooses then."""
    methods = [one for one, _ in candidates if isinstance(one.shape_target, nodes.Method)]
    return len(methods) > 1 and not _are_twins(candidates) and _has_dynamic(context, arguments)


def _choose(
    context: Context, arguments: tuple[nodes.Argument, ...], name: Span, candidates: list[_Placed]
) -> _Placed | Type:
    """The overload that is meant; when several are, which is reported, the type of the result all the same."""
    target = candidates[0][0]
    if len(candidates) == 1 or not isinstance(target.shape_target, nodes.Method):
        return candidates[0]
    best = _narrowest(context, arguments, candidates)
    if best is None and _are_twins(candidates):
        # Told of where the second of them is declared.
        return candidates[0]
    if best is None:
        message = f"Вызов подходит к нескольким вариантам метода «{target.label}»"
        context.reports.error(name, message, "Укажите параметры так, чтобы подходил один вариант")
        return target.result
    return best


def _check_given(context: Context, name: Span, target: Target, given: tuple[Type, ...]) -> None:
    """`Метод<Тип>(…)`: methods of programs are not generic, those of the library take as many types as they say."""
    if given and len(given) != len(target.type_parameters):
        message = f"«{target.label}» принимает типов-параметров: {len(target.type_parameters)}, указано: {len(given)}"
        context.reports.error(name, message)


def check_loosely(context: Context, arguments: tuple[nodes.Argument, ...]) -> None:
    """Arguments of something about which nothing is known."""
    for argument in arguments:
        context.type_of(argument.value)


def _check_argument(context: Context, argument: nodes.Argument, slot: Slot, found: dict[str, Type]) -> Type:
    """What the argument must be."""
    expected = substitute(slot.type, found)
    actual = context.type_of(argument.value, expected)
    bind(slot.type, actual, found)
    wanted = substitute(slot.type, found)
    if slot.lenient:
        expected, wanted = nullable(expected), nullable(wanted)
    if not assignable(actual, expected):
        name = f"Параметр «{slot.names[0]}»" if slot.names else "Параметр"
        shown = show(substitute(slot.type, found))
        message = f"{name}: ожидается тип {shown}, передано значение типа {show(actual)}"
        context.reports.error(argument.value.span, message, advice_of_mismatch(context, actual, expected))
    return wanted


def _by_types(context: Context, arguments: tuple[nodes.Argument, ...], fitting: list[_Placed]) -> list[_Placed]:
    """The overloads that take the types given; of functions only the number of parameters is looked at here."""
    plain = [
        (index, context.type_of(argument.value))
        for index, argument in enumerate(arguments)
        if not isinstance(argument.value, nodes.Lambda)
    ]
    found = []
    for target, order in fitting:
        slots = [target.slots[order[index]] for index, _ in plain]
        wanted = [substitute(slot.type, target.known) for slot in slots]
        if all(assignable(actual, type_) for (_, actual), type_ in zip(plain, wanted, strict=True)):
            found.append((target, order))
    # When no function fits, the first overload tells what is wrong with it.
    return [one for one in found if _takes_lambdas(arguments, *one)] or found


def _takes_lambdas(arguments: tuple[nodes.Argument, ...], target: Target, order: tuple[int, ...]) -> bool:
    for argument, index in zip(arguments, order, strict=True):
        if isinstance(argument.value, nodes.Lambda):
            function = FunctionType((DYNAMIC,) * len(argument.value.parameters), DYNAMIC)
            if not assignable(function, substitute(target.slots[index].type, target.known)):
                return False
    return True


def _narrowest(context: Context, arguments: tuple[nodes.Argument, ...], candidates: list[_Placed]) -> _Placed | None:
    """Of a program's overloads the one whose parameters are the narrowest, then the fewest; None when none is.

    A value of a dynamic type is no reason to refuse: then the run chooses.
    """

    def beats(one: _Placed, other: _Placed) -> bool:
        mine, others = ([target.slots[index].type for index in order] for target, order in (one, other))
        if mine == others:
            return len(one[0].slots) < len(other[0].slots)
        return all(is_a(narrow, wide) for narrow, wide in zip(mine, others, strict=True))

    for one in candidates:
        if all(one is other or beats(one, other) for other in candidates):
            return one
    return candidates[0] if _has_dynamic(context, arguments) else None


def _has_dynamic(context: Context, arguments: tuple[nodes.Argument, ...]) -> bool:
    known = [context.checked.types.get(argument.value) for argument in arguments]
    return any(type_ is None or without_undefined(type_) == DYNAMIC for type_ in known)


def _are_twins(candidates: list[_Placed]) -> bool:
    """Overloads with the same parameters."""
    return len({target.slots for target, _ in candidates}) == 1


def _place(arguments: tuple[nodes.Argument, ...], target: Target, name: Span) -> tuple[int, ...] | _Misfit:
    """The parameter of each argument."""
    order: list[int] = []
    named = False
    for position, argument in enumerate(arguments):
        if argument.name is None:
            if named:
                return _Misfit(argument.span, "Позиционный параметр после именованного")
            if target.named_only:
                return _Misfit(argument.span, f"«{target.label}» принимает только именованные параметры")
            index = _position(position, target.slots)
        else:
            named = True
            index = _named(argument.name.text, target.slots)
            if index is None:
                known = [one for slot in target.slots for one in slot.names]
                message = f"У «{target.label}» нет параметра «{argument.name.text}»"
                listed = f"Параметры: {', '.join(slot.names[0] for slot in target.slots)}" if known else ""
                return _Misfit(argument.name.span, message, hint(argument.name.text, known) or listed)
        if index is None:
            most = f"принимает не больше {len(target.slots)}" if target.slots else "вызывают без параметров"
            return _Misfit(argument.span, f"Лишний параметр: «{target.label}» {most}")
        if index in order and not target.slots[index].variadic:
            place = argument.name or argument
            return _Misfit(place.span, f"Параметр «{target.slots[index].names[0]}» указан дважды")
        order.append(index)
    for index, slot in enumerate(target.slots):
        if slot.required and index not in order:
            missing = f" «{slot.names[0]}»" if slot.names else ""
            return _Misfit(name, f"Не указан обязательный параметр{missing} при вызове «{target.label}»")
    return tuple(order)


def _position(position: int, slots: tuple[Slot, ...]) -> int | None:
    if slots and slots[-1].variadic:
        return min(position, len(slots) - 1)
    return position if position < len(slots) else None


def _named(name: str, slots: tuple[Slot, ...]) -> int | None:
    return next((index for index, slot in enumerate(slots) if name in slot.names), None)
